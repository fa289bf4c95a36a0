/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {Component, onWillUpdateProps, useEffect, useRef, useState} from "@odoo/owl";

/** One person and one column: the results between them, read or written in place. */
export class MatrixCell extends Component {
    static template = "hr_asn_kinerja.MatrixCell";
    static props = {
        cellKey: String,
        row: Object,
        column: Object,
        results: {type: Array, optional: true},
        mark: {type: Object, optional: true},
        rowIndex: Number,
        columnIndex: Number,
        isFocused: Boolean,
        isEdited: Boolean,
        typed: {type: String, optional: true},
        lock: String,
        onOpen: Function,
        onClose: Function,
    };

    setup() {
        this.editor = useRef("editor");
        this.state = useState({drafts: []});
        onWillUpdateProps((next) => {
            if (next.isEdited && !this.props.isEdited) {
                this.state.drafts = this.getDrafts(next);
            }
        });
        useEffect(
            (isEdited) => {
                const first = isEdited && this.editor.el?.querySelector("textarea");
                if (first) {
                    first.focus();
                    first.setSelectionRange(first.value.length, first.value.length);
                }
            },
            () => [this.props.isEdited],
        );
    }

    /**
     * What can be edited: what failed to be saved, else the results as they are.
     *
     * @param {Object} props
     * @returns {Object[]}
     */
    getDrafts(props) {
        if (props.mark?.status === "error") {
            return props.mark.drafts.map((draft) => ({...draft}));
        }
        const drafts = (props.results || []).map((result) => ({
            id: result.id,
            result,
            text: result.name,
            kind: result.kind,
            lock: result.lock,
        }));
        if (props.typed || drafts.every((draft) => draft.lock)) {
            drafts.push(this.getEmptyDraft(props.column, props.typed));
        }
        return drafts;
    }

    getEmptyDraft(column, text) {
        return {
            id: "new",
            result: false,
            text: text || "",
            kind: column.kind,
            lock: "",
        };
    }

    get canAdd() {
        return !this.state.drafts.some((draft) => draft.id === "new");
    }

    add() {
        this.state.drafts.push(this.getEmptyDraft(this.props.column));
    }

    close(isKept, step = 0) {
        this.isClosing = true;
        this.props.onClose(isKept ? this.state.drafts : false, step);
        this.isClosing = false;
    }

    onKeydown(ev) {
        if (ev.key === "Escape") {
            this.take(ev, () => this.close(false));
        } else if (
            ev.key === "Enter" &&
            !ev.shiftKey &&
            ev.target.tagName !== "BUTTON"
        ) {
            this.take(ev, () => this.close(true));
        } else if (ev.key === "Tab") {
            this.onTab(ev);
        }
        // the arrows belong to the text
        ev.stopPropagation();
    }

    /**
     * Tab goes through what can be filled here, then on to the next cell.
     *
     * @param {KeyboardEvent} ev
     */
    onTab(ev) {
        const all = [...this.editor.el.querySelectorAll("textarea, select, button")];
        const edge = ev.shiftKey ? all[0] : all[all.length - 1];
        if (ev.target === edge) {
            this.take(ev, () => this.close(true, ev.shiftKey ? -1 : 1));
        }
    }

    take(ev, action) {
        ev.preventDefault();
        ev.stopPropagation();
        action();
    }

    onFocusout(ev) {
        const isInside = this.editor.el?.contains(ev.relatedTarget);
        if (
            !isInside &&
            !this.isClosing &&
            this.props.isEdited &&
            document.hasFocus()
        ) {
            this.close(true);
        }
    }
}
