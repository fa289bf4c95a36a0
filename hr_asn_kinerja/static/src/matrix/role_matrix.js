/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {Component, onWillStart, useEffect, useRef, useState} from "@odoo/owl";
import {_t} from "@web/core/l10n/translation";
import {registry} from "@web/core/registry";
import {useService} from "@web/core/utils/hooks";
import {ConfirmationDialog} from "@web/core/confirmation_dialog/confirmation_dialog";
import {Layout} from "@web/search/layout";
import {standardActionServiceProps} from "@web/webclient/actions/action_service";
import {MatrixCell} from "./matrix_cell";
import {MatrixPersonDialog} from "./matrix_dialogs";
import {MatrixKeys} from "./matrix_keys";
import {useMatrixSaving} from "./matrix_saving";
import {MatrixStore} from "./matrix_store";

/** Matriks Pembagian Peran dan Hasil: a leader's results, and who carries them. */
export class RoleMatrix extends Component {
    static template = "hr_asn_kinerja.RoleMatrix";
    static components = {Layout, MatrixCell};
    static props = {...standardActionServiceProps};

    setup() {
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.ui = useState(useService("ui"));
        this.root = useRef("root");
        this.store = useState(new MatrixStore(useService("orm")));
        this.state = useState({
            row: 0,
            column: 0,
            edited: false,
            typed: "",
            message: "",
            isLoading: false,
        });
        this.keys = new MatrixKeys(this);
        this.saving = useMatrixSaving(this);
        this.display = {controlPanel: {}};
        this.openCell = this.openCell.bind(this);
        this.closeCell = this.closeCell.bind(this);
        onWillStart(() => this.store.load(this.getPlanId()));
        useEffect(
            (row, column, edited) => {
                if (this.wantsFocus && !edited) {
                    this.wantsFocus = false;
                    this.getElement(row, column)?.focus();
                }
            },
            () => [this.state.row, this.state.column, this.state.edited],
        );
    }

    getPlanId() {
        const context = this.props.action.context || {};
        const isPlan = !context.active_model || context.active_model === "asn.skp";
        return this.props.state?.planId || (isPlan && context.active_id);
    }

    getElement(row, column) {
        return this.root.el?.querySelector(
            `[data-row="${row}"][data-column="${column}"]`,
        );
    }

    get columns() {
        return this.store.shown;
    }

    /** On a phone one column at a time: the cell stays as wide as the text needs. */
    get visible() {
        const all = this.columns.map((column, index) => ({column, index}));
        return this.ui.isSmall ? all.slice(this.column, this.column + 1) : all;
    }

    get column() {
        return Math.max(0, Math.min(this.state.column, this.columns.length - 1));
    }

    getKey(row, column) {
        return `${row.uid}|${column.key}`;
    }

    getLock(row) {
        return this.store.plan.lock || row.lock;
    }

    getDetail(row) {
        return [row.position, row.unit].filter(Boolean).join(" · ");
    }

    hasMain(row) {
        return this.store.results.some(
            (result) => result.skp_id === row.skp_id && result.kind === "main",
        );
    }

    isCarried(column) {
        return this.store.rows.some(
            (row) => this.store.cells[this.getKey(row, column)]?.length,
        );
    }

    async choosePlan(id) {
        this.state.isLoading = true;
        try {
            await this.store.load(id);
            Object.assign(this.state, {row: 0, column: 0, edited: false, message: ""});
        } finally {
            this.state.isLoading = false;
        }
    }

    setMode(mode) {
        this.store.setMode(mode);
        Object.assign(this.state, {column: 0, edited: false});
    }

    focus(row, column) {
        this.wantsFocus = true;
        Object.assign(this.state, {row, column});
        // the same cell again changes nothing that an effect would see
        this.getElement(row, column)?.focus();
    }

    /**
     * Follow a focus that came by other ways: a click, or a screen reader.
     *
     * @param {FocusEvent} ev
     */
    onFocusin(ev) {
        if (ev.target.getAttribute("role") === "gridcell") {
            this.state.row = Number(ev.target.dataset.row);
            this.state.column = Number(ev.target.dataset.column);
        }
    }

    openCell(rowIndex, columnIndex, typed = "") {
        const row = this.store.rows[rowIndex];
        const key = this.getKey(row, this.columns[columnIndex]);
        Object.assign(this.state, {row: rowIndex, column: columnIndex});
        if (this.getLock(row)) {
            this.state.message = this.getLock(row);
            return;
        }
        if (this.store.marks[key]?.status === "saving") {
            return;
        }
        Object.assign(this.state, {edited: key, typed, message: ""});
    }

    /**
     * Leave the editor; what was typed is saved unless it was cancelled.
     *
     * @param {Object[]|false} drafts
     * @param {Number} step to which side the focus goes on
     */
    closeCell(drafts, step) {
        const {row, column} = this.state;
        this.state.edited = false;
        if (drafts) {
            this.saving.save(this.store.rows[row], this.columns[column], drafts);
        }
        const last = this.columns.length - 1;
        this.focus(row, Math.max(0, Math.min(column + step, last)));
    }

    openPlan(row) {
        if (row.skp_id && row.kind === "staff") {
            this.action.doAction({
                type: "ir.actions.act_window",
                res_model: "asn.skp",
                res_id: row.skp_id,
                views: [[false, "form"]],
            });
        }
    }

    openPlans() {
        this.action.doAction("hr_asn_kinerja.asn_skp_action_my");
    }

    addPerson() {
        let isAdded = false;
        const props = {
            search: (text) => this.store.searchPeople(text),
            add: async (id, note) => {
                await this.store.addMember(id, note);
                isAdded = true;
            },
        };
        const show = () => this.focus(this.store.rows.length - 1, this.column);
        this.dialog.add(MatrixPersonDialog, props, {
            // the dialog gives the focus back first
            onClose: () => isAdded && setTimeout(show, 100),
        });
    }

    removePerson(row) {
        this.dialog.add(ConfirmationDialog, {
            title: _t("Take out of the matrix"),
            body: _t("%s will no longer read the results of this plan.", row.name),
            confirmLabel: _t("Take Out"),
            confirm: () => this.saving.attempt(() => this.store.removeMember(row)),
            cancel: () => {},
        });
    }
}

registry.category("actions").add("hr_asn_kinerja.role_matrix", RoleMatrix);
