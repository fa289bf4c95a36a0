# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, TransactionCase, new_test_user

MODULE = "hr_asn_kinerja"
# What Odoo says to somebody who may not, in this order of likelihood.
REFUSALS = (AccessError, UserError)
# In Jakarta it is 10 April 2026, 10 o'clock: the first quarter has just ended.
NOW = "2026-04-10 03:00:00"
# Everybody a document may meet, by what they are to the document of `own`.
ROLES = (
    "own",
    "assessor",
    "superior",
    "officer",
    "officer_out",
    "manager",
    "auditor",
    "acting",
    "outsider",
    "manager_b",
)


class UndoneError(Exception):
    """Ends an attempt that was not refused, so that it leaves nothing behind."""


class KinerjaPeople:
    """Two agencies with their people; mixed into the test cases below.

    `cls.people[role]` is the employee, `cls.users[role]` the user of a role.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True})
        cls.agency = cls._make_agency("Agency of the Tests", "Asia/Jakarta")
        cls.agency_b = cls._make_agency("Other Agency", "Asia/Jakarta")
        cls.env = cls.env(
            context={**cls.env.context, "allowed_company_ids": cls.agency.ids}
        )
        cls._make_units()
        cls._make_people()
        cls.period = cls._make_period(cls.agency)
        cls.interval = cls._get_interval(cls.period, "2026-01-01")
        cls.performance = cls.env["asn.unit.performance"].create(
            {
                "department_id": cls.office.id,
                "interval_id": cls.interval.id,
                "rating": "good",
                "state": "approved",
            }
        )

    @classmethod
    def _make_agency(cls, name, zone):
        agency = cls.env["res.company"].create({"name": name})
        agency.resource_calendar_id.tz = zone
        return agency

    @classmethod
    def _make_units(cls):
        make = cls.env["hr.department"].create
        agency = {"company_id": cls.agency.id}
        cls.office = make({**agency, "name": "Office"})
        cls.unit = make({**agency, "name": "Unit", "parent_id": cls.office.id})
        cls.section = make({**agency, "name": "Section", "parent_id": cls.unit.id})
        cls.other_unit = make({**agency, "name": "Other", "parent_id": cls.office.id})
        cls.unit_b = make({"name": "Unit B", "company_id": cls.agency_b.id})

    @classmethod
    def _make_people(cls):
        cls.users, cls.people = {}, {}
        cls.regent = cls._make_employee("Regent", cls.office, None)
        cls._make_person("superior", cls.unit, cls.regent)
        cls._make_person("assessor", cls.section, cls.people["superior"])
        cls._make_person("own", cls.section, cls.people["assessor"])
        cls._make_person("acting", cls.other_unit, cls.regent)
        cls._make_person("outsider", cls.other_unit, cls.people["acting"])
        cls._make_person("officer", cls.other_unit, cls.regent, "officer")
        cls._make_person("officer_out", cls.other_unit, cls.regent, "officer")
        cls._make_person("manager", cls.other_unit, cls.regent, "manager")
        cls._make_person("auditor", cls.other_unit, cls.regent, "auditor")
        cls._make_person("manager_b", cls.unit_b, None, "manager", cls.agency_b)
        cls.scope = cls._make_scope("officer", cls.unit)
        cls.scope_out = cls._make_scope("officer_out", cls.other_unit)
        cls.delegation = cls._make_delegation("acting", cls.people["assessor"])

    @classmethod
    def _make_person(cls, role, unit, leader, group=None, agency=None):
        agency = agency or cls.agency
        groups = ["base.group_user", "base.group_allow_export"]
        if group:
            groups.append(f"{MODULE}.group_asn_kinerja_{group}")
        cls.users[role] = new_test_user(
            cls.env,
            f"asn_{role}",
            groups=",".join(groups),
            name=f"User {role}",
            company_id=agency.id,
            company_ids=[Command.set(agency.ids)],
        )
        cls.people[role] = cls._make_employee(
            f"Name {role}", unit, leader, cls.users[role], cls._make_nip(), agency
        )
        return cls.people[role]

    @classmethod
    def _make_nip(cls):
        cls._serial = getattr(cls, "_serial", 0) + 1
        return f"199001012015031{cls._serial:03}"

    @classmethod
    def _make_employee(cls, name, unit, leader, user=None, nip=None, agency=None):
        return cls.env["hr.employee"].create(
            {
                "name": name,
                "company_id": (agency or cls.agency).id,
                "department_id": unit.id,
                "parent_id": leader.id if leader else False,
                "user_id": user.id if user else False,
                "nip": nip,
                "date_version": "2025-01-01",
                "job_title": f"Job of {name}",
                "asn_kind": "pns",
                "asn_rank_id": cls._get_rank("III/a").id,
            }
        )

    @classmethod
    def _get_rank(cls, code):
        return cls.env["asn.rank"].search([("code", "=", code)])

    @classmethod
    def _make_scope(cls, role, unit, **values):
        return cls.env["asn.officer.scope"].create(
            {
                "user_id": cls.users[role].id,
                "department_id": unit.id,
                "company_id": cls.agency.id,
                "date_from": "2026-01-01",
                **values,
            }
        )

    @classmethod
    def _make_delegation(cls, role, official, **values):
        return cls.env["asn.delegation"].create(
            {
                "official_id": official.id,
                "deputy_user_id": cls.users[role].id,
                "company_id": cls.agency.id,
                "mandate_number": "800/12/2026",
                "date_from": "2026-01-01",
                **values,
            }
        )

    @classmethod
    def _make_period(cls, agency, **values):
        period = cls.env["asn.period"].create(
            {
                "name": "Performance 2026",
                "company_id": agency.id,
                "date_from": "2026-01-01",
                "date_to": "2026-12-31",
                **values,
            }
        )
        period.action_open()
        return period

    @classmethod
    def _get_interval(cls, period, date_from, kind="quarter"):
        return period.interval_ids.filtered(
            lambda interval: str(interval.date_from) == date_from
            and interval.kind == kind
        )

    @classmethod
    def _make_skp(cls, role="own", **values):
        """Make a draft plan with one main result and one indicator."""
        return cls._make_skp_of(cls.people[role], **values)

    @classmethod
    def _make_skp_of(cls, employee, **values):
        return cls.env["asn.skp"].create(
            {
                "employee_id": employee.id,
                "period_id": cls.period.id,
                "result_ids": [Command.create(cls._prepare_result_values())],
                **values,
            }
        )

    @classmethod
    def _prepare_result_values(cls, **values):
        indicator = {"name": "Letters answered", "target_min": 100, "unit": "letters"}
        return {
            "name": "Letters are answered in time",
            "indicator_ids": [Command.create(indicator)],
            **values,
        }

    @classmethod
    def _make_agreed_skp(cls, employee=None, **values):
        """Make a plan and let its own people agree to it."""
        skp = cls._make_skp_of(employee or cls.people["own"], **values)
        cls._as(skp, skp.employee_user_id).action_submit()
        cls._as(skp, skp.assessor_user_id).action_agree()
        return skp

    @classmethod
    def _make_evaluation(cls, skp=None, interval=None):
        """Open the evaluation of a plan (own, agreed) as the agency manager."""
        skp = skp or cls._make_agreed_skp()
        interval = interval or cls.interval
        cls._as(interval, cls.users["manager"]).action_open_evaluations()
        return skp.evaluation_ids.filtered(lambda line: line.interval_id == interval)

    @classmethod
    def _fill_and_submit(cls, evaluation):
        own = cls._as(evaluation, evaluation.employee_user_id)
        own.realisation_ids.write({"value": 90, "note": "From the register"})
        own.action_submit()

    @classmethod
    def _fill_worksheet(cls, evaluation, result="above", behaviour="meets", **values):
        sheet = cls._get_worksheet(evaluation)
        cls._as(sheet, evaluation.assessor_user_id).write(
            {
                "result_rating": result,
                "result_reason": "Secret reason of the result",
                "behaviour_rating": behaviour,
                "behaviour_reason": "Secret reason of the behaviour",
                "recommendation": "Secret recommendation",
                **values,
            }
        )
        value = sheet.behaviour_ids[:1]
        reason = "Secret reason of a value"
        cls._as(value, evaluation.assessor_user_id).write(
            {"rating": behaviour, "reason": reason}
        )
        return sheet

    @classmethod
    def _rate(cls, evaluation, result="above", behaviour="meets", **values):
        """Submit, fill the worksheet, rate: everything but the delivery."""
        cls._fill_and_submit(evaluation)
        cls._fill_worksheet(evaluation, result, behaviour, **values)
        cls._as(evaluation, evaluation.assessor_user_id).action_rate()

    @classmethod
    def _deliver(cls, evaluation, result="above", behaviour="meets", **values):
        cls._rate(evaluation, result, behaviour, **values)
        cls._as(evaluation, evaluation.assessor_user_id).action_deliver()

    @classmethod
    def _get_worksheet(cls, evaluation):
        return cls.env["asn.assessment"].search([("evaluation_id", "=", evaluation.id)])

    @classmethod
    def _as(cls, records, user):
        """Return the records as a user sees them in their own agencies."""
        return records.with_user(user).with_context(
            allowed_company_ids=user.company_ids.ids
        )

    def _as_role(self, records, role):
        return self._as(records, self.users[role])

    def _attempt(self, errors, function, *args, **kwargs):
        """Assert that a call is refused and leaves nothing behind."""
        self.env.flush_all()
        self.env.cr.clear()
        refused = True
        try:
            with self.cr.savepoint():
                function(*args, **kwargs)
                self.env.flush_all()
                raise UndoneError
        except UndoneError:
            refused = False
        except errors:
            refused = True
        self.env.cr.clear()
        self.assertTrue(refused, "was not refused")

    def _is_refused(self, function, *args):
        """Return whether a call is refused; whatever it did is undone."""
        try:
            self._attempt(REFUSALS, function, *args)
        except self.failureException:
            return False
        return True


class KinerjaCase(KinerjaPeople, TransactionCase):
    """Base of the tests that call Python directly."""


class KinerjaHttpCase(KinerjaPeople, HttpCase):
    """Base of the tests that call over HTTP, as a browser or a script does."""

    def _call(self, model, method, args=(), kwargs=None):
        """Call a method as the user that is logged in."""
        return self.make_jsonrpc_request(
            f"/web/dataset/call_kw/{model}/{method}",
            {
                "model": model,
                "method": method,
                "args": list(args),
                "kwargs": kwargs or {},
            },
        )

    def _log_in(self, role):
        self.authenticate(f"asn_{role}", f"asn_{role}")
