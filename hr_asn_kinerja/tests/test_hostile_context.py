# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import JsonRpcException, freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, KinerjaCase, KinerjaHttpCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestHostileDefaults(KinerjaCase):
    """A caller chooses the context, so also the defaults of what the flow makes."""

    def _with_defaults(self, records, role, **defaults):
        records = self._as_role(records, role)
        return records.with_context(
            **{f"default_{name}": value for name, value in defaults.items()}
        )

    def test_a_new_plan_is_a_draft_whatever_the_context_says(self):
        others = self.people["outsider"]
        plans = self._with_defaults(
            self.env["asn.skp"],
            "own",
            state="agreed",
            agreed_on="2026-01-01",
            assessor_user_id=others.user_id.id,
            employee_user_id=others.user_id.id,
        )
        plan = plans.create({"period_id": self.period.id})
        self.assertRecordValues(
            plan.sudo(),
            [
                {
                    "state": "draft",
                    "agreed_on": False,
                    "employee_user_id": self.users["own"].id,
                    "assessor_user_id": self.users["assessor"].id,
                }
            ],
        )

    def test_a_decision_is_not_forged_through_the_context(self):
        skp = self._make_skp()
        self._with_defaults(
            skp,
            "own",
            sequence=1,
            snapshot="Forged",
            digest="f" * 64,
            company_id=self.agency_b.id,
            evaluation_id=False,
        ).action_submit()
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertRecordValues(
            skp.decision_ids,
            [
                {
                    "sequence": 0,
                    "snapshot": False,
                    "digest": False,
                    "company_id": self.agency.id,
                }
            ],
        )

    def test_opened_evaluations_are_empty_whatever_the_context_says(self):
        skp = self._make_agreed_skp()
        self._with_defaults(
            self.interval,
            "manager",
            state="final",
            predicate="very_good",
            result_rating="above",
            behaviour_rating="above",
            recommendation="Forged",
            value=100,
            is_reported=True,
        ).action_open_evaluations()
        evaluation = skp.evaluation_ids
        empty = {"result_rating": False, "behaviour_rating": False}
        self.assertRecordValues(
            evaluation, [{**empty, "state": "draft", "predicate": False}]
        )
        self.assertRecordValues(
            self._get_worksheet(evaluation), [{**empty, "recommendation": False}]
        )
        self.assertRecordValues(
            evaluation.realisation_ids, [{"value": 0, "is_reported": False}]
        )

    def test_a_line_keeps_its_agency_whatever_the_context_says(self):
        skp = self._make_skp()
        results = self._with_defaults(
            self.env["asn.skp.result"], "own", company_id=self.agency_b.id
        )
        result = results.create({"skp_id": skp.id, "name": "New"})
        indicators = self._with_defaults(
            self.env["asn.skp.indicator"], "own", company_id=self.agency_b.id
        )
        indicator = indicators.create({"result_id": result.id, "name": "New"})
        self.assertEqual(result.sudo().company_id, self.agency)
        self.assertEqual(indicator.sudo().company_id, self.agency)

    def test_an_indicator_is_not_slipped_into_the_plan_of_somebody_else(self):
        self._make_skp()
        theirs = self._make_skp("outsider")
        indicators = self._with_defaults(
            self.env["asn.skp.indicator"], "own", skp_id=self._make_skp_id()
        )
        values = {"result_id": theirs.result_ids.id, "name": "Slipped in"}
        self._attempt(REFUSALS, indicators.create, values)

    def _make_skp_id(self):
        plans = self._as_role(self.env["asn.skp"], "own")
        return plans.search([("employee_user_id", "=", self.users["own"].id)]).id


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestHostileOnchange(KinerjaHttpCase):
    """The form of a new record shows nothing of a record that may not be read."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls.evaluation.employee_note = "Private note"
        cls._rate(cls.evaluation)

    def _onchange(self, role, model, values, names):
        self._log_in(role)
        specification = {name: {} for name in [*values, *names]}
        args = [[], values, list(values), specification]
        try:
            with mute_logger("odoo.http"):
                answer = self._call(model, "onchange", args)
        except JsonRpcException:
            return ""
        return repr({name: answer["value"].get(name) for name in names})

    def test_a_new_worksheet_shows_no_evaluation_of_others(self):
        names = ["employee_note", "employee_name", "position_name", "unit_name"]
        for role in ("outsider", "officer_out", "manager_b"):
            answer = self._onchange(
                role, "asn.assessment", {"evaluation_id": self.evaluation.id}, names
            )
            for secret in ("Private note", "Name own", "Section"):
                with self.subTest(role=role, secret=secret):
                    self.assertNotIn(secret, answer)

    def test_a_new_realisation_shows_no_plan_of_others(self):
        names = ["indicator_name", "result_name", "target_label", "unit"]
        indicator = self.evaluation.realisation_ids.indicator_id
        for role in ("outsider", "officer_out", "manager_b"):
            answer = self._onchange(
                role,
                "asn.indicator.realisation",
                {"indicator_id": indicator.id},
                names,
            )
            for secret in ("Letters", "letters"):
                with self.subTest(role=role, secret=secret):
                    self.assertNotIn(secret, answer)

    def test_no_new_record_shows_the_rating(self):
        for model, values in (
            ("asn.assessment", {"evaluation_id": self.evaluation.id}),
            ("asn.skp.return", {"evaluation_id": self.evaluation.id}),
            ("asn.indicator.realisation", {"evaluation_id": self.evaluation.id}),
            ("asn.decision", {"evaluation_id": self.evaluation.id}),
        ):
            names = [
                name
                for name, field in self.env[model]._fields.items()
                if field.type not in ("one2many", "many2many") and name not in values
            ]
            for role in ("own", "manager"):
                answer = self._onchange(role, model, values, names)
                for secret in ("above", "very_good", "Secret"):
                    with self.subTest(role=role, model=model, secret=secret):
                        self.assertNotIn(secret, answer)
