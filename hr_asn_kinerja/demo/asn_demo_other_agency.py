# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .asn_demo import TIMEZONE

UNIT = {
    "key": "rejang_bkpsdm",
    "name": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "above": "",
    "head": "lestari.handayani",
}
MANAGER = "rudi.hartanto"


class AsnDemo(models.AbstractModel):
    """A second, small agency: nobody of the first one sees anything of it."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_other_agency(self):
        company = self.env["res.company"].create(
            {
                "name": "Pemerintah Kota Rejang",
                "email": "kontak@rejang.example",
                "city": "Rejang",
                "country_id": self.env.ref("base.id").id,
                "currency_id": self.env.company.currency_id.id,
            }
        )
        company.resource_calendar_id.tz = TIMEZONE
        self._keep({"company_rejang": company})
        # the administrator of the installation looks after both agencies
        self.env.ref("base.user_admin").company_ids = [fields.Command.link(company.id)]
        rows = self._read("other_people")
        agency = self.with_company(company)
        agency._build_units(company, [UNIT])
        agency._build_people(company, rows, "rejang.example")
        agency._set_heads([UNIT])
        agency._set_superiors(rows)
        manager = self.env.ref("hr_asn_kinerja.group_asn_kinerja_manager")
        self._find_user(MANAGER).group_ids = [fields.Command.link(manager.id)]
        period = agency.env["asn.period"].create(
            {
                "name": "2026",
                "company_id": company.id,
                "date_from": "2026-01-01",
                "date_to": "2026-12-31",
                "plan_until": "2026-01-31",
            }
        )
        period.action_open()
        self._keep({"period_rejang_2026": period})
