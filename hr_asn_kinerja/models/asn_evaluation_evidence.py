# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnEvaluation(models.Model):
    """The registry of what stands beside the ratings; other parts fill it."""

    _inherit = "asn.evaluation"

    value_ids = fields.One2many(
        "asn.evaluation.behaviour", "evaluation_id", string="Core Values", readonly=True
    )

    def _get_evidence_sections(self):
        """Return the sections of evidence of one evaluation, for its present reader.

        A part that has something to show extends this method and appends to the list.
        It runs with the rights of the reader: what they may not read is left out, and
        no section may hold anything of the assessor's worksheet.

        :return: [(sequence, title, body)], the body as Markup; shown by sequence
        """
        self.ensure_one()
        return []
