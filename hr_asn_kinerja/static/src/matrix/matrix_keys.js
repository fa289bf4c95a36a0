/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */

const STEPS = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-8, 0],
    PageDown: [8, 0],
};

/** The keyboard of the grid: arrows move, Enter and letters write, Delete removes. */
export class MatrixKeys {
    constructor(matrix) {
        this.matrix = matrix;
    }

    onKeydown(ev) {
        const isCell = ev.target.getAttribute("role") === "gridcell";
        if (isCell && this.act(ev)) {
            ev.preventDefault();
            ev.stopPropagation();
        }
    }

    act(ev) {
        const isCommand = ev.ctrlKey || ev.metaKey;
        if (isCommand && ev.key.toLowerCase() === "z") {
            this.matrix.saving.undo();
            return true;
        }
        return this.jump(ev) || (!isCommand && !ev.altKey && this.step(ev));
    }

    /**
     * Home and End go along the row, with Ctrl to the corners.
     *
     * @param {KeyboardEvent} ev
     * @returns {Boolean} whether it was one of these keys
     */
    jump(ev) {
        if (ev.key !== "Home" && ev.key !== "End") {
            return false;
        }
        const far = ev.key === "End" ? Infinity : 0;
        this.move(ev.ctrlKey ? far : this.matrix.state.row, far);
        return true;
    }

    step(ev) {
        const {row, column} = this.matrix.state;
        if (ev.key in STEPS) {
            const [down, right] = STEPS[ev.key];
            this.move(row + down, column + right);
        } else if (ev.key === "Enter" || ev.key === "F2") {
            this.matrix.openCell(row, column);
        } else if (ev.key === "Delete" || ev.key === "Backspace") {
            this.matrix.saving.clear(row, column);
        } else if (ev.key.length === 1 && ev.key !== " ") {
            this.matrix.openCell(row, column, ev.key);
        } else {
            return false;
        }
        return true;
    }

    move(row, column) {
        const clamp = (value, most) => Math.max(0, Math.min(value, most));
        this.matrix.state.message = "";
        this.matrix.focus(
            clamp(row, this.matrix.store.rows.length - 1),
            clamp(column, this.matrix.columns.length - 1),
        );
    }
}
