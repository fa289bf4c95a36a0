# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain

from .asn_login_mixin import MANAGER
from .asn_officer_scope import OFFICER_GROUP
from .asn_workflow_mixin import AUDITOR_GROUP

ZONES = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura")
# what Odoo calls an agency that nobody has named yet
UNNAMED = ("My Company", "YourCompany")


class AsnStartFacts(models.AbstractModel):
    """What is already there in the agency, counted with one query a table."""

    _name = "asn.start.facts"
    _description = "Facts of the Guided Start"

    @api.model
    def _get_facts(self):
        """Return {key of a step: (how many are done, of how many)}.

        Everything is counted with the rights of the reader; who may not read people
        gets no figure about people.
        """
        facts = self._get_plan_facts()
        if not self.env.user.has_group(MANAGER):
            return {key: (count, 0) for key, (count, _total) in facts.items()}
        people = self._get_people_facts()
        total = people["logins"][1]
        return {
            **people,
            "agency": self._get_agency_fact(),
            "heads": self._get_head_fact(),
            "period": self._get_period_fact(),
            "roles": self._get_role_fact(),
            **{key: (count, total) for key, (count, _total) in facts.items()},
        }

    @api.model
    def _get_agency_fact(self):
        company = self.env.company
        set_up = (
            company.name not in UNNAMED,
            bool(company.city),
            company.country_id.code == "ID",
            company.resource_calendar_id.tz in ZONES,
        )
        return sum(set_up), len(set_up)

    @api.model
    def _get_people_domain(self):
        """Return who is expected to plan; others, such as a regent, are not."""
        company = self.env.company
        today = self.env["asn.period"]._today()
        excused = self.env["asn.excuse"]._get_excused(company, today)
        return (
            Domain("company_id", "=", company.id)
            & (Domain("nip", "!=", False) | Domain("asn_kind", "!=", False))
            & Domain("id", "not in", excused.ids)
        )

    @api.model
    def _get_people_facts(self):
        columns = ["__count", "nip:count", "parent_id:count", "user_id:count"]
        (row,) = self.env["hr.employee"]._read_group(
            self._get_people_domain(), [], columns
        )
        total, *counts = row
        keys = ("people", "superiors", "logins")
        return {key: (count, total) for key, count in zip(keys, counts, strict=True)}

    @api.model
    def _get_head_fact(self):
        (row,) = self.env["hr.department"]._read_group(
            [("company_id", "=", self.env.company.id)],
            [],
            ["manager_id:count", "__count"],
        )
        return row

    @api.model
    def _get_period_fact(self):
        opened = self.env["asn.period.interval"].search_count(
            [
                ("company_id", "=", self.env.company.id),
                ("period_id.state", "!=", "draft"),
            ],
            limit=1,
        )
        return opened, 1

    @api.model
    def _get_role_fact(self):
        """Return which of officer and auditor there is: one of each is enough."""
        here = [("company_ids", "in", self.env.company.ids), ("share", "=", False)]
        # sudo: res.groups, res.users - asks whether the agency has such people
        officers, auditors = (
            self.env.ref(group).sudo().all_user_ids.filtered_domain(here)
            for group in (OFFICER_GROUP, AUDITOR_GROUP)
        )
        scopes = self.env["asn.officer.scope"].search_count(
            [
                ("company_id", "=", self.env.company.id),
                ("user_id", "in", officers.ids),
            ],
            limit=1,
        )
        return scopes + bool(auditors), 2

    @api.model
    def _get_plan_facts(self):
        """Return how many plans were begun, submitted, agreed, as the reader sees."""
        counts = dict(
            self.env["asn.skp"]._read_group(
                [
                    ("company_id", "=", self.env.company.id),
                    ("state", "!=", "cancelled"),
                    ("period_id.state", "=", "open"),
                ],
                ["state"],
                ["__count"],
            )
        )
        begun = sum(counts.values())
        agreed = counts.get("agreed", 0) + counts.get("closed", 0)
        return {
            "begun": (begun, 0),
            "submitted": (begun - counts.get("draft", 0), 0),
            "agreed": (agreed, 0),
        }
