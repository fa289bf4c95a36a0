# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from odoo import api, models
from odoo.fields import Domain

from ..tools import crockford
from .asn_decision_number import NUMBER_LENGTH
from .asn_evaluation import DELIVERED_STATES


class AsnDecision(models.Model):
    """Evaluations on paper: each frozen link has a number by which it is checked."""

    _inherit = "asn.decision"

    @api.model
    def _draw_number(self, vals):
        """Number whatever froze an evaluation: delivery, and what changes it later."""
        if vals.get("digest") and vals.get("evaluation_id"):
            return crockford.random_code(NUMBER_LENGTH)
        return super()._draw_number(vals)

    @api.model
    def _get_papers(self, evaluations):
        """Return {evaluation id: [(decision, content)]} of all frozen links, in order.

        Two queries for any number of evaluations.
        """
        # sudo: asn.decision - whoever reads the evaluation may know what was frozen
        links_sudo = self.sudo().search(
            Domain("evaluation_id", "in", evaluations.ids)
            & Domain("snapshot", "!=", False),
            order="id",
        )
        papers = {}
        for link in links_sudo:
            papers.setdefault(link.evaluation_id.id, []).append(
                (link, json.loads(link.snapshot))
            )
        return papers

    def _get_end_domain(self):
        """An evaluation on paper ends with the next link that is frozen of it."""
        if not self.evaluation_id:
            return super()._get_end_domain()
        return (
            Domain("evaluation_id", "=", self.evaluation_id.id)
            & Domain("digest", "!=", False)
            & Domain("id", ">", self.id)
        )

    def _get_end_status(self, end):
        if not self.evaluation_id:
            return super()._get_end_status(end)
        if not end:
            return "valid"
        return "replaced" if end.state_after in DELIVERED_STATES else "withdrawn"
