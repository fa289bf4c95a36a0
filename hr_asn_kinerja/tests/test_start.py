# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, new_test_user, tagged

from .common import MODULE, NOW, KinerjaCase

KEYS = (
    "agency",
    "people",
    "superiors",
    "heads",
    "period",
    "logins",
    "roles",
    "begun",
    "submitted",
    "agreed",
)
NOBODY = ("own", "assessor", "superior", "acting", "auditor", "outsider")


class StartCase(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.regent.asn_kind = False
        cls.empty = cls._make_agency("Empty Agency", "UTC")
        cls.users["empty"] = new_test_user(
            cls.env,
            "asn_empty",
            groups=f"{MODULE}.group_asn_kinerja_manager",
            company_id=cls.empty.id,
            company_ids=[(6, 0, cls.empty.ids)],
        )

    def _get_start(self, role):
        starts = self._as_role(self.env["asn.start"], role)
        return starts.browse(
            starts.with_company(self._company(role))._get_of_agency().id
        )

    def _company(self, role):
        return self.users[role].company_id

    def _get_steps(self, role):
        """Return {key: step} as the role sees them now."""
        self.env.invalidate_all()
        steps = self._get_start(role).with_company(self._company(role)).step_ids
        return {step.key: step for step in steps}

    def _get_figures(self, role):
        return {
            key: (step.done_count, step.total_count)
            for key, step in self._get_steps(role).items()
        }

    def _get_states(self, role):
        return {key: step.state for key, step in self._get_steps(role).items()}


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestStart(StartCase):
    def test_an_empty_agency_begins_with_its_own_data(self):
        states = self._get_states("empty")
        self.assertEqual(tuple(states), KEYS)
        self.assertEqual(states.pop("agency"), "next")
        self.assertEqual(set(states.values()), {"open"})
        self.assertEqual(self._get_start("empty").progress, 0)

    def test_each_step_counts_its_facts(self):
        figures = self._get_figures("manager")
        # the regent is no civil servant; everybody else of this agency is one
        self.assertEqual(figures["people"], (9, 9))
        self.assertEqual(figures["superiors"], (9, 9))
        self.assertEqual(figures["logins"], (9, 9))
        self.assertEqual(figures["heads"], (0, 4))
        self.assertEqual(figures["period"], (1, 1))
        self.assertEqual(figures["roles"], (2, 2))
        self.assertEqual(figures["begun"], (0, 9))

    def test_a_gap_in_the_data_opens_its_step_again(self):
        self.people["own"].write({"parent_id": False, "user_id": False})
        self.people["outsider"].nip = False
        figures = self._get_figures("manager")
        self.assertEqual(figures["people"], (8, 9))
        self.assertEqual(figures["superiors"], (8, 9))
        self.assertEqual(figures["logins"], (8, 9))
        self.assertEqual(self._get_states("manager")["superiors"], "open")

    def test_archived_people_and_units_do_not_count(self):
        self.people["outsider"].active = False
        self.other_unit.active = False
        figures = self._get_figures("manager")
        self.assertEqual(figures["people"], (8, 8))
        self.assertEqual(figures["heads"], (0, 3))

    def test_the_first_plan_of_many_is_enough(self):
        skp = self._make_skp()
        self.assertEqual(self._get_figures("manager")["begun"], (1, 9))
        states = self._get_states("manager")
        self.assertEqual(states["begun"], "done")
        self.assertEqual(states["submitted"], "open")
        self._as(skp, skp.employee_user_id).action_submit()
        self.assertEqual(self._get_states("manager")["submitted"], "done")
        self._as(skp, skp.assessor_user_id).action_agree()
        self.assertEqual(self._get_states("manager")["agreed"], "done")

    def test_a_withdrawn_plan_is_none(self):
        skp = self._make_skp()
        skp.state = "cancelled"
        self.assertEqual(self._get_figures("manager")["begun"], (0, 9))

    def test_a_draft_period_is_not_open(self):
        self.env["asn.period"].create({"company_id": self.empty.id})
        self.assertEqual(self._get_figures("empty")["period"], (0, 1))

    def test_an_officer_without_units_and_a_missing_auditor_count_as_missing(self):
        self.env["asn.officer.scope"].search([]).unlink()
        self.assertEqual(self._get_figures("manager")["roles"], (1, 2))
        self.users["auditor"].active = False
        self.assertEqual(self._get_figures("manager")["roles"], (0, 2))

    def test_agencies_do_not_count_each_other(self):
        self._make_agreed_skp()
        self.assertEqual(self._get_figures("manager_b")["people"], (1, 1))
        self.assertEqual(self._get_figures("manager_b")["agreed"], (0, 1))

    def test_the_number_of_queries_does_not_grow_with_the_people(self):
        def count():
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self._get_steps("manager")["agreed"].read(["figure"])
            return self.cr.sql_log_count - before

        count()
        few = count()
        for _number in range(5):
            self._make_employee("More", self.unit, self.regent, None, self._make_nip())
        self.assertEqual(count(), few)

    # --- WHO SEES IT ---

    def test_officers_see_the_plans_of_their_units_only(self):
        self._make_agreed_skp()
        figures = self._get_figures("officer")
        self.assertEqual(figures, {key: (1, 0) for key in KEYS[-3:]})
        self.assertEqual(set(self._get_figures("officer_out").values()), {(0, 0)})

    def test_nobody_else_sees_anything(self):
        start = self._get_start("manager")
        step = self.env.ref(f"{MODULE}.asn_start_step_begun")
        hidden = self.env.ref(f"{MODULE}.asn_start_step_people")
        for role in NOBODY:
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(start, role).read, [])
                self._attempt(AccessError, self._as_role(step, role).action_open_step)
                self._attempt(AccessError, self._as_role(start, role).action_open)
        own = self._as_role(hidden, "officer")
        self._attempt(AccessError, own.action_open_step)

    def test_only_the_manager_hides_it(self):
        start = self._get_start("manager")
        for role in ("officer", "manager_b", *NOBODY):
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(start, role).action_hide)
        self._as_role(start, "manager").action_hide()
        self.assertTrue(start.is_hidden)

    # --- WHAT THE APPLICATION OPENS WITH ---

    def _open(self, role):
        starts = self._as_role(self.env["asn.start"], role)
        self.env.invalidate_all()
        return starts.with_company(self._company(role)).action_open_application()

    def test_the_manager_lands_on_the_guide_until_it_is_hidden(self):
        self.assertEqual(self._open("manager")["res_model"], "asn.start")
        start = self._get_start("manager")
        self.assertEqual(start.action_hide()["res_model"], "asn.skp")
        self.assertEqual(self._open("manager")["res_model"], "asn.skp")
        start.action_show()
        self.assertEqual(self._open("manager")["res_model"], "asn.start")

    def test_the_guide_steps_back_when_all_is_done(self):
        self.agency.write({"city": "Tubei", "country_id": self.env.ref("base.id").id})
        self.env["hr.department"].search([]).manager_id = self.people["superior"]
        self._make_agreed_skp()
        start = self._get_start("manager")
        self.assertTrue(start.is_complete, self._get_states("manager"))
        self.assertEqual(self._open("manager")["res_model"], "asn.skp")
        self.people["own"].parent_id = False
        self.assertEqual(self._open("manager")["res_model"], "asn.skp")

    def test_everybody_else_lands_on_their_plans(self):
        for role in ("officer", *NOBODY):
            with self.subTest(role=role):
                self.assertEqual(self._open(role)["res_model"], "asn.skp")

    def test_every_step_opens_its_screen(self):
        for key, step in self._get_steps("manager").items():
            with self.subTest(step=key):
                action = step.action_open_step()
                self.assertIn(action["res_model"], self.env)

    def test_the_period_opens_as_a_form_while_there_is_none_open(self):
        action = self._get_steps("empty")["period"].action_open_step()
        self.assertEqual(action["views"], [[False, "form"]])
        self.assertFalse(action["res_id"])
        draft = self.env["asn.period"].create({"company_id": self.empty.id})
        action = self._get_steps("empty")["period"].action_open_step()
        self.assertEqual(action["res_id"], draft.id)

    def test_a_new_period_is_this_year_then_the_next(self):
        periods = self._as_role(self.env["asn.period"], "empty")
        first = periods.create({})
        self.assertRecordValues(first, [{"name": "2026"}])
        self.assertEqual(str(first.date_from), "2026-01-01")
        self.assertEqual(str(first.date_to), "2026-12-31")
        self.assertEqual(str(periods.create({}).date_from), "2027-01-01")
