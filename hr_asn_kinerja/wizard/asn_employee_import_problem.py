# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..tools.employee_columns import TITLES


class AsnEmployeeImportProblem(models.TransientModel):
    """One thing that is wrong in the workbook."""

    _name = "asn.employee.import.problem"
    _description = "Problem in a Workbook of Employees"
    _order = "row, id"
    _rec_name = "message"

    import_id = fields.Many2one(
        "asn.employee.import", required=True, index=True, ondelete="cascade"
    )
    row = fields.Integer(readonly=True)
    column = fields.Selection(
        selection=lambda self: list(TITLES.items()), readonly=True
    )
    message = fields.Text(string="What to Do", readonly=True)
