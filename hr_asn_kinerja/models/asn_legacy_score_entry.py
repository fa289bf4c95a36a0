# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import ROUND_HALF_UP, Decimal

from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.misc import clean_context

from ..kinerja_rules import legacy
from ..tools.typed import storable
from .asn_workflow_mixin import MANAGER_GROUP


class AsnLegacyScore(models.Model):
    """How old scores are entered and withdrawn; nothing else ever changes them."""

    _inherit = "asn.legacy.score"

    @api.model_create_multi
    def create(self, vals_list):
        """Enter scores of closed years; score and predicate follow from the rule."""
        self.browse().check_access("create")
        if not (self.env.su or self.env.user.has_group(MANAGER_GROUP)):
            raise AccessError(self.env._("Only the agency manager enters old scores."))
        # pylint: disable-next=context-overridden
        clean = self.with_context(clean_context(self.env.context))
        complete = []
        for vals in vals_list:
            clean._check_open_fields(vals, self._open_fields_on_create)
            complete.append(clean._complete(vals))
        # sudo: asn.legacy.score - computed columns are closed to everybody
        lines = super(AsnLegacyScore, clean.sudo()).create(complete)
        lines = self.browse(lines.ids)
        # the rules: nobody for themselves, nobody of another agency
        lines.check_access("create")
        return lines

    @api.model
    def _complete(self, vals):
        """Return the values with people, score and predicate."""
        employee = self.env["hr.employee"].browse(vals.get("employee_id")).exists()
        period = self.env["asn.period"].browse(vals.get("period_id")).exists()
        if not employee or not period:
            raise UserError(self.env._("Choose the person and the year first."))
        employee.check_access("read")
        period.check_access("read")
        if period.state != "closed" or not period.has_legacy_scores:
            raise UserError(
                self.env._(
                    "Old scores belong to a closed year whose period allows them. "
                    "Switch “Numeric Scores” on in the period first."
                )
            )
        opened = {key: vals[key] for key in self._open_fields_on_create & vals.keys()}
        return {
            **opened,
            **self._prepare_person_values(employee, period.date_to),
            **self._compute_score(vals),
        }

    @api.model
    def _prepare_person_values(self, employee, day):
        """Return what is kept of the person as they were at the end of the year."""
        # sudo: hr.employee - the version of the time, for those who read the score
        employee_sudo = employee.sudo()
        version_sudo = employee_sudo._get_version(day)
        return {
            "employee_name": employee_sudo.name,
            "employee_nip": employee_sudo.nip,
            "department_id": version_sudo.department_id.id,
            "unit_name": version_sudo.department_id.name,
            "position_name": version_sudo.job_title,
        }

    @api.model
    def _compute_score(self, vals):
        """Return the columns of the score by PP 30/2019 Pasal 41."""
        results = self._as_points(vals.get("result_value"))
        behaviours = self._as_points(vals.get("behaviour_value"))
        peers = bool(vals.get("peers_used"))
        try:
            score = legacy.score(results, behaviours, peers)
        except ValueError as error:
            raise UserError(
                self.env._(
                    "Work results lie between 0 and 999.99, work behaviour between 0 "
                    "and 120. Look at the old document again."
                )
            ) from error
        return {
            "result_value": float(results),
            "behaviour_value": float(behaviours),
            "score": float(score),
            "predicate": legacy.predicate(score, bool(vals.get("innovation"))),
        }

    @api.model
    def _as_points(self, value):
        """Return what was typed with two decimals, below 0 for what is no number."""
        try:
            points = Decimal(str(value or 0))
            inside = 0 <= points < 1_000
        except ArithmeticError:
            inside = False
        return (
            points.quantize(Decimal("0.01"), ROUND_HALF_UP) if inside else Decimal(-1)
        )

    def write(self, vals):
        if not self.env.su:
            raise AccessError(
                self.env._(
                    "An old score is not changed. Withdraw it with a reason, and enter "
                    "it anew."
                )
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        if not self.env.su:
            raise AccessError(self.env._("An old score is never deleted."))

    def action_withdraw(self, note=None):
        """Take a slip back, with the reason; the line stays to be read."""
        self.ensure_one()
        self.check_access("create")
        if not self.env.user.has_group(MANAGER_GROUP):
            raise AccessError(self.env._("Only the agency manager withdraws it."))
        note = storable(note).strip() if isinstance(note, str) else ""
        if not note:
            raise UserError(self.env._("Please write why it is withdrawn."))
        if self.withdrawn_on:
            raise UserError(self.env._("This score was withdrawn already."))
        # sudo: asn.legacy.score - columns of the action alone
        self.sudo().write(
            {"withdrawn_on": self.env["asn.period"]._today(), "withdraw_note": note}
        )
