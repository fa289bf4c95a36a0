# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestTraces(KinerjaCase):
    """Nobody helps themselves to a right, and no trace is wiped out."""

    def test_a_manager_does_not_appoint_themselves(self):
        values = {
            "official_id": self.people["assessor"].id,
            "deputy_user_id": self.users["manager"].id,
            "mandate_number": "800/1",
        }
        delegations = self._as_role(self.env["asn.delegation"], "manager")
        self._attempt(AccessError, delegations.create, values)
        later = delegations.create(
            {
                **values,
                "deputy_user_id": self.users["outsider"].id,
                "date_from": "2026-05-01",
            }
        )
        oneself = {"deputy_user_id": self.users["manager"].id}
        self._attempt(AccessError, later.write, oneself)

    def test_a_delegation_that_began_only_ends(self):
        begun = self._as_role(self.delegation, "manager")
        self._attempt(UserError, begun.unlink)
        self._attempt(UserError, begun.write, {"mandate_number": "Other"})
        begun.date_to = "2026-04-30"
        later = begun.create(
            {
                "official_id": self.people["assessor"].id,
                "deputy_user_id": self.users["outsider"].id,
                "mandate_number": "800/2",
                "date_from": "2026-05-01",
            }
        )
        later.mandate_number = "800/3"
        later.unlink()

    def test_the_auditor_verifies_a_chain_and_is_told_what_broke(self):
        evaluation = self._make_evaluation()
        self._deliver(evaluation)
        decision = self._as_role(evaluation.decision_ids, "auditor").filtered("digest")
        self.assertEqual(self._verify(decision), "success")
        self.env.cr.execute(
            "UPDATE asn_decision SET snapshot = 'other' WHERE id = %s", [decision.id]
        )
        self.env.invalidate_all()
        self.assertEqual(self._verify(decision), "danger")

    def test_a_deleted_last_link_is_missed(self):
        evaluation = self._make_evaluation()
        self._deliver(evaluation)
        other = self._as_role(evaluation.decision_ids, "auditor")
        other = other.filtered(lambda line: not line.digest)[:1]
        self.env.cr.execute(
            "DELETE FROM asn_decision WHERE evaluation_id = %s AND digest IS NOT NULL",
            [evaluation.id],
        )
        self.env.invalidate_all()
        self.assertEqual(self._verify(other), "danger")

    def _verify(self, decision):
        return decision.action_verify_chain()["params"]["type"]

    def test_reading_a_frozen_document_is_noted(self):
        evaluation = self._make_evaluation()
        self._deliver(evaluation)
        decision = evaluation.decision_ids.filtered("digest")
        self._as_role(decision, "officer").read(["snapshot"])
        readers = self.env["asn.read.log"].search([]).user_id
        self.assertIn(self.users["officer"], readers)

    def test_an_interval_with_evaluations_keeps_its_dates(self):
        interval = self._as_role(self._make_evaluation().interval_id, "manager")
        self._attempt(UserError, interval.write, {"date_from": "2025-01-01"})

    def test_a_period_is_not_born_closed(self):
        periods = self._as_role(self.env["asn.period"], "manager")
        values = {"name": "9", "date_from": "2040-01-01", "date_to": "2040-12-31"}
        self._attempt(AccessError, periods.create, {**values, "state": "closed"})
        self.assertEqual(periods.create(values).state, "draft")

    def test_a_closed_period_locks_worksheet_and_realisation(self):
        evaluation = self._make_evaluation()
        self._as_role(self.period, "manager").action_close()
        sheet = self._as_role(self._get_worksheet(evaluation), "assessor")
        self._attempt(UserError, sheet.write, {"result_rating": "above"})
        line = self._as_role(evaluation.realisation_ids, "own")
        self._attempt(UserError, line.write, {"value": 1})

    def test_the_next_person_is_asked(self):
        evaluation = self._make_evaluation()
        self._fill_and_submit(evaluation)
        # whoever acts for the assessor today is asked too
        asked = self.users["assessor"] | self.users["acting"]
        self.assertEqual(evaluation.activity_ids.user_id, asked)
        self._as_role(evaluation, "assessor").action_return("Because")
        self.assertEqual(evaluation.activity_ids.user_id, self.users["own"])

    def test_a_corrected_superior_reaches_the_plan(self):
        skp = self._make_skp()
        self.people["assessor"].parent_id = self.regent
        self._as_role(skp, "own").action_submit()
        self.assertEqual(skp.superior_id, self.regent)
