# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from ..citizen_rules import sla

LONGEST = max(sla.WORKING_DAYS.values())


class AsnComplaint(models.Model):
    """Until when a complaint is to be answered, by the agency's calendar."""

    _inherit = "asn.complaint"

    @api.depends("date_received", "kind", "company_id")
    def _compute_deadlines(self):
        dated = self.filtered("date_received")
        (self - dated).update({"date_first_due": False, "date_due": False})
        for company, complaints in dated.grouped("company_id").items():
            clocks = self._get_deadlines(
                company.id, [(line.date_received, line.kind) for line in complaints]
            )
            for complaint, deadlines in zip(complaints, clocks, strict=True):
                complaint.update(deadlines)

    @api.model
    def _get_deadlines(self, company_id, clocks):
        """Return the deadlines of some complaints of one agency, with one query.

        :param clocks: pairs of the day of receipt and the kind of complaint
        """
        days = [received for received, _kind in clocks]
        holidays = self.env["asn.holiday"]._get_dates_between(
            self.env["res.company"].browse(company_id), min(days), max(days), LONGEST
        )
        return [
            {
                "date_first_due": sla.due("first_response", received, holidays),
                "date_due": sla.due(kind, received, holidays),
            }
            for received, kind in clocks
        ]
