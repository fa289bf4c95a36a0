# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnIndicatorSource(models.AbstractModel):
    """Registry of the places a realisation can be taken from.

    Another module registers a source in two steps: it adds a key to the
    selection ``asn.skp.indicator.source`` (``selection_add``) and defines here a
    method ``_propose_<key>(indicators, interval)``. A source only proposes: the
    employee confirms, the assessor may set aside.
    """

    _name = "asn.indicator.source"
    _description = "Source of Realisations"

    @api.model
    def _propose(self, indicators, interval):
        """Ask the source of each indicator for a value.

        :param indicators: ``asn.skp.indicator`` records, of any sources
        :param interval: one ``asn.period.interval``
        :return: ``{indicator_id: (Decimal value or None, explanation)}``, only for
            indicators whose source is registered; None means "nothing to propose"
            and the explanation then says why, in the user's language
        """
        proposals = {}
        for source, of_source in indicators.grouped("source").items():
            propose = getattr(self, f"_propose_{source}", None)
            if propose:
                proposals.update(propose(of_source, interval))
        return proposals
