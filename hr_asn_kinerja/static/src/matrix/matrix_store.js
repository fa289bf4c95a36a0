/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {Mutex} from "@web/core/utils/concurrency";

const MODEL = "asn.role.matrix";
const SAVED_FOR = 3000;

/**
 * What the server said of a matrix, and the calls that change it.
 *
 * Calls run one after the other: two quick cells of one person must not begin two plans.
 */
export class MatrixStore {
    constructor(orm) {
        this.orm = orm;
        this.mutex = new Mutex();
        this.plan = false;
        this.plans = [];
        this.columns = [];
        this.rows = [];
        this.results = [];
        this.cells = {};
        this.marks = {};
        this.mode = "results";
        this.last = false;
    }

    async load(skpId) {
        const answer = await this.orm.call(MODEL, "get_matrix", [skpId || false]);
        for (const row of answer.rows) {
            row.uid = row.key;
        }
        Object.assign(this, answer, {marks: {}, last: false, cells: {}});
        this.sort();
    }

    setMode(mode) {
        this.mode = mode;
        this.cells = {};
        this.sort();
    }

    /** The columns as they are shown: results, or their indicators. */
    get shown() {
        if (this.mode === "results") {
            return this.columns.map((one) => ({
                key: `r${one.id}`,
                parent_id: one.id,
                indicator_id: false,
                title: one.name,
                kind: one.kind,
            }));
        }
        return this.columns.flatMap((one) => this.splitColumn(one));
    }

    /**
     * One column an indicator, and one for what serves the result as a whole.
     *
     * @param {Object} column
     * @returns {Object[]}
     */
    splitColumn(column) {
        const parts = column.indicators.map((line) => ({
            key: `i${line.id}`,
            parent_id: column.id,
            indicator_id: line.id,
            title: line.name,
            target: line.target,
            group: column.name,
            kind: column.kind,
        }));
        const whole = this.results.some(
            (result) =>
                result.parent_id === column.id && result.indicator_ids.length === 0,
        );
        if (whole || parts.length === 0) {
            parts.push({
                key: `r${column.id}`,
                parent_id: column.id,
                indicator_id: false,
                title: column.name,
                kind: column.kind,
                isWhole: true,
            });
        }
        return parts;
    }

    /** Put each result into its cells; a cell that did not change stays the same list. */
    sort() {
        const uids = Object.fromEntries(this.rows.map((row) => [row.skp_id, row.uid]));
        const cells = {};
        for (const result of this.results) {
            for (const key of this.getColumnKeys(result)) {
                (cells[`${uids[result.skp_id]}|${key}`] ??= []).push(result);
            }
        }
        for (const key of Object.keys(this.cells)) {
            if (!cells[key]) {
                delete this.cells[key];
            }
        }
        for (const [key, list] of Object.entries(cells)) {
            const before = this.cells[key] || [];
            const isSame =
                before.length === list.length &&
                list.every((result, i) => result.token === before[i].token);
            if (!isSame) {
                this.cells[key] = list;
            }
        }
    }

    getColumnKeys(result) {
        if (this.mode === "results" || result.indicator_ids.length === 0) {
            return [`r${result.parent_id}`];
        }
        return result.indicator_ids.map((id) => `i${id}`);
    }

    getRow(uid) {
        return this.rows.find((row) => row.uid === uid);
    }

    /**
     * Keep what the server answered about a line.
     *
     * @param {Object} answer
     * @param {Number} [oldId] the result that the answer is about
     */
    take(answer, oldId) {
        if (answer.row) {
            const at = this.rows.findIndex(
                (row) =>
                    row.key === answer.row.key ||
                    row.key === `employee-${answer.row.employee_id}`,
            );
            if (at >= 0) {
                answer.row.uid = this.rows[at].uid;
                this.rows[at] = answer.row;
            }
        }
        const id = answer.result ? answer.result.id : oldId;
        const place = this.results.findIndex((result) => result.id === id);
        const news = answer.result ? [answer.result] : [];
        this.results.splice(
            place < 0 ? this.results.length : place,
            place < 0 ? 0 : 1,
            ...news,
        );
        this.sort();
    }

    write(row, column, draft) {
        return this.mutex.exec(async () => {
            const answer = await this.call("write_cell", {
                employee_id: row.employee_id,
                parent_id: column.parent_id,
                indicator_id: column.indicator_id,
                name: draft.text,
                kind: draft.kind,
                result_id: draft.result ? draft.result.id : false,
                token: draft.result ? draft.result.token : false,
            });
            this.take(answer, draft.result?.id);
            return answer;
        });
    }

    remove(result) {
        return this.mutex.exec(async () => {
            const answer = await this.call("remove_cell", {
                result_id: result.id,
                token: result.token,
            });
            this.take(answer, result.id);
            return answer;
        });
    }

    async call(method, values) {
        return this.orm.silent.call(MODEL, method, [], {
            skp_id: this.plan.id,
            ...values,
        });
    }

    searchPeople(text) {
        return this.call("search_people", {text});
    }

    async addMember(employeeId, note) {
        const answer = await this.call("add_member", {employee_id: employeeId, note});
        for (const row of answer.rows) {
            row.uid = row.key;
        }
        this.rows.push(...answer.rows);
        this.results.push(...answer.results);
        this.sort();
    }

    async removeMember(row) {
        await this.call("remove_member", {member_id: row.member_id});
        this.rows.splice(
            this.rows.findIndex((one) => one.uid === row.uid),
            1,
        );
        this.sort();
    }

    /**
     * Mark a cell as saving, saved or failed; a mark of success goes by itself.
     *
     * @param {String} key
     * @param {Object} mark
     */
    mark(key, mark) {
        this.marks[key] = mark;
        if (mark.status === "saved") {
            setTimeout(() => {
                if (this.marks[key]?.status === "saved") {
                    delete this.marks[key];
                }
            }, SAVED_FOR);
        }
    }
}
