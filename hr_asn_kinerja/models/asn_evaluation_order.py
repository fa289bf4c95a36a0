# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import UserError

from ..kinerja_rules import remedy
from ..tools.typed import storable

CLEARED = (
    "result_rating",
    "behaviour_rating",
    "predicate",
    "recommendation",
    "rated_on",
    "delivered_on",
    "acknowledged_on",
    "acknowledge_until",
    "objection_until",
    "decider_user_id",
)


class AsnEvaluation(models.Model):
    """What the agency manager does by an order with a number: appoint and reopen."""

    _inherit = "asn.evaluation"

    reopen_number = fields.Char(
        string="Reopened By Order Number", readonly=True, copy=False
    )
    reopen_note = fields.Text(string="Why It Was Reopened", readonly=True, copy=False)

    def action_appoint(self, user=None, number=None):
        """Name the official who decides, where the superior cannot.

        :param user: user, or its number
        :param number: number of the decision that names the official
        """
        self._begin("appoint")
        number = self._require_number(number)
        user_sudo = self._find_appointed(user)
        # sudo: asn.evaluation, asn.objection - closed columns; the step was checked
        self._get_objections()[self.id].appointed_number = number
        self._finish(
            "appoint",
            {"decider_user_id": user_sudo.id},
            note=self.env._(
                "%(name)s decides by decision %(number)s",
                name=user_sudo.name,
                number=number,
            ),
        )
        self._ask_judges()

    def _find_appointed(self, user):
        """Return, elevated, a user of the agency who has no part in the matter."""
        user_id = user if isinstance(user, int) else getattr(user, "id", False)
        # sudo: res.users - whether they may decide, and their name
        user_sudo = self.env["res.users"].sudo().browse(user_id or []).exists()
        took_part = self.sudo()._get_users_who_took_part()[self.id]
        if (
            not user_sudo.active
            or user_sudo.share
            or user_sudo == self.env.user
            or self.sudo().company_id not in user_sudo.company_ids
            or not remedy.may_judge(
                user_sudo.id, self.sudo().employee_user_id.id, took_part
            )
        ):
            raise UserError(
                self.env._(
                    "Choose an official of this agency with a login who had no part in "
                    "the rating, and not yourself."
                )
            )
        return user_sudo

    def action_reopen(self, note=None, number=None):
        """Open a final evaluation again by an order; it is rated and delivered anew.

        The frozen documents stay links of the chain, the first result stays readable.

        :param note: why, the employee reads it
        :param number: number of the order
        """
        self._begin("reopen")
        note, number = self._require_note(note), self._require_number(number)
        snapshot = self.env["asn.snapshot"]._take_reopening(self, note, number)
        self.sudo()._get_assessment_sudo()._keep_seal()
        decision = self._finish(
            "reopen",
            {
                **self._prepare_first_values(),
                **dict.fromkeys(CLEARED, False),
                "reopened_on": self.interval_id.period_id._today(),
                "reopen_count": self.reopen_count + 1,
                "reopen_number": number,
                "reopen_note": note,
            },
            note=self.env._("%(note)s (order %(number)s)", note=note, number=number),
            snapshot=snapshot,
        )
        # sudo: frozen column, the head of the chain as printed
        self.sudo().digest = decision.sudo().digest
        self._tell_employee(
            self.env._(
                "Your evaluation was reopened by an order of the agency. It will be "
                "rated and delivered again; you will be told."
            )
        )
        self._ask(
            self.assessor_user_id,
            self.env._("Rate this reopened evaluation again"),
            official=self.assessor_id,
        )

    def _require_number(self, number):
        number = storable(number).strip() if isinstance(number, str) else ""
        if not number or len(number) > 100:
            raise UserError(
                self.env._(
                    "Enter the number of the letter, for example 800/12/2026; it has "
                    "at most 100 characters."
                )
            )
        return number
