# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import csv
import hashlib
import io
import logging

from odoo import api, fields, models

_logger = logging.getLogger(__name__)


class AsnChainHeads(models.Model):
    """The heads of all chains of an agency on one day, for the auditor.

    Whoever keeps yesterday's file elsewhere can prove that the whole history up to
    then was not written anew. Numbers and digests only, no names.
    """

    _name = "asn.chain.heads"
    _description = "Heads of the Chains"
    _inherit = "asn.guard.mixin"
    _order = "date desc, id desc"
    _rec_name = "date"

    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    date = fields.Date(required=True, readonly=True)
    count = fields.Integer(string="Chains", readonly=True)
    digest = fields.Char(
        readonly=True, help="SHA-256 of the file. Note it outside of this system."
    )
    file = fields.Binary(attachment=True, readonly=True)
    file_name = fields.Char(readonly=True)

    _once = models.UniqueIndex(
        "(company_id, date)", "The heads of this day are already kept."
    )

    @api.model
    def _cron_export(self):
        """Keep the heads of each agency, once on each of its days."""
        # whoever has a chain has, or had, a period
        companies = self.env["asn.period"].search([("state", "!=", "draft")]).company_id
        for company in companies:
            self.with_company(company)._export_or_log(company)
            self.env["ir.cron"]._commit_progress(1)

    @api.model
    def _export_or_log(self, company):
        """Export one agency; one that fails must not hold up the others."""
        try:
            with self.env.cr.savepoint():
                self._export(company)
        except Exception:
            _logger.exception("Heads of agency %s could not be kept", company.id)

    @api.model
    def _export(self, company):
        """Keep the heads of today; a second time on the same day changes nothing.

        :return: the record, empty if nothing was frozen yet
        """
        today = self.env["asn.period"]._today()
        domain = [("company_id", "=", company.id), ("date", "=", today)]
        kept = self.search(domain)
        heads = [] if kept else self._get_heads(company)
        if not heads:
            return kept
        text = self._write_csv(heads)
        return self.create(
            {
                "company_id": company.id,
                "date": today,
                "count": len(heads),
                "digest": hashlib.sha256(text).hexdigest(),
                "file": base64.b64encode(text),
                "file_name": f"chain-heads-{company.id}-{today}.csv",
            }
        )

    @api.model
    def _get_heads(self, company):
        """Return (employee, sequence, digest) of the last link of each person."""
        decisions = self.env["asn.decision"]
        last = decisions._read_group(
            [("company_id", "=", company.id), ("sequence", "!=", 0)],
            ["employee_id"],
            ["id:max"],
        )
        # links are added in the order of their numbers
        heads = decisions.browse(number for _employee, number in last)
        return sorted(
            (head.employee_id.id, head.sequence, head.digest) for head in heads
        )

    @api.model
    def _write_csv(self, heads):
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("employee", "sequence", "digest"))
        writer.writerows(heads)
        return text.getvalue().encode()
