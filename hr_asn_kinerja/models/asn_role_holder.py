# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .asn_officer_scope import OFFICER_GROUP

# the digit that keeps the numbers of each kind of row apart
SCOPE, DELEGATION, ASSIGNMENT, BY_HAND = range(1, 5)
ROW_FIELDS = ("company_id", "date_from", "date_to", "mandate_number")


class AsnRoleHolder(models.Model):
    """All roles of the agency on one list: scopes, delegations, roles and groups.

    A query, not a table: it cannot lag behind. Members of a group without any row were
    put there by an administrator; they are listed because nobody would see them else.
    """

    _name = "asn.role.holder"
    _description = "Role Holder"
    _auto = False
    _order = "state desc, role, user_id, date_from desc"
    _rec_name = "user_id"
    # written before the query reads them
    _depends = {
        "asn.officer.scope": [*ROW_FIELDS, "user_id", "department_id", "origin_id"],
        "asn.delegation": [*ROW_FIELDS, "deputy_user_id", "official_id"],
        "asn.role.assignment": [*ROW_FIELDS, "user_id", "role", "department_id"],
        "res.users": ["active", "company_id"],
    }

    user_id = fields.Many2one("res.users", string="Person", readonly=True)
    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    role = fields.Selection(
        selection=lambda self: self.env["asn.role.assignment"]._get_all_roles(),
        readonly=True,
    )
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    official_id = fields.Many2one("hr.employee", string="Acts For", readonly=True)
    mandate_number = fields.Char(string="Decree Number", readonly=True)
    date_from = fields.Date(string="From", readonly=True)
    date_to = fields.Date(string="To", readonly=True)
    state = fields.Selection(
        [
            ("coming", "To Begin"),
            ("running", "Running"),
            ("ended", "Ended"),
            ("unknown", "Set by the Administrator"),
        ],
        readonly=True,
    )
    origin_model = fields.Char(readonly=True)
    origin_id = fields.Integer(readonly=True)
    create_uid = fields.Many2one("res.users", string="Appointed By", readonly=True)
    create_date = fields.Datetime(string="Entered On", readonly=True)
    subject = fields.Char(string="Unit or Official", compute="_compute_subject")

    @api.depends("department_id", "official_id")
    def _compute_subject(self):
        for holder in self:
            # sudo: hr.employee, hr.department - names that the list may show
            holder_sudo = holder.sudo()
            holder.subject = (
                holder_sudo.official_id.name or holder_sudo.department_id.complete_name
            )

    @property
    def _table_query(self):
        assignments = self.env["asn.role.assignment"]
        groups = {"officer": OFFICER_GROUP, **assignments._get_role_groups()}
        rows = SQL(" UNION ALL ").join(
            [
                self._query_scopes(),
                self._query_delegations(),
                self._query_assignments(),
                *(
                    self._query_members(number, role, self.env.ref(xmlid).id)
                    for number, (role, xmlid) in enumerate(groups.items())
                ),
            ]
        )
        return SQL(
            """
            SELECT row.*,
                   CASE WHEN origin_model IS NULL THEN 'unknown'
                        WHEN date_to < %(today)s THEN 'ended'
                        WHEN date_from > %(today)s THEN 'coming'
                        ELSE 'running'
                    END AS state
              FROM (%(rows)s) AS row
            """,
            today=self.env["asn.period"]._today(),
            rows=rows,
        )

    def _query_scopes(self):
        return SQL(
            """
            SELECT id * 10 + %s AS id, user_id, company_id, 'officer' AS role,
                   department_id, NULL::int AS official_id, mandate_number,
                   date_from, date_to, 'asn.officer.scope' AS origin_model,
                   id AS origin_id, create_uid, create_date
              FROM asn_officer_scope
             WHERE origin_id IS NULL
            """,
            SCOPE,
        )

    def _query_delegations(self):
        return SQL(
            """
            SELECT id * 10 + %s, deputy_user_id, company_id, 'acting',
                   NULL::int, official_id, mandate_number,
                   date_from, date_to, 'asn.delegation', id, create_uid, create_date
              FROM asn_delegation
            """,
            DELEGATION,
        )

    def _query_assignments(self):
        return SQL(
            """
            SELECT id * 10 + %s, user_id, company_id, role,
                   department_id, NULL::int, mandate_number, date_from, date_to,
                   'asn.role.assignment', id, create_uid, create_date
              FROM asn_role_assignment
            """,
            ASSIGNMENT,
        )

    def _query_members(self, number, role, group_id):
        """Members of a group that no row has put there."""
        return SQL(
            """
            SELECT (member.uid * 100 + %(number)s) * 10 + %(digit)s, member.uid,
                   person.company_id, %(role)s, NULL::int, NULL::int, NULL::varchar,
                   NULL::date, NULL::date, NULL::varchar, NULL::int, NULL::int,
                   NULL::timestamp
              FROM res_groups_users_rel member
              JOIN res_users person ON person.id = member.uid AND person.active
             WHERE member.gid = %(group)s
               AND NOT EXISTS (
                   SELECT 1 FROM asn_role_assignment
                    WHERE user_id = member.uid AND role = %(role)s
                      AND company_id = person.company_id
               )
               AND NOT EXISTS (
                   SELECT 1 FROM asn_officer_scope
                    WHERE user_id = member.uid AND %(role)s = 'officer'
               )
            """,
            number=number,
            digit=BY_HAND,
            role=role,
            group=group_id,
        )

    # --- ACTIONS ---

    def _get_origin(self):
        """Return the row itself, with the rights of the user."""
        self.ensure_one()
        if not self.origin_model:
            raise UserError(
                self.env._(
                    "An administrator has set this in the settings, so it has no "
                    "dates. Appoint the person here to give it some, or ask the "
                    "administrator to end it."
                )
            )
        return self.env[self.origin_model].browse(self.origin_id)

    def action_open(self):
        """Open the row from which the role follows."""
        origin = self._get_origin()
        return {
            "type": "ir.actions.act_window",
            "res_model": origin._name,
            "res_id": origin.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    def action_end(self):
        """Ask for the last day of the role."""
        origin = self._get_origin()
        return self.env["asn.role.end"]._open(origin)

    def action_explain(self):
        """Explain all that the person may see today."""
        self.ensure_one()
        return self.env["asn.access.explain"]._open(self.user_id)
