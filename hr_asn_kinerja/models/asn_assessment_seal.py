# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnAssessment(models.Model):
    """Keeps what the sealed reasons of an earlier delivery were.

    A new delivery draws a new salt and the assessor may change the reasons; the digest
    in the earlier snapshot could not be proven any more.
    """

    _inherit = "asn.assessment"

    kept_seals = fields.Json(readonly=True, groups=fields.NO_ACCESS)

    def _keep_seal(self):
        """Remember salt and reasons before the evaluation is reopened."""
        for sheet in self:
            # sudo: asn.assessment - the salt is for nobody, the flow keeps it
            sheet_sudo = sheet.sudo()
            sheet_sudo.kept_seals = [
                *(sheet_sudo.kept_seals or []),
                {
                    "salt": sheet_sudo.reason_salt or "",
                    "result": sheet_sudo.result_reason or "",
                    "behaviour": sheet_sudo.behaviour_reason or "",
                },
            ]
