# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES, KinerjaCase

READERS = ("own", "officer", "manager", "auditor")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestLegacyScore(KinerjaCase):
    """PP 30/2019 Pasal 41 (domain 3)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        year = {"date_from": "2021-01-01", "date_to": "2021-12-31", "name": "2021"}
        cls.old = cls._make_period(cls.agency, **year)
        cls.old.action_close()
        cls.old.has_legacy_scores = True

    def _enter(self, role="manager", **values):
        scores = self._as_role(self.env["asn.legacy.score"], role)
        return scores.create(
            {
                "employee_id": self.people["own"].id,
                "period_id": self.old.id,
                "result_value": 100,
                "behaviour_value": 80,
                "document": "SKP 2021",
                **values,
            }
        )

    def test_score_and_predicate_by_the_rule(self):
        for results, behaviours, peers, innovation, score, predicate in (
            (100, 80, False, False, 94, "good"),
            (100, 80, True, False, 92, "good"),
            (130, 120, False, True, 120, "very_good"),
            (130, 120, False, False, 120, "good"),
            (110, 110, True, True, 110, "very_good"),
            (89.99, 89.99, False, False, 89.99, "needs_improvement"),
            (70, 70, True, False, 70, "needs_improvement"),
            (69.99, 70, False, False, 69.993, "poor"),
            (49, 49, False, False, 49, "very_poor"),
            (0, 0, False, False, 0, "very_poor"),
        ):
            with self.subTest(results=results, behaviours=behaviours, peers=peers):
                line = self._enter(
                    result_value=results,
                    behaviour_value=behaviours,
                    peers_used=peers,
                    innovation=innovation,
                )
                self.assertRecordValues(
                    line.sudo(), [{"score": score, "predicate": predicate}]
                )
                line.action_withdraw("Next")
                self.env.flush_all()

    def test_it_is_off_by_default_and_for_closed_years_only(self):
        self.assertFalse(self.period.has_legacy_scores)
        self._attempt(UserError, self._enter, period_id=self.period.id)
        self.period.has_legacy_scores = True
        self._attempt(UserError, self._enter, period_id=self.period.id)
        self.old.has_legacy_scores = False
        self._attempt(UserError, self._enter)

    def test_bad_input_gets_a_sentence(self):
        for values in (
            {"result_value": -1},
            {"result_value": "NaN"},
            {"result_value": 1000},
            {"behaviour_value": 120.01},
            {"behaviour_value": "Infinity"},
            {"behaviour_value": "good"},
            {"employee_id": False},
            {"period_id": 2**30},
        ):
            with self.subTest(values=values):
                self._attempt(UserError, self._enter, **values)

    def test_each_role_reads_what_it_may(self):
        line = self._enter()
        for role in ROLES:
            with self.subTest(role=role):
                found = self._as_role(line, role).search([("id", "=", line.id)])
                self.assertEqual(bool(found), role in READERS)

    def test_only_the_manager_enters_and_not_for_oneself(self):
        for role in ROLES:
            with self.subTest(role=role):
                refused = self._is_refused(self._enter, role)
                self.assertNotEqual(refused, role == "manager")
        own = self.people["manager"].id
        self._attempt(REFUSALS, self._enter, employee_id=own)
        other = self.people["manager_b"].id
        self._attempt(REFUSALS, self._enter, employee_id=other)

    def test_it_is_read_only(self):
        line = self._enter()
        self._attempt(AccessError, line.write, {"result_value": 120})
        self._attempt(AccessError, line.unlink)
        for values in ({"score": 120}, {"predicate": "very_good"}):
            self._attempt(AccessError, self._enter, **values)

    def test_the_context_forges_nothing(self):
        scores = self._as_role(self.env["asn.legacy.score"], "manager").with_context(
            default_withdrawn_on="2026-01-01", default_withdraw_note="Forged"
        )
        line = scores.create(
            {
                "employee_id": self.people["own"].id,
                "period_id": self.old.id,
                "document": "SKP 2021",
            }
        )
        self.assertRecordValues(
            line.sudo(), [{"withdrawn_on": False, "withdraw_note": False, "score": 0}]
        )

    def test_one_score_a_year_until_it_is_withdrawn(self):
        line = self._enter()
        with mute_logger("odoo.sql_db"):
            self._attempt(UniqueViolation, self._enter)
        self._attempt(UserError, line.action_withdraw, " ")
        for role in ("own", "officer", "auditor"):
            self._attempt(REFUSALS, self._as_role(line, role).action_withdraw, "No")
        wizard = self._as_role(self.env["asn.legacy.score.withdraw"], "manager")
        wizard.create({"score_id": line.id, "note": "Slip"}).action_withdraw()
        self.env.flush_all()
        self.assertEqual(line.withdraw_note, "Slip")
        self._attempt(UserError, line.action_withdraw, "Again")
        self.assertTrue(self._enter())

    def test_the_history_shows_it(self):
        line = self._enter()
        for role in READERS:
            self.env.flush_all()
            row = self._as_role(self.env["asn.history"], role).search([])
            with self.subTest(role=role):
                self.assertRecordValues(
                    row,
                    [
                        {
                            "year": "2021",
                            "kind": "annual",
                            "score": 94,
                            "predicate": "good",
                            "evaluation_id": False,
                        }
                    ],
                )
        self._attempt(UserError, row.action_open)
        line.action_withdraw("Slip")
        self.env.flush_all()
        self.assertFalse(self.env["asn.history"].search([]))
