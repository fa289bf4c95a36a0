# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re

from odoo import models

# what file systems and mail programs do not take, and what nobody sees
UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\\/:*?"<>|]+')
NAME_LENGTH = 80


class AsnSkp(models.Model):
    """What a plan needs on paper."""

    _inherit = "asn.skp"

    def _get_print_name(self):
        """Return the name of the file: what it is, the year and the person."""
        self.ensure_one()
        name = f"SKP {self.date_from.year} - {self.employee_name or ''}"
        return " ".join(UNSAFE.sub(" ", name).split())[:NAME_LENGTH].strip(" .-")
