# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from ..kinerja_rules import chain
from .common import NOW, REFUSALS, ROLES, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestChain(KinerjaCase):
    """An agreed plan and three delivered evaluations, and those of somebody else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.employee = cls.people["own"]
        cls.skp = cls._make_agreed_skp()
        other = cls._make_agreed_skp(cls.people["outsider"])
        for begin in ("2026-01-01", "2026-04-01", "2026-07-01"):
            interval = cls._get_interval(cls.period, begin)
            if interval != cls.interval:
                cls.performance.copy({"interval_id": interval.id, "state": "approved"})
            evaluation = cls._make_evaluation(cls.skp, interval)
            cls._deliver(evaluation)
        cls._deliver(other.evaluation_ids.sorted("id")[:1])
        cls.links = cls.env["asn.decision"].search(
            [("employee_id", "=", cls.employee.id), ("snapshot", "!=", False)],
            order="sequence",
        )
        cls.env.flush_all()

    def _find_broken(self):
        self.env.invalidate_all()
        return self.env["asn.decision"]._find_broken(self.employee)

    def _tamper(self, query, *values):
        self.env.flush_all()
        self.env.cr.execute(query, values)
        self.env.invalidate_all()

    def test_links_of_each_employee_are_numbered_from_one(self):
        self.assertEqual(self.links.mapped("sequence"), [1, 2, 3, 4])
        others = self.env["asn.decision"].search(
            [("employee_id", "=", self.people["outsider"].id), ("digest", "!=", False)]
        )
        self.assertEqual(others.sorted("sequence").mapped("sequence"), [1, 2])

    def test_decisions_without_snapshot_have_no_number(self):
        plain = self.skp.decision_ids - self.links
        self.assertTrue(plain)
        self.assertFalse(any(plain.mapped("sequence")))
        self._tamper("SELECT 1 FROM asn_decision WHERE sequence = 0")
        self.assertFalse(self.env.cr.fetchall())

    def test_each_digest_differs_and_is_printed_on_its_document(self):
        self.assertEqual(len(set(self.links.mapped("digest"))), 4)
        for link in self.links:
            document = link.evaluation_id or link.skp_id
            self.assertEqual(document.digest, link.digest)

    def test_an_honest_chain_holds(self):
        self.assertFalse(self._find_broken())

    def test_a_changed_snapshot_is_named(self):
        self._tamper(
            "UPDATE asn_decision SET snapshot = replace(snapshot, 'good', 'poor') "
            "WHERE id = %s",
            self.links[1].id,
        )
        self.assertEqual(self._find_broken(), self.links[1])

    def test_a_changed_digest_is_named(self):
        self._tamper(
            "UPDATE asn_decision SET digest = %s WHERE id = %s",
            "0" * 64,
            self.links[0].id,
        )
        self.assertEqual(self._find_broken(), self.links[0])

    def test_a_snapshot_with_a_fitting_digest_breaks_the_next_link(self):
        forged = "forged"
        self._tamper(
            "UPDATE asn_decision SET snapshot = %s, digest = %s WHERE id = %s",
            forged,
            chain.digest("", forged),
            self.links[0].id,
        )
        self.assertEqual(self._find_broken(), self.links[1])

    def test_a_changed_number_is_named(self):
        self._tamper(
            "UPDATE asn_decision SET sequence = 9 WHERE id = %s", self.links[1].id
        )
        self.assertEqual(self._find_broken(), self.links[2])

    def test_a_deleted_link_is_noticed_at_the_next(self):
        for index in (1, 2):
            with self.subTest(index=index):
                savepoint = self.cr.savepoint()
                self._tamper(
                    "DELETE FROM asn_decision WHERE id = %s", self.links[index].id
                )
                self.assertEqual(self._find_broken(), self.links[index + 1])
                savepoint.rollback()

    def test_two_exchanged_links_are_named(self):
        first, second, third, _fourth = self.links
        self._tamper("UPDATE asn_decision SET sequence = 8 WHERE id = %s", first.id)
        self._tamper("UPDATE asn_decision SET sequence = 1 WHERE id = %s", second.id)
        self._tamper("UPDATE asn_decision SET sequence = 2 WHERE id = %s", first.id)
        self.assertEqual(self._find_broken(), second)
        self.assertTrue(third)

    def test_later_changes_of_hr_do_not_break_the_chain(self):
        self.employee.write({"name": "Renamed", "parent_id": False, "nip": False})
        self.employee.create_version(
            {"date_version": "2026-04-09", "department_id": self.other_unit.id}
        )
        self.section.name = "Renamed section"
        self.agency.name = "Renamed agency"
        self.assertFalse(self._find_broken())

    def test_later_changes_of_columns_do_not_break_the_chain(self):
        self.skp.evaluation_ids.write({"predicate": "poor", "employee_name": "X"})
        self.skp.result_ids.write({"name": "Changed"})
        self.assertFalse(self._find_broken())

    def test_the_same_content_never_gives_the_same_digest(self):
        decisions = self.env["asn.decision"]
        evaluation = self.links[1].evaluation_id
        sheet = self._get_worksheet(evaluation)
        take = self.env["asn.snapshot"]._take
        one, two = take(evaluation, sheet), take(evaluation, sheet)
        self.assertNotEqual(one, two)
        self.assertNotEqual(
            decisions._prepare_link(self.employee, one)["digest"],
            decisions._prepare_link(self.employee, two)["digest"],
        )

    def test_nobody_changes_a_decision(self):
        values = {"note": "x", "snapshot": "x", "digest": "x", "sequence": 7}
        for name, value in {**values, "user_id": self.env.uid}.items():
            for role in ROLES:
                link = self._as_role(self.links[0], role)
                with self.subTest(role=role, field=name):
                    self._attempt(AccessError, link.write, {name: value})
            with self.subTest(role="sudo", field=name):
                self._attempt(AccessError, self.links[0].sudo().write, {name: value})

    def test_nobody_deletes_a_decision(self):
        for role in ROLES:
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(self.links[2], role).unlink)
        self._attempt(AccessError, self.links[2].sudo().unlink)

    def test_nobody_adds_a_decision_by_hand(self):
        values = self.links[0].copy_data()[0]
        for role in ROLES:
            decisions = self._as_role(self.env["asn.decision"], role)
            with self.subTest(role=role):
                self._attempt(REFUSALS, decisions.create, {**values, "sequence": 0})
                self.assertFalse(hasattr(decisions, "record"))

    def test_documents_with_decisions_stay(self):
        with mute_logger("odoo.sql_db"):
            for record in (self.skp, self.links[1].evaluation_id, self.employee):
                with self.subTest(record=record):
                    self._attempt((IntegrityError, *REFUSALS), record.unlink)
