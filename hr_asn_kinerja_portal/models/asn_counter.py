# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from typing import NamedTuple

from odoo import api, fields, models
from odoo.tools import SQL

from odoo.addons.hr_asn_kinerja.tools import crockford

TOKEN_LENGTH = 16


class Place(NamedTuple):
    """All that a public page needs to know about a counter, from one query."""

    counter_id: int
    company_id: int
    department_id: int
    service_id: int | None
    counter: str
    company: str
    department: str
    service: str | None
    timezone: str | None
    token: str


class AsnCounter(models.Model):
    """A place where citizens are served; its token is the address on the poster.

    The token only selects the counter. It is no secret and proves nothing.
    """

    _name = "asn.counter"
    _description = "Service Counter"
    _order = "department_id, name, id"
    _check_company_auto = True

    name = fields.Char(string="Counter", required=True)
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    service_id = fields.Many2one(
        "asn.service",
        string="Service",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    token = fields.Char(
        required=True,
        copy=False,
        default=lambda self: crockford.random_code(TOKEN_LENGTH),
        help="16 characters that select this counter; printed on the poster.",
    )
    revoked = fields.Boolean(
        string="Address Withdrawn",
        copy=False,
        help="The printed address leads nowhere until a new one is made.",
    )
    active = fields.Boolean(default=True)
    public_url = fields.Char(string="Address", compute="_compute_public_url")

    _token_unique = models.UniqueIndex(
        "(token)", "Two counters cannot share an address."
    )
    _token_shape = models.Constraint(
        f"CHECK(token ~ '^{crockford.PATTERN}{{{TOKEN_LENGTH}}}$')",
        "The address of a counter has 16 characters of Crockford's base 32.",
    )

    @api.depends("token")
    def _compute_public_url(self):
        for counter in self:
            counter.public_url = f"{counter.get_base_url()}/q/{counter.token}"

    def write(self, vals):
        result = super().write(vals)
        if "department_id" in vals:
            # an officer hands nothing over to a unit of somebody else
            self.check_access("write")
        return result

    def action_revoke_token(self):
        """Give the counters new addresses; the printed ones lead nowhere at once."""
        for counter in self:
            counter.write(
                {"token": crockford.random_code(TOKEN_LENGTH), "revoked": False}
            )

    def action_print_poster(self):
        """Open the posters of these counters as one PDF."""
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/asn/poster/{','.join(map(str, self.ids))}",
            "target": "new",
        }

    @api.model
    def _find_public(self, text, lang=None):
        """Return the open counter that a scanned address names.

        :param text: whatever stood in the address
        :param lang: code of an installed language for the names
        :return: Place, or None for unknown, revoked, archived and malformed alike
        """
        token = crockford.normalise(text)
        if not crockford.is_code(token, TOKEN_LENGTH):
            return None
        # sudo: asn.counter - the public may see the counter whose address it holds
        counters_sudo = self.sudo().with_context(lang=lang)
        counters_sudo.env.flush_all()
        query = counters_sudo._search([("token", "=", token), ("revoked", "=", False)])
        columns = counters_sudo._public_columns(query)
        rows = self.env.execute_query(query.select(*columns))
        return Place(*rows[0], token) if rows else None

    def _public_columns(self, query):
        """Join the names of the counter's surroundings to the query."""
        env = self.env
        company = query.left_join(
            query.table, "company_id", "res_company", "id", "company_id"
        )
        unit = query.left_join(
            query.table, "department_id", "hr_department", "id", "department_id"
        )
        service = query.left_join(
            query.table, "service_id", "asn_service", "id", "service_id"
        )
        calendar = query.left_join(
            company, "resource_calendar_id", "resource_calendar", "id", "calendar_id"
        )
        return [
            *(
                SQL.identifier(query.table, column)
                for column in ("id", "company_id", "department_id", "service_id")
            ),
            env["asn.counter"]._field_to_sql(query.table, "name", query),
            env["res.company"]._field_to_sql(company, "name", query),
            env["hr.department"]._field_to_sql(unit, "name", query),
            env["asn.service"]._field_to_sql(service, "name", query),
            SQL.identifier(calendar, "tz"),
        ]
