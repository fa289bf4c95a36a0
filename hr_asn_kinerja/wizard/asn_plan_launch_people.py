# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..tools.pasted_nips import TooManyError, split_nips


class AsnPlanLaunch(models.TransientModel):
    """Who is meant by the choice."""

    _inherit = "asn.plan.launch"

    def _find_candidates(self):
        """Return the candidates of the choice, and the NIPs of nobody."""
        condition, nips = self._get_condition()
        finder = self.env["asn.plan.candidate"]
        units = self.env["asn.job"]._get_launch_units()
        if units is not None:
            own = finder._get_unit_condition(units)
            condition = SQL("(%s) AND (%s)", condition, own)
        found = finder._find(self.period_id, condition, self.with_gaps)
        known = {one.nip for one in found}
        return (
            finder._choose_sources(self.period_id, found, self.source),
            [nip for nip in nips if nip not in known],
        )

    def _get_condition(self):
        """Return SQL over the people, and the NIPs that were pasted."""
        if self.reach == "nips":
            nips = self._read_nips()
            return SQL("e.nip IN %s", tuple(nips)), nips
        if self.reach == "people":
            if not self.person_ids:
                raise UserError(self.env._("Choose at least one person."))
            return SQL("e.id IN %s", self.person_ids._origin._ids), []
        condition = SQL("e.active")
        if self.reach == "units":
            if not self.department_ids:
                raise UserError(self.env._("Choose at least one unit."))
            units = self._get_units_below()
            own = self.env["asn.plan.candidate"]._get_unit_condition(units)
            condition = SQL("%s AND %s", condition, own)
        if self.position_kind:
            condition = SQL(
                "%s AND v.position_kind = %s", condition, self.position_kind
            )
        return condition, []

    def _get_units_below(self):
        units = self.env["hr.department"].with_context(active_test=False)
        return units.search([("id", "child_of", self.department_ids._origin.ids)])

    def _read_nips(self):
        try:
            nips = split_nips(self.nips or "")
        except TooManyError as error:
            raise UserError(
                self.env._(
                    "These are too many at once: paste at most %(count)s NIPs, or "
                    "choose a unit.",
                    count=error.limit,
                )
            ) from error
        if not nips:
            raise UserError(
                self.env._("Paste at least one NIP: 18 digits each, one a line.")
            )
        return nips
