# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

PAUSE_SECONDS = 60
GIVEN = ("emoticon", "words", "result_id")


class AsnFeedback(models.Model):
    """Giving: who may say something about whom, and what the server finds out."""

    _inherit = "asn.feedback"

    @api.model
    def _prepare_given(self, vals_list):
        """Return the complete values of new feedback, with a few queries for all.

        :raises UserError: of oneself, of nobody in the agency, too often, nothing said
        """
        ids = [self._read_id(vals.get("employee_id")) for vals in vals_list]
        people = self._find_people(ids)
        self._check_pace(ids, people)
        today = self.env["asn.period"]._today()
        plans = self._find_plans(ids, today)
        kinds = self._get_kinds(people, plans)
        shared = self._get_giver_values(today)
        values = [
            {
                **shared,
                **self._prepare_person(people[number], plans.get(number)),
                **{name: vals[name] for name in GIVEN if vals.get(name)},
                "kind": kinds[number],
            }
            for number, vals in zip(ids, vals_list, strict=True)
        ]
        self._check_said(values)
        self._check_open_days(people.values(), today)
        self._add_results(values)
        return values

    @api.model
    def _read_id(self, number):
        return number if isinstance(number, int) else 0

    @api.model
    def _find_people(self, ids):
        """Return {employee id: the row of asn.person, elevated}, all of them found."""
        # sudo: asn.person - name, unit and superior of the colleague that was chosen
        rows_sudo = (
            self.env["asn.person"]
            .sudo()
            .search(
                Domain("employee_id", "in", ids)
                & Domain("company_id", "in", self.env.user.company_ids.ids)
            )
        )
        people = {row.employee_id.id: row for row in rows_sudo}
        if any(number not in people for number in ids):
            raise UserError(
                self.env._(
                    "Choose somebody who is in service in your agency; this person is "
                    "not, or not any more."
                )
            )
        if any(row.user_id == self.env.user for row in people.values()):
            raise UserError(
                self.env._(
                    "Feedback is about the work of others. What you want to say about "
                    "your own work belongs into the note of your evaluation."
                )
            )
        return people

    @api.model
    def _check_pace(self, ids, people):
        """One a minute for each person, so that a second click says nothing twice."""
        since = fields.Datetime.now() - timedelta(seconds=PAUSE_SECONDS)
        # sudo: asn.feedback - only the user's own are looked for
        recent_sudo = self.sudo().search(
            Domain("giver_user_id", "=", self.env.uid)
            & Domain("employee_id", "in", ids)
            & Domain("given_at", ">", since)
        )
        doubled = {number for number in ids if ids.count(number) > 1}
        doubled.update(recent_sudo.employee_id.ids)
        if doubled:
            raise UserError(
                self.env._(
                    "You have just given feedback about %(names)s. Open it to change "
                    "it, or wait a minute before you give another one.",
                    names=", ".join(people[number].name for number in sorted(doubled)),
                )
            )

    @api.model
    def _find_plans(self, ids, day):
        """Return {employee id: the plan that runs on the day, elevated}."""
        # sudo: asn.skp - who assesses the person; nothing of the plan is shown
        plans_sudo = (
            self.env["asn.skp"]
            .sudo()
            .search(
                Domain("employee_id", "in", ids)
                & Domain("state", "!=", "cancelled")
                & Domain("date_from", "<=", day)
                & Domain("date_to", ">=", day)
                & Domain("duty", "=", "main"),
                order="date_from, id",
            )
        )
        return {plan.employee_id.id: plan for plan in plans_sudo}

    @api.model
    def _prepare_person(self, person_sudo, plan_sudo):
        official_sudo = person_sudo.employee_id.parent_id
        source = plan_sudo or self.env["asn.skp"]
        return {
            "employee_id": person_sudo.employee_id.id,
            "company_id": person_sudo.company_id.id,
            "employee_name": person_sudo.name,
            "employee_nip": person_sudo.nip,
            "unit_name": person_sudo.department_id.name,
            "skp_id": source.id,
            "assessor_id": (source.assessor_id if source else official_sudo).id,
            "superior_id": (
                source.superior_id if source else official_sudo.parent_id
            ).id,
        }

    @api.model
    def _get_giver_values(self, today):
        own_sudo = self._get_own_employees()[:1]
        return {
            "giver_user_id": self.env.uid,
            "giver_name": own_sudo.name or self.env.user.name,
            "giver_position_name": own_sudo.job_title,
            "date": today,
            "given_at": fields.Datetime.now(),
        }

    @api.model
    def _get_own_employees(self):
        """Return the user's own employees in their agencies, elevated."""
        # sudo: hr.employee - the user's own row
        people_sudo = self.env["hr.employee"].sudo()
        return people_sudo.search(
            [
                ("user_id", "=", self.env.uid),
                ("company_id", "in", self.env.user.company_ids.ids),
            ]
        )

    @api.model
    def _get_kinds(self, people, plans):
        """Return {employee id: what the user is to that person}."""
        own = self._get_own_employees()
        officials = self.env["asn.delegation"]._get_running(self.env.user).official_id
        above = self._get_leaders(own, self._find_plans(own.ids, self._get_day()))
        return {
            number: self._get_kind(person, plans.get(number), own, officials, above)
            for number, person in people.items()
        }

    @api.model
    def _get_day(self):
        return self.env["asn.period"]._today()

    @api.model
    def _get_leaders(self, employees_sudo, plans):
        """Return who stands above: by the plan, and the next two in HR."""
        leaders = employees_sudo.parent_id | employees_sudo.parent_id.parent_id
        for plan in plans.values():
            leaders |= plan.assessor_id | plan.superior_id
        return leaders

    @api.model
    def _get_kind(self, person_sudo, plan_sudo, own, officials, above):
        """Return the key for one person; the nearest tie counts."""
        employee_sudo = person_sudo.employee_id
        plans = {0: plan_sudo} if plan_sudo else {}
        if self._get_leaders(employee_sudo, plans) & (own | officials):
            return "leader"
        if employee_sudo in above:
            return "subordinate"
        same_leader = employee_sudo.parent_id & own.parent_id
        same_unit = person_sudo.department_id & own.department_id
        return "peer" if same_leader or same_unit else "other"

    @api.model
    def _check_said(self, values):
        for one in values:
            words = one.get("words")
            if not one.get("emoticon") and not (
                isinstance(words, str) and words.strip()
            ):
                raise UserError(
                    self.env._("Choose an emoticon or write some words first.")
                )

    @api.model
    def _check_open_days(self, people_sudo, day):
        """Ask the intervals of the day whether something may still be added."""
        companies = self.env["res.company"].union(
            *(person.company_id.sudo(False) for person in people_sudo)
        )
        self._get_intervals(companies, day, day)._check_unlocked()

    @api.model
    def _get_intervals(self, companies, first, last):
        # sudo: asn.period.interval - which there are, to ask them
        found_sudo = self.env["asn.period.interval"].sudo()
        return found_sudo.search(
            [
                ("company_id", "in", companies.ids),
                ("date_from", "<=", last),
                ("date_to", ">=", first),
            ]
        ).sudo(False)

    @api.model
    def _add_results(self, values):
        """Check the chosen results, and note how they are called."""
        results = self.env["asn.skp.result"].browse(
            [one["result_id"] for one in values if one.get("result_id")]
        )
        results.check_access("read")
        names = {result.id: result for result in results}
        for one in values:
            result = names.get(one.get("result_id"))
            if result:
                self._check_result(result, one["employee_id"])
                one["result_name"] = result.name

    @api.model
    def _check_result(self, result, employee_id):
        # sudo: asn.skp - whose plan it is; the result itself may be read
        if result.sudo().skp_id.employee_id.id != employee_id:
            raise AccessError(
                self.env._("This result belongs to the plan of somebody else.")
            )
