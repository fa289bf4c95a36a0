# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command

from .matrix_calibration import make_calibration
from .matrix_consequences import get_consequence_records


class MatrixRecords:
    """One record for each line of the matrix, all of them about `own`."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        agreed = cls._make_agreed_skp()
        delivered, rated, draft = cls._make_evaluations(agreed)
        # before the approval step is made, which would ask for a review
        objections = cls._get_objection_records()
        period = cls._make_year(2027)
        plan = cls._make_skp(period_id=period.id)
        cls.records = {
            **cls._get_unit_records(),
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
            **cls._get_work_records(agreed),
            **cls._get_feedback_records(),
            **cls._get_library_records(),
            **cls._get_plan_records("draft", plan),
            **cls._get_plan_records("agreed", agreed),
            **cls._get_change_records(agreed),
            **cls._get_calibration_records(draft),
            **cls._get_evaluation_records("draft", draft),
            **cls._get_evaluation_records("rated", rated),
            **cls._get_evaluation_records("delivered", delivered),
            **get_consequence_records(cls, delivered),
            **objections,
        }
        cls.records["asn.decision agreed"] = agreed.decision_ids.filtered(
            lambda line: line.verb == "agree"
        )
        cls.env.flush_all()

    @classmethod
    def _make_year(cls, year):
        dates = {"date_from": f"{year}-01-01", "date_to": f"{year}-12-31"}
        return cls._make_period(cls.agency, name=str(year), **dates)

    @classmethod
    def _make_evaluations(cls, agreed):
        second = cls._get_interval(cls.period, "2026-04-01")
        third = cls._get_interval(cls.period, "2026-07-01")
        cls.performance.copy({"interval_id": third.id, "state": "approved"})
        delivered = cls._make_evaluation(agreed)
        cls._deliver(delivered)
        rated = cls._make_evaluation(agreed, third)
        cls._rate(rated)
        draft = cls._make_evaluation(agreed, second)
        cls._fill_worksheet(draft)
        return delivered, rated, draft

    @classmethod
    def _get_objection_records(cls):
        """One that waits and one that was decided, of two quarters of last year."""
        objections = []
        period = cls._make_year(2025)
        plan = cls._make_agreed_skp(period_id=period.id)
        for begin in ("2025-01-01", "2025-04-01"):
            interval = cls._get_interval(period, begin)
            cls.performance.copy({"interval_id": interval.id, "state": "approved"})
            evaluation = cls._make_evaluation(plan, interval)
            cls._deliver(evaluation)
            cls._as(evaluation, cls.users["own"]).action_object("Because")
            objections.append(evaluation.objection_ids)
        decided = objections[1].evaluation_id
        cls._as(decided, cls.users["assessor"]).action_explain("Because")
        superior = cls._as(decided, cls.users["superior"])
        superior.action_decide("upheld", None, "Because")
        return {
            "asn.objection waiting": objections[0],
            "asn.objection decided": objections[1],
            "asn.chain.heads": cls.env["asn.chain.heads"]._export(cls.agency),
        }

    @classmethod
    def _get_unit_records(cls):
        cls.unit_of_nobody = cls.env["hr.department"].create(
            {"name": "Nobody's", "company_id": cls.agency.id}
        )
        # an officer serves each of the other units
        department = cls.unit_of_nobody.copy({"name": "Nobody's either"})
        draft = cls.performance.copy({"department_id": department.id})
        return {
            "asn.unit.performance draft": draft,
            "asn.unit.performance approved": cls.performance,
            "asn.unit.performance.log": cls._as(
                cls.env["asn.unit.performance.log"], cls.users["manager"]
            )._record(cls.performance, "revise", "Because"),
        }

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
            "asn.recap.result": cls.env["asn.recap.result"].create(
                {
                    "company_id": cls.agency.id,
                    "interval_id": cls.interval.id,
                    "employee_id": cls.people["own"].id,
                    "nip": cls.people["own"].nip,
                    "predicate": "good",
                }
            ),
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
        lock = cls.env["asn.interval.lock"]._log("lock", cls.period, cls.interval)
        return {"asn.job": job, "asn.job.line": line, "asn.interval.lock": lock}

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
    def _get_work_records(cls, agreed):
        """The first quarter is delivered, so the work in it is closed."""
        result = {"result_id": agreed.result_ids.id}
        second = cls._get_interval(cls.period, "2026-04-01")
        closed, opened = cls.env["asn.progress"].create(
            [
                {**result, "name": "Closed", "date": "2026-03-02"},
                {**result, "name": "Open", "date": "2026-04-02"},
            ]
        )
        templates = cls._as(cls.env["asn.progress.template"], cls.users["own"])
        return {
            "asn.action.plan": cls.env["asn.action.plan"].create(
                {**result, "name": "Action", "interval_id": second.id}
            ),
            "asn.progress": opened,
            "asn.progress locked": closed,
            "asn.progress.template": templates.create({"name": "Mine"}).sudo(),
        }

    @classmethod
    def _get_feedback_records(cls):
        """Somebody else gave it an hour ago; it was not what was asked for."""
        feedbacks = cls._as(cls.env["asn.feedback"], cls.users["outsider"])
        given = feedbacks.create(
            {"employee_id": cls.people["own"].id, "emoticon": "good", "words": "Words"}
        ).sudo()
        given.given_at = "2026-04-10 02:00:00"
        requests = cls._as(cls.env["asn.feedback.request"], cls.users["own"])
        asked = requests.create({"asked_id": cls.people["outsider"].id}).sudo()
        asked.state = "done"
        return {"asn.feedback": given, "asn.feedback.request": asked}

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
    def _get_calibration_records(cls, evaluation):
        return make_calibration(cls, evaluation)

    @classmethod
    def _get_evaluation_records(cls, stage, evaluation):
        return {
            f"asn.evaluation {stage}": evaluation,
            f"asn.indicator.realisation {stage}": evaluation.realisation_ids,
            f"asn.assessment {stage}": cls._get_worksheet(evaluation),
            f"asn.assessment.behaviour {stage}": cls._get_worksheet(
                evaluation
            ).behaviour_ids[:1],
            f"asn.evaluation.behaviour {stage}": evaluation.value_ids[:1],
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
            values["department_id"] = cls.unit_of_nobody.id
        if record._name == "asn.legacy.score":
            values["period_id"] = record.period_id.search([("name", "=", "2021")]).id
        fresh = getattr(cls, "fresh", {}).get(record._name, {})
        return {**values, **cls.FRESH.get(record._name, {}), **fresh}

    AUTOMATIC = ("id", "create_date", "create_uid", "write_date", "write_uid")
    FRESH = {
        "asn.period": {"date_from": "2031-01-01", "date_to": "2031-12-31"},
        "asn.period.interval": {"date_from": "2027-02-01"},
        "asn.pay.table": {"date_from": "2031-01-01", "date_to": "2031-12-31"},
        "asn.rank": {"code": "XX"},
        "asn.behaviour": {"code": "other"},
        "asn.start.step": {"key": "other"},
        "asn.approval.step": {"active": False},
        "asn.holiday": {"date": "2026-11-19"},
        "asn.delegation": {"mandate_number": "800/99/2026"},
        "asn.officer.scope": {"mandate_number": "800/99/2026"},
        "asn.role.assignment": {"mandate_number": "800/99/2026"},
        "asn.indicator.template": {"name": "Another result"},
        "asn.distribution.pattern": {"rating": "poor"},
    }
