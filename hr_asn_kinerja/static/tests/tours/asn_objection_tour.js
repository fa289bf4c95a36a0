/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {registry} from "@web/core/registry";

/** An employee reads the result on the phone and objects. */
registry.category("web_tour.tours").add("asn_objection_file", {
    steps: () => [
        {
            content: "The result is told in words",
            trigger: ".o_field_widget[name=result_told] p",
        },
        {
            content: "Open the other actions",
            trigger: ".o_statusbar_buttons button:has(.oi-ellipsis-v)",
            run: "click",
        },
        {
            content: "Object",
            trigger: ".o-dropdown-item-unstyled-button button[data-hotkey=o]",
            run: "click",
        },
        {
            content: "Write a reason",
            trigger: ".modal .o_field_widget[name=result_reason] textarea",
            run: "edit The figures of March are missing",
        },
        {
            content: "File it",
            trigger: ".modal button[name=action_file]",
            run: "click",
        },
        {
            content: "It waits for the assessor",
            trigger: "body:not(:has(.modal)) .o_notebook [name=objection]",
        },
    ],
});

/** The superior decides that the result is changed. */
registry.category("web_tour.tours").add("asn_objection_decide", {
    steps: () => [
        {
            content: "Decide",
            trigger: ".o_statusbar_buttons button[data-hotkey=d]",
            run: "click",
        },
        {
            content: "The result is changed",
            trigger: ".modal [name=outcome] input[data-value=changed]",
            run: "click",
        },
        {
            content: "The work result stays above",
            trigger: ".modal [name=result_rating] input[data-value=above]",
            run: "click",
        },
        {
            content: "So is the behaviour now",
            trigger: ".modal [name=behaviour_rating] input[data-value=above]",
            run: "click",
        },
        {
            content: "The predicate follows",
            trigger: ".modal [name=predicate] span:not(:empty)",
        },
        {
            content: "Write why",
            trigger: ".modal .o_field_widget[name=text] textarea",
            run: "edit The figures count",
        },
        {
            content: "Send it",
            trigger: ".modal button[name=action_answer][data-hotkey=d]",
            run: "click",
        },
        {
            content: "The first result is still there",
            trigger: "body:not(:has(.modal)) [name=first_predicate] span:not(:empty)",
        },
    ],
});
