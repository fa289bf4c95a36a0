# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..kinerja_rules import advice


class AsnAssessment(models.Model):
    """The core values on the worksheet, and what it needs before it is confirmed."""

    _inherit = "asn.assessment"
    _open_fields = frozenset(
        {
            "result_rating",
            "result_reason",
            "behaviour_rating",
            "behaviour_reason",
            "recommendation",
            "behaviour_ids",
        }
    )

    behaviour_ids = fields.One2many(
        "asn.assessment.behaviour", "assessment_id", string="Core Values"
    )

    @api.model_create_multi
    def create(self, vals_list):
        sheets = super().create(vals_list)
        sheets._make_behaviours()
        return sheets

    def _make_behaviours(self):
        """Put all core values on the worksheets, in one batch."""
        values = self.env["asn.behaviour"].search([("code", "!=", False)])
        # sudo: asn.assessment.behaviour - lines are only made with the worksheet
        self.env["asn.assessment.behaviour"].sudo().create(
            [
                {
                    "assessment_id": sheet.id,
                    "evaluation_id": sheet.evaluation_id.id,
                    "behaviour_id": value.id,
                    # a caller chooses the context, so also the defaults
                    "rating": False,
                    "reason": False,
                }
                for sheet in self
                for value in values
            ]
        )

    def write(self, vals):
        self._check_may_rate()
        return super().write(vals)

    def _check_may_rate(self):
        """Ask anew who the assessor is: posts and terms end between two clicks."""
        if self.env.su or not self:
            return
        roles = self.evaluation_id._get_roles()
        # sudo: asn.assessment - the name, for the sentence to somebody who could read
        for sheet in self:
            if "assessor" not in roles[sheet.evaluation_id.id]:
                raise AccessError(
                    self.env._(
                        "You are not the assessor of %(name)s, or not any more.",
                        name=sheet.sudo().employee_name,
                    )
                )
        for evaluation in self.evaluation_id:
            evaluation._check_period_open("rate")

    def _empty(self):
        """Take away what was noted, for somebody who must not inherit it."""
        self.write(dict.fromkeys(self._open_fields - {"behaviour_ids"}, False))
        self.behaviour_ids.write({"rating": False, "reason": False})

    def _check_complete(self):
        for sheet in self:
            sheet._check_behaviours()
            sheet._check_far_result()
        return super()._check_complete()

    def _check_behaviours(self):
        bare = self.behaviour_ids.filtered(
            lambda line: line.rating
            and advice.needs_reason(line.rating)
            and not (line.reason or "").strip()
        )
        if bare:
            raise UserError(
                self.env._(
                    "%(name)s: write what you have seen for the values that you rated "
                    "above or below the expectation: %(values)s",
                    name=self.employee_name,
                    values=", ".join(bare.behaviour_id.mapped("name")),
                )
            )
        unrated = self.behaviour_ids.filtered(lambda line: not line.rating)
        if unrated and self.interval_id.period_id.rate_each_value:
            raise UserError(
                self.env._(
                    "%(name)s: rate each core value; still open: %(values)s",
                    name=self.employee_name,
                    values=", ".join(unrated.behaviour_id.mapped("name")),
                )
            )

    def _check_far_result(self):
        suggested = self._get_suggestion().rating
        if not self.result_rating:
            # asked for in any case
            return
        if (self.result_reason or "").strip() or not advice.is_far(
            self.result_rating, suggested
        ):
            return
        labels = dict(self._fields["result_rating"]._description_selection(self.env))
        raise UserError(
            self.env._(
                "%(name)s: the figures suggest “%(suggested)s” and you chose "
                "“%(chosen)s”. You decide; please write the reason of the result "
                "rating.",
                name=self.employee_name,
                suggested=labels[suggested],
                chosen=labels[self.result_rating],
            )
        )

    def action_rest_meets(self):
        """Rate the values that are still open as meeting the expectation."""
        self.ensure_one()
        bare = self.behaviour_ids.filtered(lambda line: not line.rating)
        bare.write({"rating": "meets"})

    def _get_sealed_reasons(self):
        reasons = super()._get_sealed_reasons()
        reasons["values"] = {
            line.behaviour_id.code: line.reason or "" for line in self.behaviour_ids
        }
        return reasons

    def _copy_behaviours(self):
        """Make the delivered rows of the values that were rated.

        Those of a delivery that was reopened make way; its snapshot keeps them.
        """
        # sudo: asn.evaluation.behaviour - only the delivery makes them
        delivered_sudo = self.env["asn.evaluation.behaviour"].sudo()
        delivered_sudo.search(
            [("evaluation_id", "in", self.evaluation_id.ids)]
        ).unlink()
        delivered_sudo.create(
            [
                {
                    "evaluation_id": line.evaluation_id.id,
                    "behaviour_id": line.behaviour_id.id,
                    "rating": line.rating,
                }
                for line in self.behaviour_ids
                if line.rating
            ]
        )
