# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

# What a print needs of an official, by the suffix of the column.
OFFICIAL_FIELDS = ("name", "nip", "rank_name", "position_name", "unit_name")


class AsnDocumentMixin(models.AbstractModel):
    """The three people of a document and what its readers may see of them.

    Employees and assessors cannot read hr.employee. So a document stores what its
    readers need; the columns are written with elevated rights at creation and again
    when the document is frozen, and never follow later changes in HR. Record rules
    use only the stored `*_user_id` columns and the department.
    """

    _name = "asn.document.mixin"
    _description = "Document About an Employee"

    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    department_id = fields.Many2one(
        "hr.department", string="Unit", index=True, readonly=True, check_company=True
    )
    employee_id = fields.Many2one(
        "hr.employee",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
        check_company=True,
    )
    assessor_id = fields.Many2one(
        "hr.employee", index=True, readonly=True, ondelete="restrict"
    )
    superior_id = fields.Many2one(
        "hr.employee",
        string="Assessor's Superior",
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    employee_user_id = fields.Many2one(
        "res.users",
        string="Employee's User",
        compute="_compute_employee_user_id",
        store=True,
        index=True,
    )
    assessor_user_id = fields.Many2one(
        "res.users",
        string="Assessor's User",
        compute="_compute_assessor_user_id",
        store=True,
        index=True,
    )
    superior_user_id = fields.Many2one(
        "res.users",
        string="Superior's User",
        compute="_compute_superior_user_id",
        store=True,
        index=True,
    )
    employee_name = fields.Char(string="Name", readonly=True)
    employee_nip = fields.Char(string="NIP", readonly=True, index=True)
    employee_nip_formatted = fields.Char(
        string="NIP (as printed)", compute="_compute_employee_nip_formatted"
    )
    rank_name = fields.Char(string="Rank", readonly=True)
    position_name = fields.Char(string="Position", readonly=True)
    unit_name = fields.Char(string="Unit (as printed)", readonly=True)
    assessor_name = fields.Char(string="Assessor's Name", readonly=True)
    assessor_nip = fields.Char(string="Assessor's NIP", readonly=True)
    assessor_rank_name = fields.Char(string="Assessor's Rank", readonly=True)
    assessor_position_name = fields.Char(string="Assessor's Position", readonly=True)
    assessor_unit_name = fields.Char(string="Assessor's Unit", readonly=True)
    superior_name = fields.Char(string="Superior's Name", readonly=True)
    superior_nip = fields.Char(string="Superior's NIP", readonly=True)
    superior_rank_name = fields.Char(string="Superior's Rank", readonly=True)
    superior_position_name = fields.Char(string="Superior's Position", readonly=True)
    superior_unit_name = fields.Char(string="Superior's Unit", readonly=True)

    is_excused = fields.Boolean(
        string="Excused Today",
        compute="_compute_is_excused",
        search="_search_is_excused",
        help="The employee is on long leave, studies or is away for another reason "
        "that the agency entered, so nothing is waited for.",
    )

    def init(self):
        """Let PostgreSQL know each official, not only the hundred busiest.

        With its default it takes everybody for an average superior, expects many
        documents, and reads the whole table in order to find the four of an employee.
        """
        super().init()
        if self._abstract:
            return
        for name in ("employee_user_id", "assessor_user_id", "superior_user_id"):
            self.env.cr.execute(
                SQL(
                    "ALTER TABLE %s ALTER COLUMN %s SET STATISTICS 1000",
                    SQL.identifier(self._table),
                    SQL.identifier(name),
                )
            )

    @api.depends("employee_nip")
    def _compute_employee_nip_formatted(self):
        for document in self:
            document.employee_nip_formatted = self.env["hr.employee"]._format_nip(
                document.employee_nip
            )

    @api.depends("employee_id")
    def _compute_is_excused(self):
        excused = self._get_excused_today()
        for document in self:
            document.is_excused = document.employee_id in excused

    def _search_is_excused(self, operator, value):
        if operator != "in":
            return NotImplemented
        excused = Domain("employee_id", "in", self._get_excused_today().ids)
        return excused if True in value else ~excused

    @api.model
    def _get_excused_today(self):
        today = self.env["asn.period"]._today()
        return self.env["asn.excuse"]._get_excused(self.env.companies, today)

    @api.depends("employee_id.user_id")
    def _compute_employee_user_id(self):
        for document in self:
            document.employee_user_id = document.employee_id.user_id

    @api.depends("assessor_id.user_id")
    def _compute_assessor_user_id(self):
        for document in self:
            document.assessor_user_id = document.assessor_id.user_id

    @api.depends("superior_id.user_id")
    def _compute_superior_user_id(self):
        for document in self:
            document.superior_user_id = document.superior_id.user_id

    @api.model
    def _get_people_values(self, employee, assessor, superior, date):
        """Return the columns of the three people as they are on a date.

        :param date: a date inside the period of the document; the version of HR that
            is valid then decides, not the current one
        """
        # sudo: hr.employee - the document tells its readers who the people are
        employee_sudo = employee.sudo()
        return {
            "employee_id": employee.id,
            "assessor_id": assessor.id,
            "superior_id": superior.id,
            "department_id": self._get_unit(employee_sudo, date).id,
            **self._join_official_values(
                *(
                    self._get_official_values(official, date)
                    for official in (employee_sudo, assessor.sudo(), superior.sudo())
                )
            ),
        }

    @api.model
    def _join_official_values(self, own, assessor, superior):
        """Return the columns of what is printed of each of the three."""
        values = {
            prefix + suffix: value
            for prefix, official in (
                ("", own),
                ("assessor_", assessor),
                ("superior_", superior),
            )
            for suffix, value in official.items()
        }
        values["employee_name"] = values.pop("name")
        values["employee_nip"] = values.pop("nip")
        return values

    @api.model
    def _get_unit(self, employee_sudo, date):
        """Return the unit of the version that is valid on the date."""
        if not employee_sudo:
            return self.env["hr.department"]
        return employee_sudo._get_version(date).department_id

    @api.model
    def _get_official_values(self, official_sudo, date):
        """Return what is printed of one official; all empty when there is none."""
        if not official_sudo:
            return dict.fromkeys(OFFICIAL_FIELDS, False)
        return self._get_version_values(official_sudo, official_sudo._get_version(date))

    @api.model
    def _get_version_values(self, person_sudo, version_sudo):
        """Return what is printed of one official as a version of HR tells it."""
        return {
            "name": person_sudo.name,
            "nip": person_sudo.nip,
            "rank_name": version_sudo.asn_rank_id.display_name or False,
            "position_name": version_sudo.job_title or version_sudo.job_id.name,
            "unit_name": version_sudo.department_id.name,
        }

    def _refresh_people(self, date):
        """Write the columns of the people again, as they are on the date."""
        for document in self:
            values = document._get_people_values(
                document.employee_id, document.assessor_id, document.superior_id, date
            )
            # sudo: the columns are closed to everybody, only the flow writes them
            document.sudo().write(values)
