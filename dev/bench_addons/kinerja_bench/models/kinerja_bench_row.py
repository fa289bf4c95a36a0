# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class KinerjaBenchRow(models.Model):
    """A row as small as an answer."""

    _name = "kinerja.bench.row"
    _description = "Bench row"
    _log_access = False

    name = fields.Char()
    score = fields.Integer()
