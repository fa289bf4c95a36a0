/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {registry} from "@web/core/registry";

const CURRENT = ".o_statusbar_status button.o_arrow_button_current";

/** An employee writes a plan from nothing and submits it. */
registry.category("web_tour.tours").add("asn_skp_write", {
    steps: () => [
        {
            content: "Begin a plan",
            trigger: ".o_list_button_add",
            run: "click",
        },
        {
            content: "Add a result",
            trigger:
                ".o_field_widget[name=result_ids] .o_field_x2many_list_row_add :is(a, button)",
            run: "click",
        },
        {
            content: "Write the result",
            trigger: ".modal .o_field_widget[name=name] textarea",
            run: "edit Letters are answered",
        },
        {
            content: "Add an indicator",
            trigger: ".modal .o_field_x2many_list_row_add :is(a, button)",
            run: "click",
        },
        {
            content: "Name the indicator",
            trigger: ".modal .o_selected_row .o_field_widget[name=name] textarea",
            run: "edit Number of letters",
        },
        {
            content: "Set the target",
            trigger: ".modal .o_selected_row .o_field_widget[name=target_min] input",
            run: "edit 12",
        },
        {
            content: "Keep the result",
            trigger: ".modal .o_form_button_save",
            run: "click",
        },
        {
            content: "Save the plan",
            trigger: "body:not(:has(.modal)) .o_form_button_save",
            run: "click",
        },
        {
            content: "Submit it",
            trigger: "button[name=action_submit]",
            run: "click",
        },
        {
            content: "It is submitted",
            trigger: `${CURRENT}[data-value=submitted]`,
        },
    ],
});

/** The assessor rates with the worksheet and delivers. */
registry.category("web_tour.tours").add("asn_assessment_rate", {
    steps: () => [
        {
            content: "Open the first worksheet",
            trigger: ".o_data_row .o_data_cell",
            run: "click",
        },
        {
            content: "Rate the results",
            trigger: "[name=result_rating] input[data-value=meets]",
            run: "click",
        },
        {
            content: "Rate the behaviour",
            trigger: "[name=behaviour_rating] input[data-value=above]",
            run: "click",
        },
        {
            content: "The predicate follows by the matrix",
            trigger: "[name=predicate] span:not(:empty)",
        },
        {
            content: "Confirm",
            trigger: "button[name=action_rate]",
            run: "click",
        },
        {
            content: "Deliver",
            trigger: "button[name=action_deliver]",
            run: "click",
        },
        {
            content: "Yes, deliver",
            trigger: ".modal footer .btn-primary",
            run: "click",
        },
        {
            content: "It is delivered",
            trigger: `${CURRENT}[data-value=delivered]`,
        },
    ],
});
