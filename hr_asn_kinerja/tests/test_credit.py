# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from lxml import html

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase
from .consequences import Consequences

READERS = ("own", "officer", "manager", "auditor")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestCredit(Consequences, KinerjaCase):
    """PermenPANRB 1/2023 Pasal 36-37, Lampiran A; PerBKN 3/2023 (domain 4)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_grade("ahli_pertama", "2025-01-01")
        cls.skp = cls._make_agreed_skp()
        cls.annual = cls._get_annual()

    @classmethod
    def _set_grade(cls, grade, date, kind="fungsional_keahlian", rank="III/a"):
        values = {
            "position_kind": kind,
            "position_grade": grade,
            "asn_rank_id": cls._get_rank(rank).id,
        }
        own = cls.people["own"]
        if date == "2025-01-01":
            own.write(values)
        else:
            own.create_version({"date_version": date, **values})

    def _get_lines(self):
        return self.env["asn.credit"].search(
            [("employee_id", "=", self.people["own"].id)], order="date_to, id"
        )

    def _enter(self, role="manager", **values):
        lines = self._as_role(self.env["asn.credit"], role)
        return lines.create(
            {
                "employee_id": self.people["own"].id,
                "grade": "ahli_pertama",
                "amount": 12.345,
                "reason": "PAK 800/1",
                **values,
            }
        )

    def test_each_predicate_is_converted(self):
        for predicate, amount, share in (
            ("very_good", 18.75, 150),
            ("good", 12.5, 100),
            ("needs_improvement", 9.375, 75),
            ("poor", 6.25, 50),
            ("very_poor", 3.125, 25),
        ):
            with self.subTest(predicate=predicate):
                savepoint = self.cr.savepoint()
                self._make_final(predicate, self.skp, self.annual)
                self.assertRecordValues(
                    self._get_lines(),
                    [
                        {
                            "kind": "conversion",
                            "amount": amount,
                            "share": share,
                            "months": 12,
                            "coefficient": 12.5,
                            "predicate": predicate,
                        }
                    ],
                )
                self.env.flush_all()
                savepoint.rollback()
                self.env.invalidate_all()

    def test_nothing_before_it_is_final_and_nothing_of_an_interval(self):
        self._make_final("good", self.skp, self.interval)
        self.assertFalse(self._get_lines())
        annual = self._make_evaluation(self.skp, self.annual)
        self._deliver(annual, "meets", "meets")
        self.assertFalse(self._get_lines())
        self._end_objection(annual)
        self.assertTrue(self._get_lines())

    def test_intervals_add_up_to_the_year(self):
        self.period.credit_basis = "interval"
        for month in ("01", "04", "07", "10"):
            interval = self._get_interval(self.period, f"2026-{month}-01")
            if month != "01":
                self.performance.copy({"interval_id": interval.id, "state": "approved"})
            self._make_final("good", self.skp, interval)
        self._make_final("very_good", self.skp, self.annual)
        lines = self._get_lines()
        self.assertEqual(lines.mapped("amount"), [3.125] * 4)
        self.assertEqual(lines.account_id.total, 12.5)

    def test_thirds_are_not_lost(self):
        account = self._enter(amount=1).account_id.sudo()
        account.credit_ids.sudo().exact = "1/3"
        for _ in range(2):
            self._enter(amount=1).sudo().exact = "1/3"
        self.assertEqual(account.total, 1)

    def test_months_go_to_the_grade_that_was_held(self):
        self._set_grade("ahli_muda", "2026-07-15", rank="III/c")
        self._make_final("good", self.skp, self.annual)
        self.assertRecordValues(
            self._get_lines(),
            [
                {"grade": "ahli_pertama", "months": 6, "amount": 6.25},
                {"grade": "ahli_muda", "months": 6, "amount": 12.5},
            ],
        )

    def test_months_outside_a_functional_position_do_not_count(self):
        self._set_grade(False, "2026-10-01", kind="pelaksana")
        self._make_final("good", self.skp, self.annual)
        self.assertRecordValues(
            self._get_lines(), [{"months": 9, "amount": 9.375, "grade": "ahli_pertama"}]
        )

    def test_nobody_else_gets_credit(self):
        self.people["own"].position_kind = "pelaksana"
        self._make_final("good", self.skp, self.annual)
        self.assertFalse(self._get_lines())

    def test_plans_of_the_same_year_count_together(self):
        self.skp.date_to = "2026-03-31"
        self.skp.state = "closed"
        later = self._make_agreed_skp(date_from="2026-04-01")
        later.previous_id = self.skp
        self._make_final("good", later, self.annual)
        self.assertRecordValues(self._get_lines(), [{"months": 12, "amount": 12.5}])

    def test_the_account_compares_with_the_minimums(self):
        self._make_final("very_good", self.skp, self.annual)
        account = self._get_lines().account_id
        self.assertRecordValues(
            account,
            [
                {
                    "total": 18.75,
                    "rank_minimum": 50,
                    "rank_missing": 31.25,
                    "grade_minimum": 100,
                    "progress": 37,
                    "is_rank_reached": False,
                    "is_current": True,
                    "employee_user_id": self.users["own"].id,
                }
            ],
        )
        self._enter(amount=31.25)
        self.assertRecordValues(
            account, [{"total": 50, "rank_missing": 0, "is_rank_reached": True}]
        )
        self._enter(amount=-0.001, kind="correction")
        self.assertFalse(account.is_rank_reached)
        self.people["own"].asn_rank_id = self._get_rank("III/b")
        self.assertRecordValues(account, [{"rank_minimum": 100, "base": 50}])

    def test_a_predicate_that_is_no_longer_final_takes_its_credit_back(self):
        evaluation = self._make_final("good", self.skp, self.annual)
        evaluation._undo_consequences()
        self.assertFalse(self._get_lines())
        evaluation.write({"state": "decided", "predicate": "very_good"})
        self._as_role(evaluation, "manager").action_finalise()
        self.assertEqual(self._get_lines().amount, 18.75)

    def test_each_role_reads_what_it_may(self):
        self._make_final("good", self.skp, self.annual)
        line = self._get_lines()
        for role in ROLES:
            for record in (line, line.account_id):
                with self.subTest(role=role, model=record._name):
                    found = self._as_role(record, role).search([("id", "=", record.id)])
                    self.assertEqual(bool(found), role in READERS)

    def test_only_the_manager_enters_credit(self):
        for role in ROLES:
            with self.subTest(role=role):
                refused = self._is_refused(self._enter, role)
                self.assertNotEqual(refused, role == "manager")

    def test_what_is_entered_has_a_reason_and_is_no_conversion(self):
        for values in (
            {"reason": " "},
            {"reason": False},
            {"amount": 0},
            {"amount": -1},
            {"amount": "NaN"},
            {"amount": "Infinity"},
            {"amount": 10**9},
            {"amount": "twelve"},
            {"kind": "conversion"},
            {"kind": "gift"},
            {"grade": "king"},
            {"grade": False},
            {"employee_id": False},
            {"employee_id": 2**30},
        ):
            with self.subTest(values=values):
                self._attempt((UserError, ValidationError), self._enter, **values)
        evaluation = self._make_final("good", self.skp, self.annual)
        for values in (
            {"exact": "1000"},
            {"predicate": "very_good"},
            {"account_id": self._get_lines().account_id.id},
            {"evaluation_id": evaluation.id},
        ):
            with self.subTest(values=values):
                self._attempt(AccessError, self._enter, **values)

    def test_nobody_enters_credit_for_oneself_or_elsewhere(self):
        manager = self.people["manager"]
        self._attempt(REFUSALS, self._enter, employee_id=manager.id)
        other = self.people["manager_b"]
        self._attempt(REFUSALS, self._enter, employee_id=other.id)

    def test_lines_stay_as_they_are(self):
        line = self._enter()
        self._attempt(AccessError, line.write, {"amount": 99})
        self._attempt(AccessError, line.unlink)
        self.assertEqual((line.amount, line.sudo().exact), (12.345, "2469/200"))

    def test_the_context_forges_nothing(self):
        lines = self._as_role(self.env["asn.credit"], "manager").with_context(
            default_exact="999", default_evaluation_id=1, default_months=12
        )
        line = lines.create(
            {
                "employee_id": self.people["own"].id,
                "grade": "ahli_pertama",
                "amount": 1,
                "reason": "PAK",
            }
        ).sudo()
        self.assertRecordValues(
            line, [{"exact": "1", "evaluation_id": False, "months": 0}]
        )

    def test_the_three_sheets(self):
        self._enter(kind="opening", amount=20, reason="PAK 800/17")
        self._make_final("very_good", self.skp, self.annual)
        account = self._get_lines().account_id
        name = "hr_asn_kinerja.report_asn_credit"
        for role in ROLES:
            reports = self._as_role(self.env["ir.actions.report"], role)
            render = reports._render_qweb_html
            self.env.invalidate_all()
            with self.subTest(role=role):
                if role not in READERS:
                    self._attempt(AccessError, render, name, account.ids)
                    continue
                page = html.fromstring(render(name, account.ids)[0])
                text = " ".join(page.xpath("string(//body)").split())
                for words in (
                    "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT",
                    "AKUMULASI ANGKA KREDIT",
                    "PENETAPAN ANGKA KREDIT",
                    "Sangat Baik",
                    "150%",
                    "18,750",
                    "38,750",
                    "Kekurangan 11,250",
                    "PAK 800/17",
                    "Name assessor",
                ):
                    self.assertIn(words, text)
