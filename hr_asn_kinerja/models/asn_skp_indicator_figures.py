# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import math

from odoo import api, models
from odoo.exceptions import ValidationError

# beyond this a float no longer holds the four decimals of a target
LARGEST = 10**12
FIGURES = ("target_min", "target_max", "share")


class AsnSkpIndicator(models.Model):
    """Figures that a plan can hold, and the leader's indicator that they add to."""

    _inherit = "asn.skp.indicator"

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_figures(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._check_figures(vals)
        return super().write(vals)

    @api.model
    def _check_figures(self, vals):
        """Refuse what is no number before the database has to."""
        for name in FIGURES:
            value = vals.get(name)
            if not value:
                continue
            try:
                figure = float(value)
            except (TypeError, ValueError):
                figure = math.nan
            if not math.isfinite(figure):
                raise ValidationError(
                    self.env._(
                        "“%(field)s” needs a number.", field=self._get_title(name)
                    )
                )
            if abs(figure) >= LARGEST:
                raise ValidationError(
                    self.env._(
                        "“%(field)s” is too large to be a target. Use a larger unit, "
                        "such as million rupiah.",
                        field=self._get_title(name),
                    )
                )

    @api.model
    def _get_title(self, name):
        return self._fields[name]._description_string(self.env)

    @api.constrains("leader_indicator_id", "result_id")
    def _check_leader_indicator(self):
        # sudo: asn.skp.indicator - the leader's line is compared, not shown
        for line in self.sudo():
            leader = line.leader_indicator_id
            if leader and leader.result_id != line.result_id.parent_id:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” can only add to an indicator of the leader's "
                        "result that its own result serves. Choose that result first.",
                        name=line.name,
                    )
                )

    @api.onchange("leader_indicator_id")
    def _onchange_leader_indicator_id(self):
        if not self.leader_indicator_id:
            self.share = 0

    @api.onchange("polarity")
    def _onchange_polarity(self):
        """Carry the figure over to the side that the polarity looks at."""
        if self.polarity == "higher":
            self.target_min = self.target_min or self.target_max
            self.target_max = 0
        elif self.polarity == "lower":
            self.target_max = self.target_max or self.target_min
            self.target_min = 0

    def _get_restore_values(self, line):
        """Leave the share as it is where the agreed link no longer holds."""
        values = super()._get_restore_values(line)
        leader = self.browse(values.get("leader_indicator_id") or [])
        if leader and not self.result_id._may_serve(leader.result_id):
            values.pop("leader_indicator_id")
            values.pop("share", None)
        return values

    def _forget_leader_indicator(self):
        """Cut the links to indicators of a result that is no longer served."""
        # sudo: asn.skp.indicator - the leader's line is compared, not shown
        lost_sudo = self.sudo().filtered(
            lambda line: line.leader_indicator_id
            and line.leader_indicator_id.result_id != line.result_id.parent_id
        )
        lost_sudo.write({"leader_indicator_id": False, "share": 0})
