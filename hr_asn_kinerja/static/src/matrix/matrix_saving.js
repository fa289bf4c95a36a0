/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {_t} from "@web/core/l10n/translation";
import {useService} from "@web/core/utils/hooks";
import {ConfirmationDialog} from "@web/core/confirmation_dialog/confirmation_dialog";
import {MatrixConflictDialog} from "./matrix_dialogs";

/** Saving of cells: marks, conflicts, removal, and taking back the last change. */
class MatrixSaving {
    constructor(matrix, dialog) {
        this.matrix = matrix;
        this.dialog = dialog;
    }

    get store() {
        return this.matrix.store;
    }

    /**
     * Do something and tell a refusal in the line of messages.
     *
     * @param {Function} action
     */
    async attempt(action) {
        try {
            await action();
        } catch (error) {
            this.matrix.state.message = this.explain(error);
        }
    }

    explain(error) {
        const isConnection = !error.data;
        return isConnection
            ? _t(
                  "No connection. What you typed is kept; press Enter there to try again.",
              )
            : error.data.message;
    }

    isChanged(draft) {
        const text = draft.text.trim();
        if (draft.lock) {
            return false;
        }
        if (!draft.result) {
            return text !== "";
        }
        return text !== draft.result.name || draft.kind !== draft.result.kind;
    }

    async save(row, column, drafts) {
        const key = this.matrix.getKey(row, column);
        const changed = drafts.filter((draft) => this.isChanged(draft));
        if (changed.length === 0) {
            delete this.store.marks[key];
            return;
        }
        const written = changed.filter((draft) => draft.text.trim());
        const emptied = changed.filter((draft) => !draft.text.trim());
        if (written.length) {
            this.store.mark(key, {status: "saving", text: written[0].text});
            try {
                for (const draft of written) {
                    await this.saveOne(row, column, draft);
                }
                this.store.mark(key, {status: "saved"});
            } catch (error) {
                const message = this.explain(error);
                this.store.mark(key, {status: "error", message, drafts});
            }
        }
        emptied.forEach((draft) => this.ask(row, column, draft.result));
    }

    async saveOne(row, column, draft) {
        const before = draft.result && {...draft.result};
        const answer = await this.store.write(row, column, draft);
        if (answer.status === "saved") {
            this.store.last = {row, column, before, after: answer.result};
            return;
        }
        const current = answer.result;
        if (current && current.name === before.name && current.kind === before.kind) {
            // it was only moved within the plan
            await this.saveOne(row, column, {...draft, result: current});
            return;
        }
        this.dialog.add(MatrixConflictDialog, {
            name: row.name,
            mine: draft.text,
            theirs: current ? current.name : "",
            onMine: () =>
                this.save(row, column, [{...draft, result: current, lock: ""}]),
        });
    }

    clear(rowIndex, columnIndex) {
        const row = this.store.rows[rowIndex];
        const column = this.matrix.columns[columnIndex];
        const results = this.store.cells[this.matrix.getKey(row, column)] || [];
        const lock = this.matrix.getLock(row);
        if (lock) {
            this.matrix.state.message = lock;
        } else if (results.length === 1) {
            this.ask(row, column, results[0]);
        } else if (results.length) {
            this.matrix.openCell(rowIndex, columnIndex);
        }
    }

    ask(row, column, result) {
        if (!result.is_removable) {
            this.matrix.state.message = _t(
                "This result was not given by you, so only %s can delete it.",
                row.name,
            );
            return;
        }
        const body = result.indicator_count
            ? _t(
                  "“%(result)s” leaves the plan of %(name)s, with its indicators (%(count)s). These cannot be brought back.",
                  {result: result.name, name: row.name, count: result.indicator_count},
              )
            : _t("“%(result)s” leaves the plan of %(name)s.", {
                  result: result.name,
                  name: row.name,
              });
        this.dialog.add(ConfirmationDialog, {
            title: _t("Remove this result"),
            body,
            confirmLabel: _t("Remove"),
            confirm: () => this.attempt(() => this.remove(row, column, result)),
            cancel: () => {},
        });
    }

    async remove(row, column, result) {
        const answer = await this.store.remove(result);
        if (answer.status === "changed") {
            this.matrix.state.message = _t(
                "This result was changed just now. Read it and decide again.",
            );
        } else if (answer.status === "removed" && !result.indicator_count) {
            this.store.last = {row, column, before: {...result}, after: false};
        } else {
            this.store.last = false;
        }
        this.matrix.focus(this.matrix.state.row, this.matrix.state.column);
    }

    /** Take back the last change: write what stood there, or remove what did not. */
    async undo() {
        const last = this.store.last;
        if (!last) {
            return;
        }
        this.store.last = false;
        const {row, column, before, after} = last;
        await this.attempt(async () => {
            const answer = before
                ? await this.store.write(this.store.getRow(row.uid), column, {
                      text: before.name,
                      kind: before.kind,
                      result: after,
                  })
                : await this.store.remove(after);
            const isDone = ["saved", "removed"].includes(answer.status);
            this.matrix.state.message = isDone
                ? _t("The last change was taken back.")
                : _t("Somebody changed this result in between, so it stays as it is.");
        });
    }
}

/**
 * Let a matrix save its cells.
 *
 * @param {Object} matrix the screen
 * @returns {MatrixSaving}
 */
export function useMatrixSaving(matrix) {
    return new MatrixSaving(matrix, useService("dialog"));
}
