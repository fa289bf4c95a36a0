# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain

from .asn_skp_words import ANNEXES


class ReportAsnSkp(models.AbstractModel):
    """What stands on the forms beside the results: work behaviour and annexes."""

    _inherit = "report.hr_asn_kinerja.report_asn_skp"

    @api.model
    def _get_lines(self, model, domain):
        """Return the records of a part of the plan in their own order, elevated."""
        # sudo: parts of plans - that the user may read the plans was checked before
        records_sudo = self.env[model].sudo()
        return records_sudo.with_context(lang=self._get_language()).search(domain)

    @api.model
    def _get_behaviours(self, skps):
        """Return {plan id: the core values, each with indicators and expectation}."""
        values = self._get_lines("asn.behaviour", Domain.TRUE)
        indicators = {}
        for line in self._get_lines("asn.behaviour.indicator", Domain.TRUE):
            indicators.setdefault(line.behaviour_id.id, []).append(line.name)
        told = {
            (line.skp_id.id, line.behaviour_id.id): line.expectation
            for line in self._get_lines(
                "asn.skp.behaviour", Domain("skp_id", "in", skps.ids)
            )
        }
        return {
            skp.id: [
                {
                    "number": number,
                    "name": value.name,
                    "indicators": indicators.get(value.id, []),
                    "expectation": told.get((skp.id, value.id)) or "",
                }
                for number, value in enumerate(values, 1)
            ]
            for skp in skps
        }

    @api.model
    def _get_annexes(self, skps):
        """Return {plan id: the three lists of the annex, each with its rows}."""
        rows = {}
        for line in self._get_lines("asn.skp.annex", Domain("skp_id", "in", skps.ids)):
            rows.setdefault((line.skp_id.id, line.kind), []).append(line.name)
        return {
            skp.id: [
                (heading, rows.get((skp.id, kind), [])) for kind, heading in ANNEXES
            ]
            for skp in skps
        }
