# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase


class MatrixCase(KinerjaCase):
    """The agreed plan of the assessor stands at the top; `own` is their only staff."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leader = cls._make_agreed_skp(cls.people["assessor"])
        cls.column = cls.leader.result_ids

    def _matrix(self, role="assessor"):
        return self._as_role(self.env["asn.role.matrix"], role)

    def _get(self, role="assessor"):
        return self._matrix(role).get_matrix(self.leader.id)

    def _write(self, name="Letters of Monday are answered", role="assessor", **values):
        values = {
            "skp_id": self.leader.id,
            "employee_id": self.people["own"].id,
            "parent_id": self.column.id,
            **values,
        }
        return self._matrix(role).write_cell(name=name, **values)

    def _change(self, answer, name, role="assessor", **values):
        result = answer["result"]
        return self._write(
            name, role, result_id=result["id"], token=result["token"], **values
        )

    def _remove(self, answer, role="assessor"):
        result = answer["result"]
        return self._matrix(role).remove_cell(
            self.leader.id, result["id"], result["token"]
        )

    def _add(self, person="outsider", role="assessor", note=None):
        return self._matrix(role).add_member(
            self.leader.id, self.people[person].id, note
        )

    def _browse(self, answer):
        return self.env["asn.skp.result"].browse(answer["result"]["id"])


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRoleMatrix(MatrixCase):
    """Who may open the matrix, and what a cell becomes."""

    def test_only_the_owner_and_who_acts_for_them_open_it(self):
        for role in ROLES:
            with self.subTest(role=role):
                refused = self._is_refused(self._get, role)
                self.assertEqual(refused, role not in ("assessor", "acting"))

    def test_nobody_else_changes_anything(self):
        answer = self._write()
        member = self._add()["rows"][0]["member_id"]
        for role in set(ROLES) - {"assessor", "acting"}:
            matrix = self._matrix(role)
            with self.subTest(role=role):
                self._attempt(REFUSALS, self._write, "Slipped in", role)
                self._attempt(REFUSALS, self._change, answer, "Slipped in", role)
                self._attempt(REFUSALS, self._remove, answer, role)
                self._attempt(REFUSALS, self._add, "officer", role)
                self._attempt(REFUSALS, matrix.remove_member, self.leader.id, member)
                self._attempt(REFUSALS, matrix.search_people, self.leader.id)

    def test_an_ended_delegation_closes_it(self):
        self._get("acting")
        self.delegation.date_to = "2026-04-09"
        self._attempt(AccessError, self._get, "acting")
        self._attempt(AccessError, self._write, role="acting")

    def test_without_a_choice_the_own_running_plan_opens(self):
        self.assertEqual(self._matrix().get_matrix()["plan"]["id"], self.leader.id)
        answer = self._matrix("outsider").get_matrix()
        self.assertEqual((answer["plan"], answer["plans"]), (False, []))

    def test_a_plan_that_is_not_agreed_has_no_matrix(self):
        for state in ("draft", "submitted", "reviewed", "cancelled"):
            self.leader.state = state
            with self.subTest(state=state):
                self._attempt(UserError, self._get)
                self._attempt(UserError, self._write)

    def test_a_closed_plan_is_only_for_reading(self):
        self.leader.state = "closed"
        self.assertTrue(self._get()["plan"]["lock"])
        self._attempt(UserError, self._write)

    def test_a_closed_period_is_only_for_reading(self):
        self.period.state = "closed"
        self.assertTrue(self._get()["plan"]["lock"])
        self._attempt(UserError, self._write)

    def test_a_cell_begins_the_plan_of_whoever_has_none(self):
        row = self._get()["rows"][0]
        self.assertEqual((row["name"], row["state"]), ("Name own", "none"))
        result = self._browse(self._write(kind="additional"))
        self.assertRecordValues(
            result,
            [
                {
                    "origin": "assessor",
                    "kind": "additional",
                    "parent_id": self.column.id,
                    "assigned_by": False,
                    "given_by": "Name assessor",
                }
            ],
        )
        self.assertRecordValues(
            result.skp_id,
            [
                {
                    "state": "draft",
                    "employee_id": self.people["own"].id,
                    "assessor_id": self.people["assessor"].id,
                    "leader_skp_id": self.leader.id,
                }
            ],
        )

    def test_a_second_cell_goes_into_the_same_plan(self):
        first, second = self._write(), self._write("Letters of Tuesday")
        self.assertEqual(first["row"]["key"], second["row"]["key"])
        self.assertEqual(len(self._get()["results"]), 2)

    def test_the_acting_official_writes_for_the_leader(self):
        self.assertEqual(self._browse(self._write(role="acting")).origin, "assessor")

    def test_a_cell_of_an_indicator_knows_its_indicator(self):
        indicator = self.column.indicator_ids
        answer = self._write(indicator_id=indicator.id)
        self.assertEqual(answer["result"]["indicator_ids"], indicator.ids)
        result = self._browse(answer)
        result.parent_id = False
        self.assertFalse(result.parent_indicator_id)

    def test_the_employee_refines_it_and_the_matrix_shows_it(self):
        result = self._browse(self._write())
        self._as_role(result, "own").write({"name": "My own words"})
        self.assertEqual(self._get()["results"][0]["name"], "My own words")
        self.assertEqual(result.origin, "assessor")

    def test_the_employee_may_not_say_who_gave_it(self):
        result = self._as_role(self._browse(self._write()), "own")
        self._attempt(AccessError, result.write, {"origin": "employee"})
        self._attempt(AccessError, result.write, {"parent_indicator_id": False})

    def test_only_a_draft_is_written(self):
        answer = self._write()
        skp = self._browse(answer).skp_id
        for state in ("submitted", "reviewed", "agreed", "closed"):
            skp.state = state
            with self.subTest(state=state):
                self.assertTrue(self._get()["rows"][0]["lock"])
                self._attempt(UserError, self._write, "More")
                self._attempt(UserError, self._change, answer, "Other")
                self._attempt(UserError, self._remove, answer)

    def test_what_the_employee_wrote_stays_theirs(self):
        skp = self._make_skp()
        own = self._as_role(skp.result_ids, "own")
        own.write({"parent_id": self.column.id})
        answer = {"result": self._get()["results"][0]}
        self.assertTrue(answer["result"]["lock"])
        self._attempt(UserError, self._change, answer, "Other")
        self._attempt(UserError, self._remove, answer)

    def test_a_removed_cell_leaves_the_plan(self):
        answer = self._write()
        self.assertEqual(self._remove(answer)["status"], "removed")
        self.assertFalse(self._browse(answer).exists())
        self.assertTrue(self._get()["rows"][0]["skp_id"])

    def test_empty_and_absurd_input_is_answered_with_a_sentence(self):
        others = self._make_agreed_skp(self.people["outsider"]).result_ids
        for values in (
            {"name": "  "},
            {"name": None},
            {"name": ["a"]},
            {"name": "a", "kind": "other"},
            {"name": "a", "parent_id": others.id},
            {"name": "a", "parent_id": "1"},
            {"name": "a", "indicator_id": others.indicator_ids.id},
            {"name": "a", "employee_id": "x"},
            {"name": "a", "employee_id": self.people["outsider"].id},
            {"name": "a", "result_id": True},
            {"name": "a", "result_id": -1},
            {"name": "a", "skp_id": "x"},
        ):
            with self.subTest(values=values):
                self._attempt(UserError, lambda vals=values: self._write(**vals))

    def test_the_context_of_a_caller_changes_nothing(self):
        matrix = self._matrix().with_context(
            default_state="agreed",
            default_origin="employee",
            default_employee_id=self.people["outsider"].id,
            default_assessor_id=self.people["superior"].id,
            default_scope="organisation",
            default_perspective="budget",
            default_assigned_by="Somebody",
        )
        answer = matrix.write_cell(
            self.leader.id, self.people["own"].id, self.column.id, "Result"
        )
        result = self._browse(answer)
        self.assertRecordValues(
            result,
            [
                {
                    "origin": "assessor",
                    "scope": "individual",
                    "perspective": False,
                    "assigned_by": False,
                }
            ],
        )
        self.assertRecordValues(
            result.skp_id,
            [
                {
                    "state": "draft",
                    "employee_id": self.people["own"].id,
                    "assessor_id": self.people["assessor"].id,
                }
            ],
        )

    def test_whoever_acts_gives_nothing_to_themselves(self):
        self.people["acting"].parent_id = self.people["assessor"]
        values = {"employee_id": self.people["acting"].id, "role": "acting"}
        self._attempt(UserError, lambda: self._write(**values))
        self._write(employee_id=self.people["acting"].id)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRoleMatrixConflict(MatrixCase):
    """Two people at one line: nobody overwrites what they have not seen."""

    def _pass_time(self, result):
        """Let the next write have another time than those of this transaction."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE asn_skp_result SET write_date = write_date + interval '1 second' "
            "WHERE id = %s",
            [result.id],
        )
        self.env.invalidate_all()

    def test_a_line_changed_meanwhile_is_shown_and_not_overwritten(self):
        answer = self._write()
        result = self._browse(answer)
        self._as_role(result, "own").write({"name": "Words of the employee"})
        self._pass_time(result)
        conflict = self._change(answer, "Words of the leader")
        self.assertEqual(conflict["status"], "changed")
        self.assertEqual(conflict["result"]["name"], "Words of the employee")
        self.assertEqual(result.name, "Words of the employee")
        self.assertEqual(self._remove(answer)["status"], "changed")
        self.assertTrue(result.exists())
        # whoever has seen it may go on
        self._change(conflict, "Words of the leader")
        self.assertEqual(result.name, "Words of the leader")

    def test_a_line_deleted_meanwhile_is_told(self):
        answer = self._write()
        self._as_role(self._browse(answer), "own").unlink()
        self.assertEqual(self._change(answer, "Other")["status"], "deleted")
        self.assertEqual(self._remove(answer)["status"], "deleted")
        self.assertFalse(self._get()["results"])

    def test_a_line_moved_to_nothing_is_as_good_as_deleted(self):
        answer = self._write()
        self._as_role(self._browse(answer), "own").write({"parent_id": False})
        self.assertEqual(self._change(answer, "Other")["status"], "deleted")

    def test_somebody_else_at_the_line_is_told(self):
        answer = self._write()
        self.env.flush_all()
        result_id = self._browse(answer).id
        changed = {"result": {"id": result_id, "token": "never"}}
        self.assertEqual(self._change(changed, "Other")["status"], "changed")

    def test_a_result_that_a_revision_took_out_is_as_good_as_deleted(self):
        answer = self._write()
        result = self._browse(answer)
        indicator = {"name": "Letters", "target_min": 1, "unit": "letters"}
        self._as_role(result, "own").write({"indicator_ids": [(0, 0, indicator)]})
        self._as_role(result.skp_id, "own").action_submit()
        self._as_role(result.skp_id, "assessor").action_agree()
        self._as_role(result.skp_id, "assessor").action_revise("Less money")
        answer["result"]["token"] = result.write_date.isoformat()
        self.assertEqual(self._remove(answer)["status"], "removed")
        self.assertFalse(result.active)
        answer["result"]["token"] = result.write_date.isoformat()
        self.assertEqual(self._change(answer, "Other")["status"], "deleted")
        self.assertEqual(self._remove(answer)["status"], "deleted")
