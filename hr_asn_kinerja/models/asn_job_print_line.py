# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import fields, models


class AsnJobLine(models.Model):
    _inherit = "asn.job.line"

    part = fields.Binary(attachment=True, readonly=True, groups=fields.NO_ACCESS)

    def _keep_part(self, content):
        self.ensure_one()
        # sudo: asn.job.line - the part was drawn with the user's own rights
        self.sudo().part = base64.b64encode(content)

    def _get_parts(self):
        """Return the files of the lines that have one."""
        # sudo: asn.job.line - the job alone reads the parts, to bind them
        return [base64.b64decode(line.part) for line in self.sudo() if line.part]

    def _forget_parts(self):
        # sudo: asn.job.line - see above
        self.sudo().part = False
