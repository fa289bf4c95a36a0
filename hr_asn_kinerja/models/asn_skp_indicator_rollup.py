# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..tools.units import is_level
from .asn_skp_indicator import AsnSkpIndicator as Indicator


class AsnSkpIndicator(models.Model):
    """How the entries of daily progress come to one figure of the interval."""

    _inherit = "asn.skp.indicator"
    _open_fields = Indicator._open_fields | {"roll_up"}

    roll_up = fields.Selection(
        [
            ("sum", "Added up"),
            ("mean", "Mean"),
            ("last", "Last value"),
        ],
        string="Progress Counts As",
        compute="_compute_roll_up",
        store=True,
        readonly=False,
        precompute=True,
        copy=True,
        help="How daily progress becomes the proposed realisation: what is counted is "
        "added up, of percentages and scores the last value holds.",
    )

    @api.depends("unit", "aspect", "polarity")
    def _compute_roll_up(self):
        for line in self:
            if is_level(line.unit):
                line.roll_up = "last"
            elif line.aspect == "time" and line.polarity != "higher":
                line.roll_up = "mean"
            else:
                line.roll_up = "sum"
