# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase
from .matrix import MATRIX, WRITES

SPECIFICATION = {"create_date": {}}
# columns that the owner of a line may fill
OPENED = {"name", "skp_id", "result_id", "text", "kind", "topics", "template_id"}
# kinds of column that no domain or group compares with a plain value
UNGROUPED = ("binary", "html", "one2many", "many2many", "properties", "json")


class MatrixRecords:
    """One record for each line of the matrix, all of them about `own`."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        second = cls._get_interval(cls.period, "2026-04-01")
        third = cls._get_interval(cls.period, "2026-07-01")
        cls.performance.copy({"interval_id": third.id})
        agreed = cls._make_agreed_skp()
        delivered = cls._make_evaluation(agreed)
        cls._deliver(delivered)
        rated = cls._make_evaluation(agreed, third)
        cls._rate(rated)
        draft = cls._make_evaluation(agreed, second)
        cls._fill_worksheet(draft)
        next_year = {"date_from": "2027-01-01", "date_to": "2027-12-31"}
        period = cls._make_period(cls.agency, name="2027", **next_year)
        plan = cls._make_skp(period_id=period.id)
        cls.records = {
            "asn.unit.performance": cls.performance,
            "asn.delegation": cls.delegation,
            "asn.officer.scope": cls.scope,
            **cls._get_role_records(),
            "asn.period": cls._make_empty_period(),
            "asn.period.interval": cls._get_interval(period, "2027-01-01"),
            "asn.rank": cls._get_rank("III/a"),
            **cls._get_text_records(),
            **cls._get_agency_records(),
            **cls._get_job_records(),
            "asn.read.log": cls._make_reading(draft),
            "asn.matrix.member": cls._make_matrix_member(agreed),
            **cls._get_data_check_records(),
            **cls._get_dialogue_records(agreed),
            **cls._get_library_records(),
            **cls._get_plan_records("draft", plan),
            **cls._get_plan_records("agreed", agreed),
            **cls._get_change_records(agreed),
            **cls._get_evaluation_records("draft", draft),
            **cls._get_evaluation_records("rated", rated),
            **cls._get_evaluation_records("delivered", delivered),
        }
        cls.records["asn.decision agreed"] = agreed.decision_ids.filtered(
            lambda line: line.verb == "agree"
        )
        cls.env.flush_all()

    @classmethod
    def _make_matrix_member(cls, skp):
        """The manager reads the plan anyway: being a member shows nothing more."""
        return cls.env["asn.matrix.member"].create(
            {"skp_id": skp.id, "employee_id": cls.people["manager"].id}
        )

    @classmethod
    def _get_agency_records(cls):
        return {
            "asn.holiday": cls.env["asn.holiday"].create(
                {"name": "Day", "date": "2026-11-18", "company_id": cls.agency.id}
            ),
            "asn.start": cls.env["asn.start"].create({"company_id": cls.agency.id}),
            "asn.reminder": cls.env["asn.reminder"].create(
                {
                    "employee_id": cls.people["own"].id,
                    "period_id": cls.period.id,
                    "user_id": cls.users["own"].id,
                    "kind": "manual",
                    "date": "2026-04-10",
                }
            ),
            "asn.approval.step": cls.env["asn.approval.step"].create(
                {"company_id": cls.agency.id}
            ),
            "asn.start.step": cls.env.ref("hr_asn_kinerja.asn_start_step_begun"),
        }

    @classmethod
    def _get_text_records(cls):
        return {
            "asn.behaviour": cls.env.ref("hr_asn_kinerja.asn_behaviour_loyal"),
            "asn.behaviour.indicator": cls.env.ref(
                "hr_asn_kinerja.asn_behaviour_loyal_1"
            ),
            "asn.annex.text": cls.env["asn.annex.text"].create(
                {"kind": "resources", "name": "Laptop", "company_id": cls.agency.id}
            ),
        }

    @classmethod
    def _make_empty_period(cls):
        return cls.env["asn.period"].create(
            {
                "name": "2030",
                "company_id": cls.agency.id,
                "date_from": "2030-01-01",
                "date_to": "2030-12-31",
            }
        )

    @classmethod
    def _get_role_records(cls):
        row = cls.env["asn.role.assignment"].create(
            {
                "user_id": cls.users["outsider"].id,
                "role": "calibration",
                "company_id": cls.agency.id,
                "date_from": "2026-01-01",
            }
        )
        history = cls.env["asn.role.history"].search([("role", "=", "calibration")])
        return {"asn.role.assignment": row, "asn.role.history": history}

    @classmethod
    def _get_job_records(cls):
        job = cls.env["asn.job"].create(
            {
                "name": "Work",
                "kind": "work",
                "company_id": cls.agency.id,
                "user_id": cls.users["manager"].id,
            }
        )
        line = cls.env["asn.job.line"].create({"job_id": job.id, "label": "Line"})
        return {"asn.job": job, "asn.job.line": line}

    @classmethod
    def _make_reading(cls, evaluation):
        return cls.env["asn.read.log"].create(
            {
                "user_id": cls.users["superior"].id,
                "evaluation_id": evaluation.id,
                "company_id": cls.agency.id,
                "hour": "2026-04-01 00:00:00",
            }
        )

    @classmethod
    def _get_data_check_records(cls):
        corrections = cls._as(cls.env["asn.data.correction"], cls.users["own"])
        return {
            "asn.excuse": cls.env["asn.excuse"].create(
                {
                    "employee_id": cls.people["own"].id,
                    "company_id": cls.agency.id,
                    "reason": "study",
                    "date_from": "2025-01-01",
                    "date_to": "2025-12-31",
                }
            ),
            "asn.data.correction": corrections.create(
                {"subject": "unit", "wished": "Other unit"}
            ).sudo(),
            "asn.data.check": cls.env.ref("hr_asn_kinerja.asn_data_check_no_nip"),
        }

    @classmethod
    def _get_plan_records(cls, stage, skp):
        return {
            f"asn.skp {stage}": skp,
            f"asn.skp.result {stage}": skp.result_ids,
            f"asn.skp.indicator {stage}": skp.result_ids.indicator_ids,
            f"asn.skp.behaviour {stage}": skp.behaviour_ids[:1],
            f"asn.skp.annex {stage}": cls.env["asn.skp.annex"].create(
                {"skp_id": skp.id, "name": "Laptop"}
            ),
        }

    @classmethod
    def _get_dialogue_records(cls, agreed):
        period = cls._make_period(
            cls.agency, name="2028", date_from="2028-01-01", date_to="2028-12-31"
        )
        submitted = cls._make_skp(period_id=period.id)
        cls._as(submitted, cls.users["own"]).action_submit()
        remarks = cls._as(cls.env["asn.skp.remark"], cls.users["assessor"])
        minutes = cls._as(cls.env["asn.dialogue"], cls.users["own"])
        closed = minutes.create({"skp_id": agreed.id, "topics": "Closed"})
        closed.action_acknowledge()
        cls._as(closed, cls.users["assessor"]).action_acknowledge()
        return {
            "asn.skp.remark": remarks.create(
                {"skp_id": submitted.id, "kind": "change", "text": "Reason"}
            ).sudo(),
            "asn.skp.submission": submitted.submission_ids,
            "asn.dialogue open": minutes.create(
                {"skp_id": agreed.id, "topics": "Open"}
            ).sudo(),
            "asn.dialogue closed": closed.sudo(),
        }

    @classmethod
    def _get_library_records(cls):
        template = cls.env["asn.indicator.template"].create(
            {
                "name": "Result of the library",
                "state": "approved",
                "company_id": cls.agency.id,
                "line_ids": [Command.create({"name": "Indicator"})],
            }
        )
        cls._as(template, cls.users["own"]).action_vote()
        return {
            "asn.indicator.template": template,
            "asn.indicator.template.line": template.line_ids,
            "asn.indicator.template.vote": template.vote_ids,
        }

    @classmethod
    def _get_change_records(cls, skp):
        event = cls.env["asn.skp.event"].create(
            {
                "skp_id": skp.id,
                "kind": "plt",
                "date": "2026-04-01",
                "letter_number": "800/1",
                "user_id": cls.users["officer"].id,
            }
        )
        return {"asn.skp.version": skp.version_ids, "asn.skp.event": event}

    @classmethod
    def _get_evaluation_records(cls, stage, evaluation):
        return {
            f"asn.evaluation {stage}": evaluation,
            f"asn.indicator.realisation {stage}": evaluation.realisation_ids,
            f"asn.assessment {stage}": cls._get_worksheet(evaluation),
            f"asn.decision {stage}": evaluation.decision_ids.sorted("id")[-1:],
        }

    @classmethod
    def _prepare_create_values(cls, record):
        """Return what a hostile user would send to make another such record."""
        values = {
            name: record._fields[name].convert_to_write(record[name], record)
            for name, field in record._fields.items()
            if field.store and not field.compute and name not in cls.AUTOMATIC
            if field.type not in ("one2many", "many2many")
        }
        if record._name == "asn.unit.performance":
            values["department_id"] = cls.unit.id
        return {**values, **cls.FRESH.get(record._name, {})}

    AUTOMATIC = ("id", "create_date", "create_uid", "write_date", "write_uid")
    FRESH = {
        "asn.period": {"date_from": "2031-01-01", "date_to": "2031-12-31"},
        "asn.period.interval": {"date_from": "2027-02-01"},
        "asn.rank": {"code": "XX"},
        "asn.behaviour": {"code": "other"},
        "asn.start.step": {"key": "other"},
        "asn.approval.step": {"active": False},
        "asn.holiday": {"date": "2026-11-19"},
        "asn.delegation": {"mandate_number": "800/99/2026"},
        "asn.officer.scope": {"mandate_number": "800/99/2026"},
        "asn.role.assignment": {"mandate_number": "800/99/2026"},
        "asn.indicator.template": {"name": "Another result"},
    }


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAccessMatrix(MatrixRecords, KinerjaCase):
    def _each(self):
        for cell in MATRIX:
            record = self.records[cell.record]
            self.assertEqual(len(record), 1, cell.record)
            for role in ROLES:
                self.env.invalidate_all()
                yield cell, role, self._as_role(record, role)

    def test_the_table_covers_every_stored_model(self):
        covered = {cell.record.split()[0] for cell in MATRIX}
        ours = {
            name
            for name, model in self.env.items()
            if name.startswith("asn.") and model._auto and not model._transient
            if model._original_module == "hr_asn_kinerja"
        }
        self.assertEqual(covered, ours)

    def test_reading_follows_the_table(self):
        for cell, role, record in self._each():
            allowed = role in cell.read
            with self.subTest(record=cell.record, role=role, operation="read"):
                refused = self._is_refused(record.read, ["create_date"])
                self.assertNotEqual(refused, allowed)
                refused = self._is_refused(record.web_read, SPECIFICATION)
                self.assertNotEqual(refused, allowed)

    def test_finding_follows_the_table(self):
        for cell, role, record in self._each():
            for operation, find in self._get_finders(record).items():
                with self.subTest(record=cell.record, role=role, operation=operation):
                    self.assertEqual(self._finds(find), role in cell.read)

    def test_exporting_follows_the_table(self):
        for cell, role, record in self._each():
            with self.subTest(record=cell.record, role=role):
                refused = self._is_refused(record.export_data, ["id", "display_name"])
                self.assertNotEqual(refused, role in cell.read)

    def test_no_field_finds_what_may_not_be_read(self):
        for cell, role, record in self._each():
            if role in cell.read:
                continue
            for name in self._get_searchable_fields(record):
                with self.subTest(record=cell.record, role=role, field=name):
                    self.assertFalse(self._finds(self._find_by(record, name)))

    def test_no_group_counts_what_may_not_be_read(self):
        for cell, role, record in self._each():
            if role in cell.read:
                continue
            domain = [("id", "=", record.id)]
            for name in self._get_searchable_fields(record):
                with self.subTest(record=cell.record, role=role, field=name):
                    self.assertFalse(self._group(record, domain, name))

    def test_writing_follows_the_table(self):
        for cell, role, record in self._each():
            with self.subTest(record=cell.record, role=role, operation="write"):
                refused = self._is_refused(record.write, WRITES[record._name])
                self.assertNotEqual(refused, role in cell.write)

    def test_creating_follows_the_table(self):
        for cell, role, record in self._each():
            with self.subTest(record=cell.record, role=role, operation="create"):
                self._check_create(cell, role, record)

    def test_deleting_follows_the_table(self):
        for cell, role, record in self._each():
            if record._name == "asn.rank":
                continue
            with self.subTest(record=cell.record, role=role, operation="unlink"):
                refused = self._is_refused(record.unlink)
                self.assertNotEqual(refused, role in cell.unlink)

    def _check_create(self, cell, role, record):
        values = self._prepare_create_values(record.sudo())
        if role not in cell.create:
            self.assertTrue(self._is_refused(record.create, values))
            return
        if record._name.startswith(("asn.skp.", "asn.dialogue", "asn.indicator.t")):
            kept = OPENED
            values = {key: values[key] for key in kept & values.keys() if values[key]}
        self.assertFalse(self._is_refused(record.create, values))

    def _get_finders(self, record):
        domain = [("id", "=", record.id)]
        return {
            "search": lambda: record.search(domain),
            "search_count": lambda: record.search_count(domain),
            "search_read": lambda: record.search_read(domain, ["id"]),
            "name_search": lambda: record.name_search("", domain),
            "web_search_read": lambda: record.web_search_read(domain, {})["records"],
            "_read_group": lambda: record._read_group(domain, [], ["__count"])[0][0],
            "formatted_read_group": lambda: record.formatted_read_group(
                domain, ["create_uid"], ["__count"]
            ),
        }

    def _finds(self, find):
        """Return whether a search finds something; a refusal finds nothing."""
        try:
            return bool(find())
        except AccessError:
            return False

    def _find_by(self, record, name):
        field = record._fields[name]
        value = record.sudo()[name]
        value = value.id if field.type == "many2one" else value
        return lambda: record.search([("id", "=", record.id), (name, "=", value)])

    def _group(self, record, domain, name):
        field = record._fields[name]
        name = f"{name}:month" if field.type in ("date", "datetime") else name
        try:
            return record.formatted_read_group(domain, [name], ["__count"])
        except REFUSALS:
            return []

    def _get_searchable_fields(self, record):
        return [
            name
            for name, field in record._fields.items()
            if field.store and field.type not in UNGROUPED
        ]
