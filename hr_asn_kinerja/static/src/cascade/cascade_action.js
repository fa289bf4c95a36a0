/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {
    Component,
    onMounted,
    onPatched,
    onWillStart,
    useRef,
    useState,
} from "@odoo/owl";
import {CascadeKeys} from "./cascade_keys";
import {CascadeTree, ROOT} from "./cascade_tree";
import {downloadFile} from "@web/core/network/download";
import {registry} from "@web/core/registry";
import {standardActionServiceProps} from "@web/webclient/actions/action_service";
import {useDebounced} from "@web/core/utils/timing";
import {useService} from "@web/core/utils/hooks";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const WAIT = 350;

/** Decode the file that the server has sent as text. */
function decode(text) {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return new Blob([bytes], {type: XLSX});
}

/** The cascade from the head's result down to a person, unfolded where one looks. */
export class CascadeAction extends Component {
    static template = "hr_asn_kinerja.CascadeAction";
    static props = {...standardActionServiceProps};

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.treeRef = useRef("tree");
        this.tree = useState(new CascadeTree());
        this.keys = new CascadeKeys(this);
        this.state = useState({
            periods: [],
            periodId: false,
            departments: [],
            departmentId: false,
            canExport: false,
            isBusy: false,
            words: "",
            found: null,
        });
        this.search = useDebounced(() => this.find(), WAIT);
        onWillStart(() => this.load());
        onMounted(() => this.focus({key: this.focusKey}));
        onPatched(() => this.applyFocus());
    }

    get place() {
        return [this.state.periodId, this.state.departmentId];
    }

    get focusKey() {
        const rows = this.tree.rows;
        return (this.tree.find(this.tree.focusKey, rows) || rows[0])?.key;
    }

    /** Who a node belongs to, as far as the reader may know. */
    about({owner, position, unit}) {
        return [owner, position, unit].filter(Boolean).join(" · ");
    }

    call(method, ...args) {
        return this.orm.call("asn.cascade", method, args);
    }

    async load() {
        const start = await this.call("get_start", ...this.place);
        this.state.periods = start.periods;
        this.state.periodId = start.period_id;
        this.state.departments = start.departments;
        this.state.canExport = start.can_export;
        this.tree.clear();
        this.tree.add(start);
        await this.unfold(start.children[ROOT]);
    }

    /** Unfold what stands above the reader's own results, and a lonely root. */
    async unfold(ids) {
        const {nodes, children, expanded} = this.tree;
        const above = ids.filter((id) => nodes[id].is_masked || ids.length === 1);
        const closed = above.filter((id) => nodes[id].child_count && !expanded[id]);
        const missing = closed.filter((id) => !children[id]);
        if (missing.length) {
            this.tree.add(await this.call("get_children", missing, ...this.place));
        }
        for (const id of closed) {
            expanded[id] = true;
        }
        const next = closed.filter((id) => nodes[id].is_masked);
        if (next.length) {
            await this.unfold(next.flatMap((id) => children[id]));
        }
    }

    async choose(key, value) {
        this.state[key] = parseInt(value, 10) || false;
        if (key === "periodId") {
            this.state.departmentId = false;
        }
        this.state.found = null;
        this.state.words = "";
        await this.load();
    }

    async toggle(row, isOpen = !row.isOpen) {
        if (row.parent !== undefined) {
            await this.loadMore(row);
        } else if (row.node.child_count) {
            if (isOpen) {
                await this.ensure(row.id);
            }
            this.tree.expanded[row.id] = isOpen;
        }
    }

    /** Load what is below a node, if it is not there yet. */
    async ensure(id) {
        if (!this.tree.children[id]) {
            this.tree.add(await this.call("get_children", [id], ...this.place));
        }
    }

    async loadMore(row) {
        const there = this.tree.children[row.parent].length;
        const args = [[row.parent], ...this.place, there];
        const level = await this.call("get_children", ...args);
        this.tree.add(level, true);
        const [first] = level.children[row.parent] || [];
        if (first) {
            this.focus({key: `n${first}`});
        }
    }

    collapse() {
        this.tree.expanded = {[this.tree.rootId]: true};
    }

    async zoom(row) {
        if (row.node && row.id !== this.tree.rootId) {
            const trail = this.tree.trailOf(row);
            await this.ensure(row.id);
            this.tree.zoom(row.id, trail);
            this.focus(row);
        }
    }

    async zoomTo(index) {
        const trail = this.tree.trail;
        const id = index < 0 ? ROOT : trail[index].id;
        const before = this.tree.rootId;
        if (id !== ROOT && !this.tree.nodes[id]) {
            const node = await this.call("get_node", id, ...this.place);
            this.tree.nodes[id] = node;
        }
        await this.ensure(id);
        this.tree.zoom(id, trail.slice(0, Math.max(index, 0)));
        this.focus({key: `n${before}`});
    }

    zoomOut() {
        if (this.tree.rootId !== ROOT) {
            this.zoomTo(this.tree.trail.length - 1);
        }
    }

    async find() {
        const words = this.state.words.trim();
        const found = words
            ? await this.call("find_nodes", words, ...this.place)
            : null;
        if (words === this.state.words.trim()) {
            this.state.found = found;
        }
    }

    async show(node) {
        this.tree.nodes[node.id] = node;
        await this.ensure(node.id);
        this.tree.zoom(node.id, node.trail);
        this.state.found = null;
        this.state.words = "";
        this.focus({key: `n${node.id}`});
    }

    open(row) {
        if (row.node?.skp_id) {
            return this.action.doAction({
                type: "ir.actions.act_window",
                res_model: "asn.skp",
                res_id: row.node.skp_id,
                views: [[false, "form"]],
            });
        }
        return this.toggle(row);
    }

    async exportTree() {
        this.state.isBusy = true;
        try {
            const root = this.tree.rootId || false;
            const file = await this.call("export_tree", ...this.place, root);
            await downloadFile(decode(file.content), file.name, XLSX);
        } finally {
            this.state.isBusy = false;
        }
    }

    /** Give a row the focus: now, or as soon as it is on the screen. */
    focus({key}) {
        this.tree.focusKey = key;
        this.awaited = key;
        requestAnimationFrame(() => this.applyFocus());
    }

    applyFocus() {
        const row = this.treeRef.el?.querySelector(`[data-key="${this.awaited}"]`);
        if (row) {
            this.awaited = "";
            row.focus();
        }
    }

    onKeydown(ev) {
        if (ev.target.closest("[role=treeitem]")) {
            const rows = this.tree.rows;
            const key = ev.target.closest("[role=treeitem]").dataset.key;
            const index = rows.findIndex((row) => row.key === key);
            this.keys.press(ev, rows, index);
        }
    }
}

registry.category("actions").add("asn_cascade", CascadeAction);
