# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .asn_workflow_mixin import MANAGER_GROUP


class AsnEvaluation(models.Model):
    """What a session means for the evaluations of its unit: delivery waits."""

    _inherit = "asn.evaluation"

    # record rules of the members pass here; nobody else needs to see it
    calibration_seat_ids = fields.One2many(
        "asn.calibration.seat", "evaluation_id", groups=MANAGER_GROUP
    )

    def _begin(self, verb):
        result = super()._begin(verb)
        if verb == "deliver":
            self._check_calibrated()
        return result

    def _check_calibrated(self):
        """Refuse to deliver while the unit is calibrated, unless it was released."""
        session = self._find_open_calibration()
        # sudo: asn.calibration.change - whether the official has released it
        released = self.env["asn.calibration.change"].sudo()
        if session and not released.search_count(
            [
                ("calibration_id", "in", session.ids),
                ("evaluation_id", "=", self.id),
                ("kind", "=", "release"),
            ],
            limit=1,
        ):
            raise UserError(
                self.env._(
                    "The ratings of %(unit)s are being calibrated, so delivery waits "
                    "until the session is closed. %(official)s may release this "
                    "evaluation before.",
                    unit=session[0].department_id.name,
                    official=session[0].official_name
                    or self.env._("The agency manager"),
                )
            )

    def _find_open_calibration(self):
        """Return, elevated, the open sessions in whose unit the evaluation is."""
        # sudo: hr.department, asn.calibration - the tree, and whether one is open
        path = self.sudo().department_id.parent_path or ""
        units = [int(key) for key in path.split("/") if key]
        return (
            self.env["asn.calibration"]
            .sudo()
            .search(
                Domain("interval_id", "=", self.interval_id.id)
                & Domain("department_id", "in", units)
                & Domain("state", "=", "open")
            )
        )
