/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {registry} from "@web/core/registry";

const row = (place) => `.o_asn_cascade_row:nth-child(${place})`;
// The helper of the tours takes a plus for the joint between two keys
const press = (key) =>
    function ({anchor}) {
        anchor.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
    };

/** A manager walks through the tree by keyboard, zooms in and comes back. */
registry.category("web_tour.tours").add("asn_cascade_walk", {
    steps: () => [
        {
            content: "The lonely root is unfolded",
            trigger: `${row(1)}:focus[aria-expanded=true]:contains(The agency is healthy)`,
            run: "press End",
        },
        {
            content: "Unfold the last row",
            trigger: `${row(2)}:focus:contains(The unit is healthy)`,
            run: "press ArrowRight",
        },
        {
            content: "Zoom into it",
            trigger: `body:has(${row(3)}) ${row(2)}:focus`,
            run: press("+"),
        },
        {
            content: "It is the root now, and the way back is told",
            trigger: `body:has(.breadcrumb-item.active:contains(The unit is healthy)) ${row(1)}:focus[aria-level="1"]`,
            run: press("-"),
        },
        {
            content: "Search a person",
            trigger: `body:not(:has(.breadcrumb-item.active:contains(The unit))) .o_asn_cascade_search`,
            run: "edit Name own",
        },
        {
            content: "Go there",
            trigger: ".o_asn_cascade_found:contains(The unit is healthy)",
            run: "click",
        },
        {
            content: "Open the plan",
            trigger: `${row(1)}:focus:contains(HYPERLINK)`,
            run: "press Enter",
        },
        {
            content: "The plan is open",
            trigger: ".o_form_view .o_field_widget[name=result_ids]",
        },
    ],
});
