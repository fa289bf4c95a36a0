# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import SQL

from ..tools.bulk_rows import copy_rows, insert_rows

# what is carried over below the plan itself: (model, its parent)
CARRIED = (("asn.skp.result", "skp_id"), ("asn.skp.indicator", "result_id"))
CARRIED_WITH_PLAN = ("asn.skp.behaviour", "asn.skp.annex")


class AsnSkp(models.Model):
    """Many new plans at once: their heads, and what they take from plans before.

    The rows are those that `create` would make, written with one statement for each
    table. The callers checked who may do this and that nobody has a plan yet.
    """

    _inherit = "asn.skp"

    @api.model
    def _launch(self, period, candidates, approach):
        """Make the plan of each candidate (asn.plan.candidate), all of one period.

        :return: {employee id: plan}, elevated
        """
        # sudo: asn.skp - the plans of others are made by whoever may launch them
        skps_sudo = self.sudo()
        vals_list = skps_sudo._prepare_launch_values(period, candidates, approach)
        skps_sudo = insert_rows(skps_sudo, vals_list)
        plans = dict(
            zip([vals["employee_id"] for vals in vals_list], skps_sudo, strict=True)
        )
        by_source = {}
        for one in candidates:
            by_source.setdefault(one.source, []).append(plans[one.employee_id].id)
        for source, ids in by_source.items():
            getattr(skps_sudo.browse(ids), f"_fill_from_{source}")()
        skps_sudo._link_leaders_of()
        skps_sudo._link_leader_before()
        skps_sudo._suggest_parents()
        return plans

    @api.model
    def _prepare_launch_values(self, period, candidates, approach):
        """Return the columns of each head, in the order of the people's names."""
        people = self.env["hr.employee"].browse([one.employee_id for one in candidates])
        values = {}
        for date_from in {one.date_from for one in candidates}:
            group = [
                one.employee_id for one in candidates if one.date_from == date_from
            ]
            date = self._get_version_date(period, date_from)
            values.update(self._get_people_values_of(people.browse(group), date))
        users = {person.id: person.user_id.id for person in self._get_officials(values)}
        return [
            {
                "company_id": period.company_id.id,
                "period_id": period.id,
                "date_from": one.date_from,
                "date_to": period.date_to,
                "approach": approach or self._get_approach_of(one),
                "previous_id": one.from_id,
                **values[one.employee_id],
                **self._get_user_values(values[one.employee_id], users),
            }
            for one in candidates
        ]

    @api.model
    def _get_officials(self, values):
        ids = {
            one[name]
            for one in values.values()
            for name in ("employee_id", "assessor_id", "superior_id")
        }
        # sudo: hr.employee - the users of the people are columns of the plan
        return self.env["hr.employee"].sudo().browse(ids - {False})

    @api.model
    def _get_user_values(self, values, users):
        return {
            f"{role}_user_id": users.get(values[f"{role}_id"], False)
            for role in ("employee", "assessor", "superior")
        }

    @api.model
    def _get_approach_of(self, candidate):
        """Return the approach of the plan before; without one the usual one."""
        return candidate.approach or "quantitative"

    # --- SOURCES ---

    @api.model
    def _get_sources(self, first):
        """Return the keys of the sources to try for each person, in their order.

        Each key has a `_find_source_<key>`, a `_fill_from_<key>`, and its choice in
        `asn.plan.launch.source`.
        """
        return ("previous", "empty") if first == "previous" else (first, "empty")

    @api.model
    def _find_source_previous(self, period, candidates):
        """Return {employee id: what `_replace` changes}: who has a plan to go on."""
        return {
            one.employee_id: {"from_id": one.previous_id}
            for one in candidates
            if one.previous_id
        }

    @api.model
    def _find_source_empty(self, period, candidates):
        return {one.employee_id: {"from_id": False} for one in candidates}

    def _fill_from_empty(self):
        """Leave the content to the employee."""
        self._fill_standard()

    def _fill_from_previous(self):
        """Take results, indicators and the other parts from the plans before."""
        company = SQL("%s", self.company_id.id)
        triples = [(skp.previous_id.id, skp.id, skp.id) for skp in self]
        for model, parent in CARRIED:
            lines = copy_rows(
                self.env[model],
                parent,
                triples,
                {
                    "company_id": company,
                    "previous_id": SQL("o.id"),
                    "origin": SQL("'carried'"),
                    "parent_id": SQL("NULL::integer"),
                    "leader_indicator_id": SQL("NULL::integer"),
                    "parent_indicator_id": SQL("NULL::integer"),
                },
            )
            if "previous_id" in lines._fields:
                triples = self._get_pairs(lines)
        triples = [(skp.previous_id.id, skp.id, skp.id) for skp in self]
        for model in CARRIED_WITH_PLAN:
            if model in self.env:
                copy_rows(self.env[model], "skp_id", triples, {"company_id": company})
        self._fill_standard()

    @api.model
    def _get_pairs(self, results):
        """Return (result before, result, plan) of carried results."""
        if not results:
            return []
        self.env.cr.execute(
            SQL(
                "SELECT previous_id, id, skp_id FROM asn_skp_result WHERE id IN %s",
                results._ids,
            )
        )
        return self.env.cr.fetchall()

    def _fill_standard(self):
        """Add what every plan has; what was carried over stays."""
        make = getattr(self, "_make_behaviours", None)
        if make:
            make()
