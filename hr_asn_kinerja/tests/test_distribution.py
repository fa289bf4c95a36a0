# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import freeze_time, tagged

from ..kinerja_rules.distribution import expected
from .calibration import CalibrationCase
from .common import NOW, REFUSALS


class DistributionCase(CalibrationCase):
    def _picture(self, role, unit=None):
        distribution = self._as_role(self.env["asn.distribution"], role)
        return distribution.get_picture(self.interval.id, unit.id if unit else 0)

    def _counts(self, picture):
        return {
            bar["key"]: bar["actual"]
            for bar in picture["figure"]["bars"]
            if bar["actual"]
        }

    def _below(self, picture):
        """Return {unit: people, None when nothing is shown}."""
        return {
            unit["name"]: unit["total"] if unit["bars"] else None
            for unit in picture["below"]
        }


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDistribution(DistributionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._make_staff(12)
        cls.evaluations = cls._open()

    def test_worksheets_count_before_delivery_and_evaluations_after(self):
        """Source: PermenPANRB 6/2022, distribution pattern (domain 2.5.2)."""
        self._propose(self.evaluations[:5], "above", "above")
        self._propose(self.evaluations[5:])
        for evaluation in self.evaluations[10:]:
            evaluation.write({"state": "delivered", "predicate": "poor"})
        picture = self._picture("auditor", self.section)
        self.assertEqual(self._counts(picture), {"very_good": 5, "good": 5, "poor": 2})
        keys = [bar["key"] for bar in picture["figure"]["bars"]]
        self.assertEqual(keys[0], "very_poor")
        self.assertEqual(keys[-1], "very_good")

    def test_the_pattern_follows_the_rating_of_the_unit(self):
        self._propose(self.evaluations)
        figure = self._picture("auditor", self.section)["figure"]
        wanted = {bar["key"]: bar["expected"] for bar in figure["bars"]}
        self.assertEqual(wanted, expected("good", 12))
        self.assertEqual(figure["moved"], 6)
        self.performance.rating = "outstanding"
        figure = self._picture("auditor", self.section)["figure"]
        wanted = {bar["key"]: bar["expected"] for bar in figure["bars"]}
        self.assertEqual(wanted, expected("outstanding", 12))

    def test_the_pattern_of_the_agency_is_asked_first(self):
        self._propose(self.evaluations)
        self.env["asn.distribution.pattern"].create(
            {
                "company_id": self.agency.id,
                "rating": "good",
                "good": 1,
            }
        )
        figure = self._picture("auditor", self.section)["figure"]
        self.assertEqual(figure["moved"], 0)

    def test_without_a_rating_of_the_unit_nothing_is_expected(self):
        self._propose(self.evaluations)
        self.performance.unlink()
        figure = self._picture("auditor", self.section)["figure"]
        self.assertFalse(figure["rating"])
        self.assertEqual({bar["expected"] for bar in figure["bars"]}, {False})

    def test_who_is_not_rated_is_only_counted_as_such(self):
        self._propose(self.evaluations[:11])
        figure = self._picture("auditor", self.section)["figure"]
        self.assertEqual((figure["total"], figure["unrated"]), (11, 1))

    def test_the_agency_adds_up_the_patterns_of_its_units(self):
        self._propose(self.evaluations)
        figure = self._picture("manager")["figure"]
        wanted = {bar["key"]: bar["expected"] for bar in figure["bars"]}
        self.assertEqual(wanted, expected("good", 12))

    def test_roles(self):
        self._propose(self.evaluations)
        for role in ("superior", "officer", "manager", "auditor"):
            with self.subTest(role=role):
                picture = self._picture(role, self.section)
                self.assertEqual(self._counts(picture), {"good": 12})
        for role in ("own", "assessor", "outsider", "officer_out", "manager_b"):
            with self.subTest(role=role):
                picture = self._picture(role, self.section)
                self.assertNotEqual(picture["unit_id"], self.section.id)
                self.assertFalse(
                    picture["figure"] and self._counts(picture), picture["units"]
                )

    def test_nine_people_are_shown_to_the_auditor_alone(self):
        self._propose(self.evaluations[:9])
        for role in ("officer", "manager"):
            with self.subTest(role=role):
                self.assertFalse(self._counts(self._picture(role, self.section)))
                self.assertFalse(self._counts(self._picture(role)))
        self.assertTrue(self._counts(self._picture("auditor", self.section)))

    def test_one_undelivered_rating_is_not_computed_from_the_others(self):
        """The manager reads eleven delivered ones: the twelfth is not counted."""
        self._propose(self.evaluations)
        self.evaluations[:11].write({"state": "delivered", "predicate": "good"})
        self._propose(self.evaluations[11:], "below", "below")
        for role in ("manager", "officer"):
            picture = self._picture(role, self.section)
            with self.subTest(role=role):
                self.assertEqual(self._counts(picture), {"good": 11})
                self.assertTrue(picture["figure"]["is_partial"])
        self.assertEqual(
            self._counts(self._picture("auditor", self.section)),
            {"good": 11, "very_poor": 1},
        )

    def test_the_unit_above_does_not_tell_the_rest(self):
        self._make_staff(2, self.unit, self.people["superior"])
        self._propose(self._open(), "meets", "meets")
        picture = self._picture("manager", self.unit)
        self.assertEqual(picture["figure"]["total"], 14)
        self.assertEqual(self._below(picture), {"Section": None})
        picture = self._picture("auditor", self.unit)
        self.assertEqual(self._below(picture), {"Section": 12})

    def test_nobody_computes_the_own_rating(self):
        own = self._make_evaluation(self._make_plans(self.people["auditor"]))
        self._propose(own, "below", "below")
        picture = self._picture("auditor")
        self.assertNotIn("very_poor", self._counts(picture))
        own.write({"state": "delivered", "predicate": "very_poor"})
        self.assertIn("very_poor", self._counts(self._picture("auditor")))

    def test_another_agency_is_not_counted(self):
        self._propose(self.evaluations)
        picture = self._picture("manager_b")
        self.assertNotIn(self.interval.id, [one["id"] for one in picture["intervals"]])

    def test_garbage_is_answered(self):
        self._propose(self.evaluations)
        distribution = self._as_role(self.env["asn.distribution"], "manager")
        for bad in ("x", -1, 10**30, [1], {"a": 1}, None, True):
            with self.subTest(bad=bad):
                self.assertTrue(distribution.get_picture(bad, bad)["figure"])
                self.assertEqual(distribution.get_hints(bad, bad), [])
                self._attempt(REFUSALS, distribution.explain, bad, bad, bad)

    def test_queries_are_the_same_for_few_and_many(self):
        self._propose(self.evaluations)

        def count():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self._picture("manager")
            return self.cr.sql_log_count - before

        count()
        few = count()
        self._make_staff(20)
        self._propose(self._open())
        count()
        self.assertLessEqual(count(), few)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDistributionPattern(CalibrationCase):
    def test_the_menu_makes_the_five_of_the_agency_once(self):
        patterns = self._as_role(self.env["asn.distribution.pattern"], "manager")
        patterns.action_open()
        patterns.action_open()
        made = patterns.search([("company_id", "=", self.agency.id)])
        self.assertEqual(len(made), 5)
        best = made.filtered(lambda one: one.rating == "outstanding")
        self.assertEqual((best.very_good, best.very_poor), (13, 0))

    def test_bad_weights_are_refused_in_a_sentence(self):
        patterns = self._as_role(self.env["asn.distribution.pattern"], "manager")
        for weights in (
            {"good": -1},
            {"good": 0, "very_good": 0},
            {"good": 1001},
        ):
            with self.subTest(weights=weights):
                values = {"rating": "good", **weights}
                self._attempt(ValidationError, patterns.create, values)

    def test_others_read_and_do_not_make_any(self):
        patterns = self._as_role(self.env["asn.distribution.pattern"], "auditor")
        patterns.action_open()
        self.assertFalse(patterns.search([("company_id", "=", self.agency.id)]))
        self._attempt(AccessError, patterns.create, {"rating": "good", "good": 1})


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDistributionReason(DistributionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._make_staff(12)
        cls.evaluations = cls._open()
        cls._propose(cls.evaluations)

    def _explain(self, role, text="The unit was reorganised", unit=None):
        distribution = self._as_role(self.env["asn.distribution"], role)
        return distribution.explain(self.interval.id, (unit or self.section).id, text)

    def test_the_superior_writes_and_manager_and_auditor_read(self):
        picture = self._explain("superior")
        self.assertEqual(picture["reasons"][0]["text"], "The unit was reorganised")
        for role in ("manager", "auditor"):
            with self.subTest(role=role):
                self.assertTrue(self._picture(role, self.section)["reasons"])
        self.assertFalse(self._picture("officer", self.section)["reasons"])

    def test_nobody_else_writes_and_sees_no_button(self):
        for role in ("own", "assessor", "officer", "manager", "auditor", "outsider"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._explain, role)
                self.assertFalse(self._picture(role, self.section)["can_explain"])
        self.assertTrue(self._picture("superior", self.section)["can_explain"])

    def test_a_reason_has_words_and_stays(self):
        for text in ("", "  ", None, 5, "x" * 4001):
            with self.subTest(text=text):
                self._attempt(UserError, self._explain, "superior", text)
        self._explain("superior")
        reason = self.env["asn.distribution.reason"].search([])
        self._attempt(AccessError, reason.write, {"text": "Other"})
        self._attempt(AccessError, reason.unlink)

    def test_nothing_is_written_in_a_closed_period(self):
        self.period.action_close()
        self._attempt(UserError, self._explain, "superior")

    def test_hints_are_for_superior_and_auditor(self):
        for role, told in {
            "superior": True,
            "auditor": True,
            "assessor": False,
            "acting": False,
            "manager": False,
            "officer": False,
            "own": False,
        }.items():
            distribution = self._as_role(self.env["asn.distribution"], role)
            with self.subTest(role=role):
                hints = distribution.get_hints(self.interval.id, self.section.id)
                self.assertEqual(bool(hints), told)
        self.assertEqual({hint["kind"] for hint in hints}, set())

    def test_hints_name_the_kind_and_can_be_switched_off(self):
        other = self._make_employee("Mild", self.section, self.people["superior"])
        self._make_staff(5, leader=other)
        fresh = self._open() - self.evaluations
        self._propose(fresh, "above", "meets")
        distribution = self._as_role(self.env["asn.distribution"], "superior")
        hints = distribution.get_hints(self.interval.id, 0)
        found = {(hint["assessor"], hint["kind"]) for hint in hints}
        self.assertIn(("Mild", "far"), found)
        self.assertIn(("Mild", "uniform"), found)
        self.assertIn(("Name assessor", "far"), found)
        self.period.bias_people = 6
        hints = distribution.get_hints(self.interval.id, 0)
        self.assertNotIn("Mild", {hint["assessor"] for hint in hints})
        self.period.bias_hints = False
        self.assertEqual(distribution.get_hints(self.interval.id, 0), [])
