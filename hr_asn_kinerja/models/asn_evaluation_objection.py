# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..kinerja_rules import remedy
from ..tools.typed import storable


class AsnEvaluation(models.Model):
    """The steps of the parties: object, withdraw, explain, appeal."""

    _inherit = "asn.evaluation"

    def action_object(self, reasons=None, attachment_ids=None):
        """File an objection, within the days for it.

        :param reasons: text, or {part: text} with parts of `remedy.PARTS`
        :param attachment_ids: the user's own uploads that hang nowhere yet
        """
        self._begin("object")
        # sudo: asn.period - how many steps there are, for everybody
        steps = int(self.interval_id.sudo().period_id.objection_steps)
        self._file("object", remedy.first_level(steps), reasons, attachment_ids)

    def action_appeal(self, reasons=None, attachment_ids=None):
        """Go on to the superior, from what the assessor settled or left unanswered."""
        self._begin("appeal")
        before_sudo = self._get_objections()[self.id]
        if before_sudo.state == "waiting":
            before_sudo.state = "unanswered"
        self._file("appeal", "superior", reasons, attachment_ids)

    def _file(self, verb, level, reasons, attachment_ids):
        """Make the objection, move the state and tell who is asked."""
        texts = self._check_reasons(reasons)
        files = self._find_uploads(attachment_ids)
        period = self.interval_id.period_id
        today = period._today()
        # sudo: asn.objection - the flow alone makes them; the step was checked
        objection_sudo = (
            self.env["asn.objection"]
            .sudo()
            .create(
                {
                    "evaluation_id": self.id,
                    "round": self.reopen_count,
                    "level": level,
                    "filed_on": today,
                    "answer_until": period._get_last_day(
                        today, period.sudo().answer_days
                    ),
                    "result_before": self.result_rating,
                    "behaviour_before": self.behaviour_rating,
                    "predicate_before": self.predicate,
                    "evidence_ids": [fields.Command.set(files.ids)],
                    **{f"{part}_reason": text for part, text in texts.items()},
                }
            )
        )
        objection_sudo._keep_evidence()
        # the reasons stand in the objection, which fewer people read
        self._finish(verb)
        self._ask(
            self.assessor_user_id,
            self.env._(
                "Answer the objection until %(day)s",
                day=format_date(self.env, objection_sudo.answer_until),
            ),
            official=self.assessor_id,
        )
        return objection_sudo

    def _find_uploads(self, attachment_ids):
        """Return the files of these numbers; a sentence if one is not there."""
        numbers = attachment_ids or []
        if not isinstance(numbers, list | tuple) or not all(
            isinstance(number, int) for number in numbers
        ):
            numbers = [0]
        # sudo: ir.attachment - whose they are is looked at before they are kept
        files_sudo = self.env["ir.attachment"].sudo().browse(numbers).exists()
        if len(files_sudo) != len(set(numbers)):
            raise UserError(
                self.env._("A file is not there any more. Upload it again, please.")
            )
        return files_sudo

    def _check_reasons(self, reasons):
        """Return {part: text} of the parts that have a reason; one is required."""
        if isinstance(reasons, str):
            reasons = {"other": reasons}
        texts = {}
        for part, text in (reasons if isinstance(reasons, dict) else {}).items():
            text = storable(text).strip() if isinstance(text, str) else ""
            if part in remedy.PARTS and text:
                texts[part] = text
        if not texts:
            raise UserError(
                self.env._(
                    "Write at least one reason: what do you not agree with, and why?"
                )
            )
        return texts

    def action_withdraw(self):
        """Take the objection back; the result holds as it is now."""
        self._begin("withdraw")
        objection_sudo = self._get_objections().get(self.id)
        if objection_sudo:
            objection_sudo.state = "withdrawn"
        self._finish("withdraw", {"decider_user_id": False})
        self._close_asks()

    def action_explain(self, text=None):
        """Explain the rating to the superior who decides, as the assessor."""
        self._begin("explain")
        text = self._require_note(text)
        objection_sudo = self._get_objections()[self.id]
        objection_sudo.write(
            {
                "state": "explained",
                "explanation": text,
                "explained_on": self.interval_id.period_id._today(),
                "explained_by": self.env.user.name,
            }
        )
        self._finish("explain")
        self._ask_judges()

    def _ask_judges(self):
        """Ask whoever may decide now, or leave it to the list of the manager."""
        judges = self._get_judges().get(self, self.env["res.users"])
        self._ask_each([(self, judges, self.env._("Decide on this objection"))])

    def _tell_employee(self, body):
        """Put a sentence into the employee's inbox; never with a rating in it."""
        user = self.employee_user_id
        if user:
            # sudo: mail.thread - whoever acts need not follow the document
            self.sudo().message_notify(
                partner_ids=user.sudo().partner_id.ids,
                subject=self.display_name,
                body=body,
            )
