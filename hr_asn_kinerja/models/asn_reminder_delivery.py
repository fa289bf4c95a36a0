# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnReminder(models.Model):
    _inherit = "asn.reminder"

    kind = fields.Selection(
        selection_add=[("delivery", "Late Delivery")],
        ondelete={"delivery": "cascade"},
    )
