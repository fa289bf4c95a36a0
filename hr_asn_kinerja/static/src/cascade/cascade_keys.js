/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */

/** Letters that are typed within this many milliseconds belong together. */
const PAUSE = 700;

/** Moves through a tree by keyboard, as people know it from their files. */
export class CascadeKeys {
    constructor(screen) {
        this.screen = screen;
        this.typed = "";
        this.typedAt = 0;
        this.moves = {
            ArrowDown: (rows, index) => this.to(rows, index + 1),
            ArrowUp: (rows, index) => this.to(rows, index - 1),
            ArrowRight: (rows, index) => this.right(rows, index),
            ArrowLeft: (rows, index) => this.left(rows, index),
            Home: (rows) => this.to(rows, 0),
            End: (rows) => this.to(rows, rows.length - 1),
            Enter: (rows, index) => this.screen.open(rows[index]),
            " ": (rows, index) => this.screen.toggle(rows[index]),
            "+": (rows, index) => this.screen.zoom(rows[index]),
            "-": () => this.screen.zoomOut(),
        };
    }

    /**
     * Do what a key means here.
     *
     * @param {KeyboardEvent} ev
     * @param {Object[]} rows
     * @param {Number} index of the row that has the focus
     */
    press(ev, rows, index) {
        if (ev.ctrlKey || ev.altKey || ev.metaKey || index < 0) {
            return;
        }
        const move = this.isTyping && ev.key === " " ? undefined : this.moves[ev.key];
        if (move) {
            ev.preventDefault();
            move(rows, index);
        } else if (ev.key.length === 1) {
            ev.preventDefault();
            this.type(ev.key, rows, index);
        }
    }

    get isTyping() {
        return this.typed && Date.now() - this.typedAt < PAUSE;
    }

    type(letter, rows, index) {
        this.typed = (this.isTyping ? this.typed : "") + letter.toLowerCase();
        this.typedAt = Date.now();
        const first = this.typed.length > 1 ? index : index + 1;
        const ordered = [...rows.slice(first), ...rows.slice(0, first)];
        const found = ordered.find(({node}) =>
            [node?.name, node?.owner].some((text) =>
                text?.toLowerCase().startsWith(this.typed),
            ),
        );
        if (found) {
            this.screen.focus(found);
        }
    }

    to(rows, index) {
        if (rows[index]) {
            this.screen.focus(rows[index]);
        }
    }

    right(rows, index) {
        if (rows[index].isOpen) {
            this.to(rows, index + 1);
        } else {
            this.screen.toggle(rows[index], true);
        }
    }

    left(rows, index) {
        const row = rows[index];
        if (row.isOpen) {
            this.screen.toggle(row, false);
            return;
        }
        for (let above = index - 1; above >= 0; above--) {
            if (rows[above].level < row.level) {
                this.screen.focus(rows[above]);
                return;
            }
        }
    }
}
