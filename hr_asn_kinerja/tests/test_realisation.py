# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal
from unittest.mock import patch

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools.misc import get_lang

from .common import NOW, REFUSALS, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEvidence(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls.line = cls.evaluation.realisation_ids

    def _upload(self, role="own", **values):
        return self._as_role(self.env["ir.attachment"], role).create(
            {"name": "register.txt", "raw": b"90 letters", **values}
        )

    def _attach(self, attachment):
        self._as_role(self.line, "own").evidence_ids = [Command.link(attachment.id)]

    def test_a_fresh_upload_is_bound_to_its_record(self):
        attachment = self._upload()
        self._attach(attachment)
        self.assertRecordValues(
            attachment.sudo(),
            [{"res_model": "asn.indicator.realisation", "res_id": self.line.id}],
        )

    def test_bound_evidence_is_read_by_those_who_read_the_record(self):
        attachment = self._upload()
        self._attach(attachment)
        readers = ("own", "assessor", "superior", "auditor", "acting")
        others = ("officer", "officer_out", "manager", "outsider", "manager_b")
        for role in (*readers, *others):
            with self.subTest(role=role):
                refused = self._is_refused(
                    self._as_role(attachment, role).read, ["raw"]
                )
                self.assertEqual(refused, role in others)

    def test_evidence_is_frozen_after_submission(self):
        attachment = self._upload()
        self._attach(attachment)
        self._fill_and_submit(self.evaluation)
        own = self._as_role(attachment, "own")
        self._attempt(AccessError, own.write, {"raw": b"120 letters"})
        self._attempt(AccessError, own.unlink)
        self._attempt(REFUSALS, self._attach, self._upload())

    def test_a_file_of_somebody_else_is_not_taken_over(self):
        attachment = self._upload("outsider")
        self._attempt(REFUSALS, self._attach, attachment)
        self.assertFalse(attachment.sudo().res_id)

    def test_the_snapshot_names_each_file_with_its_checksum(self):
        attachment = self._upload()
        self._attach(attachment)
        self._deliver(self.evaluation)
        snapshot = self.evaluation.decision_ids.filtered("snapshot").snapshot
        self.assertIn(attachment.sudo().checksum, snapshot)
        self.assertIn("register.txt", snapshot)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSource(KinerjaCase):
    """A module registers a source; here a test does, in the same two steps."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        field = cls.env["asn.skp.indicator"]._fields["source"]
        sources = {"manual": "Typed", "fake": "Fake"}
        cls.classPatch(field, "selection", list(sources.items()))
        cls.classPatch(field, "_selection", sources)
        cls.skp = cls._make_agreed_skp()
        cls.skp.result_ids.indicator_ids.source = "fake"

    def setUp(self):
        super().setUp()
        self.answers = []

    def _register(self, value, explanation="From a fake register"):
        """Let the source answer every indicator with this value."""

        def propose(_self, indicators, interval):
            self.answers.append((indicators, interval))
            return {line.id: (value, explanation) for line in indicators}

        model = self.env.registry["asn.indicator.source"]
        patcher = patch.object(model, "_propose_fake", propose, create=True)
        self.startPatcher(patcher)

    def _open(self):
        return self._make_evaluation(self.skp).realisation_ids

    def test_opening_asks_the_source_and_counts_nothing_yet(self):
        self._register(Decimal("81.25"))
        line = self._open()
        self.assertRecordValues(
            line,
            [
                {
                    "has_proposal": True,
                    "proposed_value": 81.25,
                    "proposal_note": "From a fake register",
                    "value": 0,
                    "is_reported": False,
                }
            ],
        )
        self.assertEqual(self.answers, [(line.indicator_id, self.interval)])

    def test_the_employee_takes_the_proposal_over(self):
        self._register(Decimal("81.25"))
        line = self._open()
        self._as_role(line, "own").action_use_proposal()
        self.assertRecordValues(
            line,
            [{"value": 81.25, "is_reported": True, "note": "From a fake register"}],
        )

    def test_zero_may_be_proposed(self):
        self._register(Decimal(0))
        line = self._open()
        self._as_role(line, "own").action_use_proposal()
        self.assertRecordValues(line, [{"value": 0, "is_reported": True}])

    def test_nothing_to_propose_says_why(self):
        self._register(None, "Too few answers")
        line = self._open()
        self.assertRecordValues(
            line, [{"has_proposal": False, "proposal_note": "Too few answers"}]
        )
        self._attempt(UserError, self._as_role(line, "own").action_use_proposal)

    def test_refreshing_asks_again(self):
        self._register(None)
        line = self._open()
        self._register(Decimal(90))
        self._as_role(line, "own").action_refresh_proposal()
        self.assertRecordValues(line, [{"has_proposal": True, "proposed_value": 90}])

    def test_refreshing_leaves_what_was_typed(self):
        self._register(Decimal(90))
        line = self._open()
        self._as_role(line, "own").value = 75
        self._as_role(line, "own").action_refresh_proposal()
        self.assertEqual(line.value, 75)

    def test_only_the_employee_uses_and_refreshes(self):
        self._register(Decimal(90))
        line = self._open()
        for role in ("assessor", "superior", "acting", "auditor", "outsider"):
            other = self._as_role(line, role)
            with self.subTest(role=role):
                self._attempt(REFUSALS, other.action_use_proposal)
                self._attempt(REFUSALS, other.action_refresh_proposal)

    def test_nothing_is_used_or_refreshed_after_submission(self):
        self._register(Decimal(90))
        line = self._open()
        self._fill_and_submit(line.evaluation_id)
        own = self._as_role(line, "own")
        self._attempt(REFUSALS, own.action_use_proposal)
        self._attempt(REFUSALS, own.action_refresh_proposal)

    def test_a_source_that_left_is_simply_silent(self):
        line = self._open()
        self.assertFalse(line.has_proposal)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAchievement(KinerjaCase):
    """Advice in percent, computed on many lines at once."""

    CASES = (
        # polarity, minimum, maximum, value, achievement
        ("higher", 100, 0, 90, 90),
        ("higher", 100, 0, 200, 120),
        ("lower", 0, 10, 5, 120),
        ("lower", 0, 10, 12, 80),
        ("range", 80, 90, 85, 100),
        ("range", 80, 90, 40, 50),
    )

    def test_each_polarity_has_its_achievement(self):
        lines = [
            Command.create(
                {
                    "name": f"{polarity} {value}",
                    "polarity": polarity,
                    "target_min": lower,
                    "target_max": upper,
                }
            )
            for polarity, lower, upper, value, _expected in self.CASES
        ]
        results = [Command.create({"name": "All", "indicator_ids": lines})]
        skp = self._make_agreed_skp(result_ids=results)
        realisations = self._make_evaluation(skp).realisation_ids
        for line, case in zip(realisations.sorted("id"), self.CASES, strict=True):
            line.value = case[3]
        self.assertEqual(
            realisations.sorted("id").mapped("achievement"),
            [case[4] for case in self.CASES],
        )

    def test_nothing_reported_is_no_achievement(self):
        line = self._make_evaluation().realisation_ids
        self.assertEqual(line.achievement, 0)
        self.assertFalse(line.is_reported)

    def test_a_target_is_told_as_people_write_it(self):
        skp = self._make_skp(
            result_ids=[
                Command.create(
                    {
                        "name": "R",
                        "indicator_ids": [
                            Command.create({"name": "a", "target_min": 1500}),
                            Command.create(
                                {
                                    "name": "b",
                                    "polarity": "range",
                                    "target_min": 1,
                                    "target_max": 2.5,
                                    "unit": "days",
                                }
                            ),
                            Command.create(
                                {
                                    "name": "c",
                                    "polarity": "lower",
                                    "target_max": 3,
                                    "unit": "days",
                                }
                            ),
                            Command.create({"name": "d", "target_text": "All of it"}),
                        ],
                    }
                )
            ]
        )
        labels = skp.result_ids.indicator_ids.mapped("target_label")
        lang = get_lang(self.env)
        expected = [
            f"1{lang.thousands_sep}500",
            f"1 - 2{lang.decimal_point}5 days",
            "3 days",
            "All of it",
        ]
        self.assertEqual(labels, expected)
