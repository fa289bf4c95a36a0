# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

RATED = frozenset({"result_rating", "behaviour_rating"})


class AsnAssessment(models.Model):
    """The worksheet inside a session, beside the others of the unit."""

    _inherit = "asn.assessment"

    achievement_mean = fields.Float(
        string="Mean Achievement (%)",
        compute="_compute_achievement_mean",
        digits=(16, 1),
        help="Mean over the indicators with a figure. Advice only: the official's "
        "judgement decides.",
    )

    @api.depends("evaluation_id")
    def _compute_achievement_mean(self):
        lines = self.evaluation_id.realisation_ids
        by_evaluation = lines.grouped("evaluation_id")
        for sheet in self:
            figures = [
                line.achievement
                for line in by_evaluation.get(sheet.evaluation_id, lines.browse())
                if line.is_reported and line.show_achievement
            ]
            sheet.achievement_mean = sum(figures) / len(figures) if figures else 0

    def write(self, vals):
        if vals.keys() & RATED and not self.env.su:
            self._check_not_calibrated()
        return super().write(vals)

    def _check_not_calibrated(self):
        """What an open session has changed stays until it closes; one answers instead.

        One query for any number of worksheets.
        """
        # sudo: asn.calibration.change - whether a change holds these worksheets
        changed = self.env["asn.calibration.change"].sudo()
        if changed.search_count(
            [
                ("evaluation_id", "in", self.evaluation_id.ids),
                ("kind", "=", "change"),
                ("calibration_id.state", "=", "open"),
            ],
            limit=1,
        ):
            raise UserError(
                self.env._(
                    "A calibration has changed this rating and is still open. Answer "
                    "to the change under My Team, Changes by Calibration."
                )
            )

    def action_calibrate(self):
        """Ask for the new ratings and the reason."""
        self.ensure_one()
        self.check_access("read")
        session = self.env.context.get("asn_calibration_id")
        # without it the dialog looks for the open session itself
        known = {"default_calibration_id": session} if session else {}
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Change the Rating"),
            "res_model": "asn.calibration.adjust",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_evaluation_id": self.evaluation_id.id,
                **known,
                "default_result_rating": self.result_rating,
                "default_behaviour_rating": self.behaviour_rating,
            },
        }

    def action_open_sheet(self):
        """Show the whole worksheet with its evidence."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }
