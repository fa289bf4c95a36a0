# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError, UserError

from .asn_skp_remark import SUGGESTED


class AsnSkpRemark(models.Model):
    """The answers to a remark."""

    _inherit = "asn.skp.remark"

    def action_take_over(self):
        """Write the assessor's wording and target into the own draft."""
        self._begin_answer()
        for remark in self:
            line = remark._get_line()
            if not remark.has_suggestion or not line:
                raise UserError(
                    self.env._(
                        "There is nothing to take over: the line is gone or only a "
                        "reason was written. Answer the remark instead."
                    )
                )
            # the employee's own rights decide: only the own draft can be written
            line.write(remark._get_suggested_values(line))
        self._answer("settled", "taken")

    def action_answer(self, answer=None):
        """Answer a question, or keep the own wording and say why."""
        self._begin_answer()
        answer = self.env["asn.skp"]._require_note(answer)
        proposals = self.filtered("has_suggestion")
        proposals._answer("answered", "kept", answer)
        (self - proposals)._answer("answered", "answered", answer)
        for skp in self.skp_id:
            skp._notify(
                skp.sudo().assessor_user_id,
                self.env._("%(name)s answered your remark.", name=skp.employee_name),
            )

    def action_open_answer(self):
        """Open the dialog in which the answer is written."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Answer the Remark"),
            "res_model": "asn.skp.remark.answer",
            "view_mode": "form",
            "target": "new",
            "context": {"default_remark_id": self.id},
        }

    def action_settle(self):
        """The assessor leaves it at that."""
        self.check_access("read")
        roles = self.skp_id._get_roles()
        if any(roles[skp.id] & {"employee"} for skp in self.skp_id) or any(
            "assessor" not in roles[skp.id] for skp in self.skp_id
        ):
            raise AccessError(self.env._("Only the assessor settles a remark."))
        for skp in self.skp_id:
            skp._check_period_open("return")
        self._settle()

    def _begin_answer(self):
        """Make sure that the user is the employee and the remarks are open."""
        self.check_access("read")
        # sudo: asn.skp.remark - answering is no write of the user's own
        self.sudo().lock_for_update()
        self.invalidate_recordset(["state"])
        roles = self.skp_id._get_roles()
        if any("employee" not in roles[skp.id] for skp in self.skp_id):
            raise AccessError(
                self.env._("Only the employee whose plan it is answers a remark.")
            )
        if not all(self.mapped("can_answer")):
            raise UserError(
                self.env._(
                    "This remark is no longer open. Reload the page to see how it "
                    "stands."
                )
            )
        for skp in self.skp_id:
            skp._check_period_open("submit")

    def _answer(self, state, outcome, answer=False):
        # sudo: asn.skp.remark - state and answer only change through the actions
        self.sudo().write({"state": state, "outcome": outcome, "answer": answer})

    def _settle(self):
        # sudo: asn.skp.remark - state and answer only change through the actions
        self.sudo().filtered(lambda remark: remark.state != "settled").write(
            {"state": "settled"}
        )

    def _answer_by_plan(self):
        """Answer the open remarks whose line the employee has changed or removed."""
        still_open = self.filtered(lambda remark: remark.state == "open")
        of_lines = still_open.filtered("line_text")
        removed = of_lines.filtered(lambda remark: not remark._get_line())
        changed = (of_lines - removed).filtered(
            lambda remark: self._describe(remark._get_line()) != remark.line_text
        )
        removed._answer("answered", "removed")
        changed._answer("answered", "changed")
        return still_open - removed - changed

    def _tell_question(self):
        """A question does not wait for the return of the plan."""
        questions = self.filtered(lambda remark: remark.kind == "question")
        for skp, remarks in questions.grouped("skp_id").items():
            skp._notify(
                skp.employee_user_id,
                self.env._(
                    "%(name)s has a question about your plan: %(text)s",
                    name=remarks[0].author_name,
                    text="; ".join(remarks.mapped("text")),
                ),
            )

    def _get_line(self):
        """Return the line; none when it is gone or the whole plan is meant.

        A line that was agreed once is not deleted: a revision takes it out.
        """
        self.ensure_one()
        if self.line_kind == "indicator":
            return self.indicator_id.filtered("active")
        return (self.indicator_id or self.result_id).filtered("active")

    @api.model
    def _describe(self, line):
        """Return a line as text, as the other side reads it."""
        if not line:
            return False
        if line._name == "asn.skp.indicator":
            return f"{line.name}: {line.target_label}"
        return line.name

    @api.model
    def _prepare_suggestion(self, line, vals):
        """Return the proposal, if it says anything else than the line."""
        empty = dict.fromkeys(SUGGESTED, False)
        wanted = {
            name: vals[name]
            for name, column in SUGGESTED.items()
            if line and column in line._fields and name in vals
        }
        if line and line._name == "asn.skp.indicator":
            line._check_figures({SUGGESTED[name]: wanted[name] for name in wanted})
        changed = {
            name: value
            for name, value in wanted.items()
            if (value or False) != (line[SUGGESTED[name]] or False)
        }
        if not changed or (
            "suggested_name" in changed and not wanted["suggested_name"]
        ):
            return {**empty, "has_suggestion": False, "suggestion": False}
        values = {
            name: line[column] if column in line._fields else False
            for name, column in SUGGESTED.items()
        } | wanted
        columns = {SUGGESTED[name]: value for name, value in values.items()}
        shown = line.new(
            {name: value for name, value in columns.items() if name in line._fields},
            origin=line,
        )
        return {
            **empty,
            **values,
            "has_suggestion": True,
            "suggestion": self._describe(shown),
        }

    def _get_suggested_values(self, line):
        return {
            column: self[name]
            for name, column in SUGGESTED.items()
            if column in line._fields and self[name] != line[column]
        }
