# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from typing import NamedTuple

from odoo import api, fields, models
from odoo.fields import Domain

from ..tools import crockford
from .asn_period import DEFAULT_TIMEZONE

NUMBER_LENGTH = 16
# after these the plan that was printed before is no longer the one that holds
ENDS = ("agree", "cancel")


class Document(NamedTuple):
    """All that anybody may learn about a printed document."""

    number: str
    digest: str
    agreed_on: object
    ended_on: object
    status: str
    kind: str = "plan"


class AsnDecision(models.Model):
    """The number by which anybody can check a printed plan.

    It is drawn at random, so that nobody finds another document by counting. Whoever
    holds the paper learns whether it is still the agreed one, and nothing else.
    """

    _inherit = "asn.decision"

    number = fields.Char(
        string="Document Number",
        readonly=True,
        copy=False,
        help="Printed on the agreed plan; with it anybody can check the paper.",
    )

    _number_once = models.UniqueIndex(
        "(number) WHERE number IS NOT NULL", "This document number is already in use."
    )
    _of_plan = models.Index("(skp_id, id) WHERE evaluation_id IS NULL")

    @api.model_create_multi
    def create(self, vals_list):
        return super().create(
            [{**vals, "number": self._draw_number(vals)} for vals in vals_list]
        )

    @api.model
    def _draw_number(self, vals):
        """Return a new number for an agreement that froze a plan."""
        is_paper = vals.get("digest") and not vals.get("evaluation_id")
        if not is_paper or vals.get("verb") != "agree":
            return False
        return crockford.random_code(NUMBER_LENGTH)

    @api.model
    def _get_agreements(self, skps):
        """Return {plan: its latest agreement that has a number}, with one query."""
        # sudo: asn.decision - whoever reads the plan may know when it was agreed
        decisions_sudo = self.sudo().search(
            [
                ("skp_id", "in", skps.ids),
                ("number", "!=", False),
                ("evaluation_id", "=", False),
            ],
            order="id",
        )
        return {decision.skp_id.id: decision for decision in decisions_sudo}

    def _get_check_url(self):
        """Return the address at which the number can be checked; a hook, empty here."""
        self.ensure_one()
        return False

    def _get_number_label(self):
        """Return the number in groups of four, as people read it."""
        self.ensure_one()
        number = self.number or ""
        return "-".join(number[at : at + 4] for at in range(0, len(number), 4))

    @api.model
    def _find_document(self, text):
        """Return the Document of a number that somebody typed or scanned, or None.

        Unknown and malformed numbers cost the same queries.
        """
        number = crockford.normalise(text.replace("-", "").replace(" ", ""))
        if not crockford.is_code(number, NUMBER_LENGTH):
            number = ""
        # sudo: asn.decision - who holds the number may check the paper
        decisions_sudo = self.sudo()
        found_sudo = decisions_sudo.search([("number", "=", number)], limit=1)
        end_sudo = decisions_sudo.search(
            found_sudo._get_end_domain(), order="id", limit=1
        )
        if not number or not found_sudo:
            return None
        return Document(
            number=found_sudo._get_number_label(),
            digest=found_sudo.digest,
            agreed_on=found_sudo._get_day(),
            ended_on=end_sudo and end_sudo._get_day(),
            status=found_sudo._get_end_status(end_sudo),
            kind="evaluation" if found_sudo.evaluation_id else "plan",
        )

    def _get_end_domain(self):
        """Return the domain of what ends the validity of one paper."""
        return (
            Domain("skp_id", "=", self.skp_id.id)
            & Domain("evaluation_id", "=", False)
            & Domain("verb", "in", ENDS)
            & Domain("id", ">", self.id)
        )

    def _get_end_status(self, end):
        """Return how a paper stands after that end, which may be none."""
        return {"agree": "replaced", "cancel": "withdrawn"}.get(end.verb, "valid")

    def _get_day(self):
        """Return the day of the decision where the agency is."""
        self.ensure_one()
        zone = self.company_id.resource_calendar_id.tz or DEFAULT_TIMEZONE
        return fields.Datetime.context_timestamp(
            self.with_context(tz=zone), self.decided_at
        ).date()
