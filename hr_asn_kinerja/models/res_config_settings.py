# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..tools.evidence import DEFAULT_MB, PARAMETER

# Odoo itself refuses larger uploads
LARGEST_MB = 100


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    asn_evidence_max_mb = fields.Integer(
        string="Largest Evidence File (MB)",
        config_parameter=PARAMETER,
        default=DEFAULT_MB,
        help="A file that is attached as evidence may have this many megabytes.",
    )

    @api.constrains("asn_evidence_max_mb")
    def _check_asn_evidence_max_mb(self):
        for settings in self:
            if not 1 <= settings.asn_evidence_max_mb <= LARGEST_MB:
                raise ValidationError(
                    self.env._(
                        "Evidence files may have between 1 and %(most)s MB.",
                        most=LARGEST_MB,
                    )
                )
