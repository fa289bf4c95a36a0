# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

ANNEX_KINDS = [
    ("resources", "Resource Support"),
    ("accountability", "Accountability Scheme"),
    ("consequences", "Consequences"),
]


class AsnAnnexText(models.Model):
    """A usual line of an annex, so that nobody types it anew.

    Lines without agency are for all. Where an agency has lines of its own for an
    annex, these are proposed instead.
    """

    _name = "asn.annex.text"
    _description = "Usual Text of an Annex"
    _order = "kind, sequence, id"

    kind = fields.Selection(ANNEX_KINDS, string="Annex", required=True)
    name = fields.Char(string="Text", required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        index=True,
        ondelete="cascade",
        default=lambda self: self.env.company,
        help="Empty: for all agencies, as long as they have no text of their own.",
    )

    def _get_proposed(self, companies, kinds):
        """Return {(agency, kind): texts} with one query."""
        # sudo: asn.annex.text - whoever writes a plan may read the usual texts
        texts = self.sudo().search(
            [("company_id", "in", [*companies.ids, False]), ("kind", "in", kinds)]
        )
        by_owner = texts.grouped(lambda text: (text.company_id, text.kind))
        general = self.env["res.company"]
        return {
            (company, kind): by_owner.get((company, kind))
            or by_owner.get((general, kind), self.browse())
            for company in companies
            for kind in kinds
        }
