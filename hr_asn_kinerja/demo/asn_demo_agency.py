# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import api, fields, models
from odoo.tools import file_open

from ..kinerja_rules.nip import parse_nip
from .asn_demo import TIMEZONE

DOMAIN = "tubei.example"
#: Employees have a version from this day on, so that last year finds one too.
CAREER_FROM = "2024-01-01"
LOGINS = ("pegawai", "penilai", "pengelola", "bkpsdm", "auditor")
ROLES = {
    "bkpsdm": ("manager", "2025-01-06", "821.2/004/BUPATI/2025"),
    "auditor": ("auditor", "2025-03-03", "821.2/031/BUPATI/2025"),
}
SCOPES = {"pengelola": ("dukcapil", "dinkes")}
RETIRED = {"effendi.kusnadi": "2026-08-01"}
#: official, deputy, kind, number of the mandate, from, to
DELEGATIONS = {
    "plt": (
        "effendi.kusnadi",
        "yusnidar.chaniago",
        "plt",
        "821.22/214/BKPSDM/2026",
        "2026-08-01",
        False,
    ),
    "plh": (
        "syafrudin.alamsyah",
        "endang.wahyuni",
        "plh",
        "800.1.11.1/096/BKPSDM/2026",
        "2026-05-18",
        "2026-06-26",
    ),
}


class AsnDemo(models.AbstractModel):
    """The agency, its units, its people and what they may do."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_agency(self):
        company = self.env.ref("base.main_company")
        company.write(
            {
                "name": "Pemerintah Kabupaten Tubei",
                "email": f"kontak@{DOMAIN}",
                "street": "Jalan Merdeka Nomor 1",
                "city": "Tubei",
                "country_id": self.env.ref("base.id").id,
                "logo": self._read_logo(),
            }
        )
        company.resource_calendar_id.tz = TIMEZONE
        self._keep({"company_tubei": company})
        # Odoo's own example unit, and the administrator as an employee in it
        for name in ("hr.employee_admin", "hr.dep_administration"):
            example = self.env.ref(name, raise_if_not_found=False)
            if example:
                example.active = False
        self._build_units(company, self._read("units"))
        self._build_people(company, self._read("people"), DOMAIN)
        self._set_heads(self._read("units"))
        self._set_superiors(self._read("people"))
        self._build_roles()
        self._build_scopes(company)
        self._build_delegations(company)

    @api.model
    def _read_logo(self):
        with file_open("hr_asn_kinerja/demo/logo.png", "rb") as picture:
            return base64.b64encode(picture.read())

    @api.model
    def _build_units(self, company, rows):
        """Make the units; the table has each one below the unit it belongs to."""
        for row in rows:
            unit = self.env["hr.department"].create(
                {
                    "name": row["name"],
                    "company_id": company.id,
                    "parent_id": row["above"] and self._find_unit(row["above"]).id,
                }
            )
            self._keep({f"unit_{row['key']}": unit})

    @api.model
    def _build_people(self, company, rows, domain):
        users = self.env["res.users"].create(
            [self._prepare_user(row, company, domain) for row in rows]
        )
        by_key = dict(zip((row["key"] for row in rows), users, strict=True))
        self._keep({f"user_{key}": user for key, user in by_key.items()})
        ranks = {
            (rank.kind, rank.code): rank.id for rank in self.env["asn.rank"].search([])
        }
        employees = self.env["hr.employee"].create(
            [
                self._prepare_employee(row, company, by_key[row["key"]], ranks)
                for row in rows
            ]
        )
        self._keep(
            {
                f"employee_{row['key']}": employee
                for row, employee in zip(rows, employees, strict=True)
            }
        )

    @api.model
    def _prepare_user(self, row, company, domain):
        """Return a user without a password: nobody comes in with it as it is."""
        is_named = row["key"] in LOGINS or not row["nip"]
        return {
            "name": row["name"],
            "login": row["key"] if is_named else row["nip"],
            "email": f"{row['key']}@{domain}",
            "lang": self._get_lang(),
            "tz": TIMEZONE,
            # notices are read inside Odoo; the demo never sends a mail
            "notification_type": "inbox",
            "odoobot_state": "disabled",
            "company_id": company.id,
            "company_ids": [fields.Command.set(company.ids)],
            "group_ids": [fields.Command.set(self.env.ref("base.group_user").ids)],
        }

    @api.model
    def _prepare_employee(self, row, company, user, ranks):
        values = {
            "name": row["name"],
            "user_id": user.id,
            "company_id": company.id,
            "department_id": row["unit"] and self._find_unit(row["unit"]).id,
            "job_title": row["position"],
            "date_version": CAREER_FROM,
            "country_id": self.env.ref("base.id").id,
        }
        if row["nip"]:
            nip = parse_nip(row["nip"])
            family = "pppk" if row["kind"].startswith("pppk") else "pns"
            values |= {
                "nip": row["nip"],
                "birthday": nip.birth_date,
                "sex": nip.sex,
                "asn_kind": row["kind"],
                "asn_rank_id": ranks[family, row["rank"]],
                "position_kind": row["position_kind"],
                "position_grade": row["grade"],
                "date_version": max(CAREER_FROM, self._get_start(nip)),
            }
        return values

    @api.model
    def _get_start(self, nip):
        """Return the first day in office; the number of a PPPK hides the month."""
        year, month = nip.appointed
        return f"{year}-{month or 10:02}-01"

    @api.model
    def _set_heads(self, rows):
        for row in rows:
            self._find_unit(row["key"]).manager_id = self._find_employee(row["head"])

    @api.model
    def _set_superiors(self, rows):
        by_superior = {}
        for row in rows:
            by_superior.setdefault(row["superior"], []).append(row["key"])
        for superior, keys in by_superior.items():
            team = self.env["hr.employee"].union(*map(self._find_employee, keys))
            team.parent_id = superior and self._find_employee(superior)

    @api.model
    def _build_roles(self):
        self.env["asn.role.assignment"].create(
            [
                {
                    "user_id": self._find_user(key).id,
                    "role": role,
                    "date_from": date_from,
                    "mandate_number": number,
                }
                for key, (role, date_from, number) in ROLES.items()
            ]
        )

    @api.model
    def _build_scopes(self, company):
        self.env["asn.officer.scope"].create(
            [
                {
                    "user_id": self._find_user(key).id,
                    "department_id": self._find_unit(unit).id,
                    "company_id": company.id,
                    "date_from": "2026-01-01",
                    "mandate_number": "800.1.3/012/BKPSDM/2026",
                }
                for key, units in SCOPES.items()
                for unit in units
            ]
        )

    @api.model
    def _build_delegations(self, company):
        for key, values in DELEGATIONS.items():
            official, deputy, kind, number, date_from, date_to = values
            delegation = self.env["asn.delegation"].create(
                {
                    "company_id": company.id,
                    "official_id": self._find_employee(official).id,
                    "deputy_user_id": self._find_user(deputy).id,
                    "kind": kind,
                    "mandate_number": number,
                    "date_from": date_from,
                    "date_to": date_to,
                }
            )
            self._keep({f"delegation_{key}": delegation})

    @api.model
    def _retire(self):
        """Archive who has left; their documents and their team stay as they were."""
        for key, date in RETIRED.items():
            employee = self._find_employee(key)
            employee.version_id.write(
                {
                    "departure_date": date,
                    "departure_reason_id": self.env.ref("hr.departure_retired").id,
                }
            )
            employee.active = False
            self._find_user(key).active = False

    @api.model
    def _find_unit(self, key):
        return self._find(f"unit_{key}")

    @api.model
    def _find_employee(self, key):
        return self._find(f"employee_{key}")

    @api.model
    def _find_user(self, key):
        return self._find(f"user_{key}")
