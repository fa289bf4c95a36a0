# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from odoo.addons.hr_asn_kinerja.demo.asn_demo import QUIET
from odoo.addons.hr_asn_kinerja.tools.crockford import ALPHABET

from ..models.asn_counter import TOKEN_LENGTH

PORTAL = "hr_asn_kinerja_portal"
#: The employee whose indicator takes its figure from the answers.
PERSON = "pegawai"


class AsnDemo(models.AbstractModel):
    """Services, counters and what citizens said there."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_portal(self):
        """Build it once, and only where the agency was built."""
        demo = self.with_context(**QUIET, lang=self._get_lang())
        if not demo._find("company_tubei") or demo._find("counter_ktp", PORTAL):
            return
        demo._load_terms(PORTAL)
        demo._build_services()
        demo._build_counters()
        demo._build_answers()
        self.env["asn.satisfaction.release"]._cron_release()
        demo._use_satisfaction()
        demo._build_complaints()

    @api.model
    def _build_services(self):
        company = self._find("company_tubei")
        rows = self._read("services", PORTAL)
        services = self.env["asn.service"].create(
            [
                {
                    "name": row["name"],
                    "company_id": company.id,
                    "department_id": self._find_unit(row["unit"]).id,
                    "standard_minutes": int(row["minutes"]),
                }
                for row in rows
            ]
        )
        self._keep(
            {
                f"service_{row['key']}": service
                for row, service in zip(rows, services, strict=True)
            },
            PORTAL,
        )

    @api.model
    def _build_counters(self):
        """Make the counters; a printed poster stays good for the next demo agency."""
        company = self._find("company_tubei")
        rows = self._read("counters", PORTAL)
        counters = self.env["asn.counter"].create(
            [
                {
                    "name": row["name"],
                    "company_id": company.id,
                    "department_id": self._find_unit(row["unit"]).id,
                    "service_id": self._find(f"service_{row['service']}", PORTAL).id,
                    "token": self._draw_code("token", row["key"], TOKEN_LENGTH),
                }
                for row in rows
            ]
        )
        self._keep(
            {
                f"counter_{row['key']}": counter
                for row, counter in zip(rows, counters, strict=True)
            },
            PORTAL,
        )

    @api.model
    def _draw_code(self, kind, key, length):
        return "".join(self._random(kind, key).choices(ALPHABET, k=length))

    @api.model
    def _use_satisfaction(self):
        """Let an indicator take its figure from the released answers."""
        indicator = self._find(f"indicator_{PERSON}_kepuasan_2026")
        indicator.source = "satisfaction"
        lines = self.env["asn.indicator.realisation"].search(
            [
                ("indicator_id", "=", indicator.id),
                ("evaluation_id.state", "=", "draft"),
            ]
        )
        lines._propose()
