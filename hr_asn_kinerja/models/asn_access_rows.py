# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_date

from .asn_access_count import Count, Reason


class AsnAccessRows(models.AbstractModel):
    """What dated rows let somebody do on a day: scopes, delegations, roles."""

    _name = "asn.access.rows"
    _description = "Dated Reasons for Access"
    _inherit = "asn.access.count"

    @api.model
    def _get_day(self, question, moment):
        return self.env["asn.period"].with_company(question.agency)._get_day(moment)

    @api.model
    def _get_rows(self, question, model):
        """Return, elevated, the rows of the person that were in force on the day."""
        rows = self.env[model]
        # sudo: rows of one person, for who was checked before
        rows_sudo = rows.sudo().search(
            rows._get_entered_domain()
            & Domain(rows._membership_user, "=", question.user.id)
            & Domain("company_id", "=", question.agency.id)
            & Domain("date_from", "<=", question.day)
        )
        return rows_sudo.filtered(lambda row: self._is_in_force(question, row))

    @api.model
    def _is_in_force(self, question, row_sudo):
        """Return whether a row gave its right on the day.

        In the past a right begins when it is entered, and one that was ended
        afterwards had run until then.
        """
        last = row_sudo.date_to
        if question.day >= question.today:
            return not last or last >= question.day
        if self._get_day(question, row_sudo.create_date) > question.day:
            return False
        if last and row_sudo.ended_at:
            last = max(last, self._get_day(question, row_sudo.ended_at))
        return not last or last >= question.day

    @api.model
    def _explain_dates(self, row_sudo):
        """Return from when to when the row runs, and by which letter."""
        end = row_sudo.date_to and format_date(self.env, row_sudo.date_to)
        return self.env._(
            "From %(begin)s to %(end)s. Decree: %(number)s.",
            begin=format_date(self.env, row_sudo.date_from),
            end=end or self.env._("further notice"),
            number=row_sudo.mandate_number or "-",
        )

    @api.model
    def _explain_acting(self, question):
        rows_sudo = self._get_rows(question, "asn.delegation")
        officials_sudo = rows_sudo.official_id
        as_assessor = self._count_by(question, "assessor_id", officials_sudo)
        as_superior = self._count_by(question, "superior_id", officials_sudo)
        kinds = dict(rows_sudo._fields["kind"]._description_selection(self.env))
        return [
            Reason(
                "acting",
                self.env._("Acts for %(name)s", name=row.official_id.name),
                f"{kinds[row.kind]}. {self._explain_dates(row)}",
                self.env._(
                    "Does in these documents what %(name)s may do as assessor and as "
                    "superior.",
                    name=row.official_id.name,
                ),
                as_assessor.get(row.official_id.id, Count())
                + as_superior.get(row.official_id.id, Count()),
            )
            for row in rows_sudo
        ]

    @api.model
    def _explain_officer(self, question):
        tops_sudo = self._get_rows(question, "asn.officer.scope")
        below_sudo = tops_sudo.search([("origin_id", "in", tops_sudo.ids)])
        units = below_sudo.grouped("origin_id")
        counts = self._count_by(
            question,
            "department_id",
            (tops_sudo | below_sudo).department_id,
            delivered_only=True,
        )
        powers = self.env["asn.role.assignment"]._get_role_powers()["officer"]
        reasons = []
        for top in tops_sudo:
            served = top.department_id | units.get(top, below_sudo[:0]).department_id
            count = sum((counts.get(unit.id, Count()) for unit in served), Count())
            title = self.env._(
                "Performance officer of %(unit)s", unit=top.department_id.display_name
            )
            why = self._explain_dates(top)
            reasons.append(Reason("officer", title, why, powers, count))
        return reasons
