# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..kinerja_rules.recap import TITLES


class AsnRecapImportProblem(models.TransientModel):
    """One thing in the workbook that is not taken over."""

    _name = "asn.recap.import.problem"
    _description = "Problem in a National Recap"
    _order = "id"
    _rec_name = "message"

    import_id = fields.Many2one(
        "asn.recap.import", required=True, index=True, ondelete="cascade"
    )
    sheet = fields.Char(readonly=True)
    row = fields.Integer(readonly=True)
    column = fields.Selection(
        selection=lambda self: list(TITLES.items()), readonly=True
    )
    message = fields.Text(string="What to Do", readonly=True)
