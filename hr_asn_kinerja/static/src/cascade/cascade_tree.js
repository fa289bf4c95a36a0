/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */

/** The roots stand below a node that does not exist. */
export const ROOT = 0;

/** What of the tree is loaded, what of it is unfolded, and where its reader stands. */
export class CascadeTree {
    constructor() {
        this.clear();
    }

    /** Forget everything, before another period or unit is loaded. */
    clear() {
        this.nodes = {};
        this.children = {};
        this.totals = {};
        this.expanded = {};
        this.rootId = ROOT;
        this.trail = [];
        this.focusKey = "";
    }

    /**
     * Take over nodes that the server has sent.
     *
     * @param {Object} level
     * @param {Object} level.nodes by id
     * @param {Object} level.children ids by parent
     * @param {Object} level.totals how many children there are, by parent
     * @param {Boolean} isMore whether these children follow those that are there
     */
    add({nodes, children, totals}, isMore = false) {
        Object.assign(this.nodes, nodes);
        Object.assign(this.totals, totals);
        for (const [parent, ids] of Object.entries(children)) {
            const before = isMore ? this.children[parent] || [] : [];
            this.children[parent] = [...before, ...ids];
        }
    }

    /** The rows of the screen from top to bottom. */
    get rows() {
        const rows = [];
        if (this.rootId === ROOT) {
            this._addBelow(rows, ROOT, 1);
        } else {
            this._addNode(rows, this.rootId, 1);
        }
        return rows;
    }

    _addNode(rows, id, level, place = 1, size = 1) {
        const node = this.nodes[id];
        const isOpen = Boolean(node.child_count && this.expanded[id]);
        rows.push({key: `n${id}`, id, node, level, isOpen, place, size});
        if (isOpen) {
            this._addBelow(rows, id, level + 1);
        }
    }

    _addBelow(rows, parent, level) {
        const ids = this.children[parent] || [];
        const size = this.totals[parent] || ids.length;
        ids.forEach((id, index) => this._addNode(rows, id, level, index + 1, size));
        if (size > ids.length) {
            rows.push({key: `m${parent}`, parent, level, more: size - ids.length});
        }
    }

    /**
     * Make a node the root of the screen.
     *
     * @param {Number} id
     * @param {Object[]} trail what stands above it, from the top on
     */
    zoom(id, trail) {
        this.rootId = id;
        this.trail = trail;
        this.focusKey = `n${id}`;
        if (id !== ROOT) {
            this.expanded[id] = true;
        }
    }

    /**
     * Return what stands above a row of the screen, from the top on.
     *
     * @param {Object} row
     * @returns {Object[]}
     */
    trailOf(row) {
        const above = [];
        const rows = this.rows;
        let level = row.level;
        for (let index = rows.indexOf(this.find(row.key, rows)); index >= 0; index--) {
            if (rows[index].level < level && rows[index].node) {
                level = rows[index].level;
                above.unshift({id: rows[index].id, name: rows[index].node.name});
            }
        }
        return [...this.trail, ...above];
    }

    find(key, rows = this.rows) {
        return rows.find((row) => row.key === key);
    }
}
