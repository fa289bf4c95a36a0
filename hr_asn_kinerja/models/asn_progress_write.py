# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError


class AsnProgress(models.Model):
    """What follows from an entry: its files are bound, proposals are asked again."""

    _inherit = "asn.progress"

    def _get_intervals(self):
        """Return {entry: the intervals in which its day lies}, in one query."""
        intervals = self.env["asn.period.interval"].search(
            [("period_id", "in", self.skp_id.period_id.ids)]
        )
        by_period, found = intervals.grouped("period_id"), {}
        for period, date in {(entry.skp_id.period_id, entry.date) for entry in self}:
            found[period, date] = by_period.get(period, intervals[:0]).filtered(
                lambda one, date=date: date and one.date_from <= date <= one.date_to
            )
        return {entry: found[entry.skp_id.period_id, entry.date] for entry in self}

    @api.model_create_multi
    def create(self, vals_list):
        entries = super().create(vals_list)
        entries._keep_evidence()
        entries._get_places()._refresh_proposals()
        return entries

    def write(self, vals):
        before = self._get_places()
        result = super().write(vals)
        if "evidence_ids" in vals:
            self._keep_evidence()
        if {"indicator_id", "result_id", "date", "quantity", "unit"} & vals.keys():
            (before | self._get_places())._refresh_proposals()
        return result

    def unlink(self):
        places = self._get_places()
        result = super().unlink()
        places._refresh_proposals()
        return result

    def _get_places(self):
        """Return the open realisations to which the entries add."""
        indicators = self.indicator_id.filtered(lambda line: line.source == "manual")
        # sudo: asn.indicator.realisation - the employee's own; only its proposal
        lines_sudo = self.env["asn.indicator.realisation"].sudo()
        dates = self.mapped("date")
        if not indicators or not dates:
            return lines_sudo
        return lines_sudo.search(
            [
                ("indicator_id", "in", indicators.ids),
                ("evaluation_id.state", "=", "draft"),
                ("interval_id.date_from", "<=", max(dates)),
                ("interval_id.date_to", ">=", min(dates)),
            ]
        )

    def _keep_evidence(self):
        """Bind fresh uploads to their record, so that its access rules hold."""
        for entry in self.filtered("evidence_ids"):
            files_sudo = entry.evidence_ids.sudo()
            fresh = files_sudo.filtered(
                lambda file: not file.res_id and file.create_uid == self.env.user
            )
            # sudo: ir.attachment - only the user's own uploads that hang nowhere yet
            fresh.write({"res_model": self._name, "res_id": entry.id, "public": False})
            if any(
                (file.res_model, file.res_id) != (self._name, entry.id)
                for file in files_sudo
            ):
                raise UserError(
                    self.env._(
                        "Upload the file here. A file that belongs to something else "
                        "is not taken over."
                    )
                )
