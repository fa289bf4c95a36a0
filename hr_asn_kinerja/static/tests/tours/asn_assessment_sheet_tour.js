/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {registry} from "@web/core/registry";

const row = (place) => `.o_data_row:nth-child(${place})`;
// The row before stays selected until it is saved
const input = (place, name) =>
    `${row(place)}.o_selected_row [name=${name}] .o_select_menu_input`;

/** Types the rating of a cell and clicks what the list proposes. */
function rateCell(place, name, words) {
    return [
        {
            content: `Type the rating in ${name}`,
            trigger: input(place, name),
            run: `edit ${words}`,
        },
        {
            content: "Take the first that fits",
            trigger: `.o_select_menu_item:contains(${words})`,
            run: "click",
        },
        {
            content: "It stands in the cell",
            trigger: `${input(place, name)}:value(${words})`,
        },
    ];
}

/** Rates the result and the behaviour of one row. */
function rateRow(place, words) {
    return [
        {
            content: `Go to row ${place}`,
            trigger: `${row(place)} .o_data_cell[name=result_rating]`,
            run: "click",
        },
        ...rateCell(place, "result_rating", words),
        {
            content: `On to the behaviour in row ${place}`,
            trigger: `${row(place)} .o_data_cell[name=behaviour_rating]`,
            run: "click",
        },
        ...rateCell(place, "behaviour_rating", words),
    ];
}

/** An assessor rates three people one below the other and leaves the list saved. */
registry.category("web_tour.tours").add("asn_assessment_sheet", {
    steps: () => [
        ...rateRow(1, "Sesuai"),
        ...rateRow(2, "Di Atas"),
        ...rateRow(3, "Sesuai"),
        {
            content: "Save the last row",
            trigger: ".o_list_button_save",
            run: "click",
        },
        {
            content: "Nothing is being edited any more",
            trigger: ".o_list_view:not(:has(.o_selected_row))",
        },
    ],
});
