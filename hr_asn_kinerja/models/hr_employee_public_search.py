# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re

from odoo import api, models
from odoo.fields import Domain

CHOOSING = "asn_kinerja_choosing"
NIP_LENGTH = 18


class HrEmployeePublic(models.Model):
    """Choosing a colleague in our dialogs: by name, or by the complete NIP.

    Only these dialogs set the key; the directory of Odoo stays as it is. A NIP finds
    its owner but is shown to nobody, and a part of one finds nothing.
    """

    _inherit = "hr.employee.public"

    @api.model
    def name_search(self, name="", domain=None, operator="ilike", limit=100):
        digits = re.sub(r"[ .]", "", name) if isinstance(name, str) else ""
        is_nip = len(digits) == NIP_LENGTH and digits.isascii() and digits.isdigit()
        if not is_nip or not self.env.context.get(CHOOSING):
            return super().name_search(name, domain, operator, limit)
        # sudo: hr.employee - whose number it is; the caller has the whole number
        owner_sudo = self.env["hr.employee"].sudo()
        owner_sudo = owner_sudo.search(
            [("nip", "=", digits), ("company_id", "in", self.env.companies.ids)]
        )
        found = Domain(domain or []) & Domain("id", "in", owner_sudo.ids)
        return super().name_search("", found, operator, limit)

    @api.depends_context(CHOOSING)
    def _compute_display_name(self):
        """Tell people of the same name apart where one of them is chosen."""
        super()._compute_display_name()
        if not self.env.context.get(CHOOSING):
            return
        for person in self:
            where = [person.job_title, person.department_id.name]
            place = ", ".join(filter(None, where))
            if place:
                person.display_name = f"{person.name} - {place}"
