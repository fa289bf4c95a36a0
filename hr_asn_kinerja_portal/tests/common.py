# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re
from unittest.mock import patch

from odoo import Command
from odoo.tests import HttpCase, TransactionCase, new_test_user

from ..citizen_rules import ELEMENTS
from ..tools import nonce as nonces

MODULE = "hr_asn_kinerja"
PORTAL = "hr_asn_kinerja_portal"
PERIOD = "2026-03"
GROUPS = {
    "user": "base.group_user",
    "officer": f"{MODULE}.group_asn_kinerja_officer",
    "manager": f"{MODULE}.group_asn_kinerja_manager",
    "auditor": f"{MODULE}.group_asn_kinerja_auditor",
    "handler": f"{PORTAL}.group_asn_kinerja_complaint_handler",
    "system": "base.group_system",
}


class CitizenCommon:
    """An agency with two counters in one unit, another agency, one user per role."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True})
        cls.agency = cls.env["res.company"].create({"name": "Agency of the Tests"})
        cls.agency_b = cls.env["res.company"].create({"name": "Other Agency"})
        cls.unit = cls._make_unit("Unit", cls.agency)
        cls.unit_b = cls._make_unit("Unit B", cls.agency_b)
        cls.service = cls.env["asn.service"].create(
            {
                "name": "Identity Card",
                "company_id": cls.agency.id,
                "department_id": cls.unit.id,
            }
        )
        cls.counter = cls._make_counter(
            "Counter 1", cls.unit, service_id=cls.service.id
        )
        cls.counter_2 = cls._make_counter("Counter 2", cls.unit)
        cls.counter_b = cls._make_counter("Counter B", cls.unit_b)
        cls.answers = cls.env["asn.citizen.response"]
        cls.details = cls.env["asn.citizen.response.detail"]
        cls.releases = cls.env["asn.satisfaction.release"]
        cls.users = {
            role: new_test_user(
                cls.env,
                f"citizen_{role}",
                groups=f"{group},base.group_user,base.group_allow_export",
                company_id=cls.agency.id,
                company_ids=[Command.set(cls.agency.ids)],
            )
            for role, group in GROUPS.items()
        }

    @classmethod
    def _make_unit(cls, name, agency, **values):
        return cls.env["hr.department"].create(
            {"name": name, "company_id": agency.id, **values}
        )

    @classmethod
    def _make_counter(cls, name, unit, **values):
        return cls.env["asn.counter"].create(
            {
                "name": name,
                "department_id": unit.id,
                "company_id": unit.company_id.id,
                **values,
            }
        )

    @classmethod
    def _seed(cls, count, score=4, counter=None, period=PERIOD, element=None, **kwargs):
        """Seed equal answers, with all nine elements if one score is given for them."""
        details = [dict.fromkeys(ELEMENTS, element)] * count if element else ()
        return cls.answers._seed(
            counter or cls.counter, period, [score] * count, details=details, **kwargs
        )


class CitizenCase(CitizenCommon, TransactionCase):
    pass


class CitizenHttpCase(CitizenCommon, HttpCase):
    """Requests as a phone sends them; what is older than 2 s unless a test says so."""

    def setUp(self):
        super().setUp()
        self.opener.cookies.clear()
        self.shift_s = 60

    def get(self, path, lang="id", **headers):
        return self.url_open(path, headers={"Accept-Language": lang, **headers})

    def post(self, path, data=None, lang="id", **headers):
        """Post later than the page was fetched, by `shift_s` seconds."""
        now = nonces._now_ms() + self.shift_s * 1000
        with patch.object(nonces, "_now_ms", return_value=now):
            return self.url_open(
                path,
                data=data or {"nothing": ""},
                headers={"Accept-Language": lang, **headers},
            )

    def nonce(self, response):
        return re.search(r'name="nonce" value="([^"]+)"', response.text)[1]

    def fetch(self, what="", counter=None):
        """Return the nonce of a fresh page of the counter."""
        return self.nonce(self.get(f"/q/{(counter or self.counter).token}{what}"))

    def tap(self, score=4, **values):
        """Fetch the page of the first counter and tap a face."""
        data = {"score": score, "nonce": self.fetch(), **values}
        return self.post(f"/q/{self.counter.token}/s", data)

    def stored(self, counter=None):
        self.env.invalidate_all()
        return self.answers.search([("counter_id", "=", (counter or self.counter).id)])

    def assertOurs(self, response, status):
        """The page is one of ours: our headers, our frame, no cookie, no traceback."""
        self.assertEqual(response.status_code, status)
        self.assertIn("default-src 'none'", response.headers["Content-Security-Policy"])
        self.assertEqual(response.headers["Cache-Control"], "no-store")
        self.assertIn("NIK, OTP", response.text)
        self.assertNotIn("Traceback", response.text)
        self.assertNotIn("Set-Cookie", response.headers)
