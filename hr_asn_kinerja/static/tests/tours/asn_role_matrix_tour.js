/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {registry} from "@web/core/registry";

const cell = (row, column) =>
    `.o_asn_matrix_cell[data-row="${row}"][data-column="${column}"]`;

/** A leader fills a cell, corrects it, takes that back, and never needs the mouse. */
registry.category("web_tour.tours").add("asn_role_matrix_fill", {
    steps: () => [
        {
            content: "One cell can be reached by Tab",
            trigger: `${cell(0, 0)}[tabindex="0"]`,
            run: ({anchor}) => anchor.focus(),
        },
        {
            content: "Go to the right",
            trigger: `${cell(0, 0)}:focus`,
            run: "press ArrowRight",
        },
        {
            content: "And to the first again",
            trigger: `${cell(0, 1)}:focus`,
            run: "press Home",
        },
        {
            content: "Open the cell",
            trigger: `${cell(0, 0)}:focus`,
            run: "press Enter",
        },
        {
            content: "Write the result",
            trigger: `${cell(0, 0)} textarea:focus`,
            run: "edit Letters of Monday",
        },
        {
            content: "Save it",
            trigger: `${cell(0, 0)} textarea`,
            run: "press Enter",
        },
        {
            content: "It is saved, and the cell has the focus",
            trigger: `${cell(0, 0)}:focus[aria-busy=false]:contains(Letters of Monday)`,
            run: "press Enter",
        },
        {
            content: "Write something that is given up",
            trigger: `${cell(0, 0)} textarea:focus`,
            run: "edit Nonsense",
        },
        {
            content: "Leave without saving",
            trigger: `${cell(0, 0)} textarea`,
            run: "press Escape",
        },
        {
            content: "It is as it was",
            trigger: `${cell(0, 0)}:focus:not(:contains(Nonsense))`,
            run: "press Delete",
        },
        {
            content: "Removing asks",
            trigger: ".modal footer .btn-primary",
            run: "press Enter",
        },
        {
            content: "It is gone",
            trigger: `body:not(:has(.modal)) ${cell(0, 0)}:not(:contains(Letters)):focus`,
            run: "press Control+z",
        },
        {
            content: "It is back",
            trigger: `${cell(0, 0)}[aria-busy=false]:contains(Letters of Monday)`,
        },
    ],
});
