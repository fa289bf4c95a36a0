# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..models.asn_login_mixin import MANAGER
from ..models.asn_period import DEFAULT_TIMEZONE
from ..models.asn_start_facts import UNNAMED

ZONES = [
    ("Asia/Jakarta", "WIB (Sumatra, Java, West and Central Kalimantan)"),
    ("Asia/Makassar", "WITA (Bali, Nusa Tenggara, other Kalimantan, Sulawesi)"),
    ("Asia/Jayapura", "WIT (Maluku, Papua)"),
]
ADDRESS = ("name", "street", "city", "zip", "phone", "email")


class AsnStartAgency(models.TransientModel):
    """Name, address and time zone of the agency, set without system rights."""

    _name = "asn.start.agency"
    _description = "Data of the Agency"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    name = fields.Char(string="Name of the Agency", required=True)
    street = fields.Char(string="Address")
    city = fields.Char(required=True)
    zip = fields.Char(string="Postcode")
    phone = fields.Char()
    email = fields.Char()
    zone = fields.Selection(
        ZONES,
        string="Time Zone",
        required=True,
        help="Deadlines end at midnight of this zone.",
    )

    @api.model
    def default_get(self, fields_list):
        """Start with what the agency already says about itself."""
        values = super().default_get(fields_list)
        company = self.env.company
        zones = dict(ZONES)
        zone = company.resource_calendar_id.tz
        known = {name: company[name] for name in ADDRESS}
        if known["name"] in UNNAMED:
            known["name"] = False
        known["zone"] = zone if zone in zones else DEFAULT_TIMEZONE
        return {**{key: known[key] for key in known if key in fields_list}, **values}

    def action_save(self):
        """Write the data to the agency and the zone to its calendar."""
        self.ensure_one()
        if not self.env.user.has_group(MANAGER):
            raise AccessError(
                self.env._("Only the agency manager changes the data of the agency.")
            )
        if self.company_id not in self.env.user.company_ids:
            raise AccessError(self.env._("You can only change your own agency."))
        # sudo: res.company - the manager has no system rights; only these columns
        company_sudo = self.company_id.sudo()
        company_sudo.write(
            {
                **{name: self[name] for name in ADDRESS},
                "country_id": self.env.ref("base.id").id,
            }
        )
        self._set_zone(company_sudo)
        return {"type": "ir.actions.act_window_close"}

    def _set_zone(self, company_sudo):
        """Give the agency's calendar the zone; a shared one is copied before."""
        calendar_sudo = company_sudo.resource_calendar_id
        if calendar_sudo.company_id != company_sudo:
            calendar_sudo = calendar_sudo.copy({"company_id": company_sudo.id})
            company_sudo.resource_calendar_id = calendar_sudo
        if calendar_sudo.tz != self.zone:
            calendar_sudo.tz = self.zone
