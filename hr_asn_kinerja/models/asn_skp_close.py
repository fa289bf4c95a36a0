# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date


class AsnSkp(models.Model):
    """The end of a plan, at the end of the year or before."""

    _inherit = "asn.skp"

    def action_close(self, date=None):
        """Close the plan; its last day is the date, today if none is given."""
        self._begin("close")
        self._close_at(self._read_day(date), "close")

    def _read_day(self, date):
        """Return the last day that was asked for, within the plan."""
        day = self._parse_day(date)
        day = day or max(self.date_from, min(self.period_id._today(), self.date_to))
        if not self.date_from <= day <= self.date_to:
            raise UserError(
                self.env._(
                    "The last day lies between %(begin)s and %(end)s.",
                    begin=format_date(self.env, self.date_from),
                    end=format_date(self.env, self.date_to),
                )
            )
        return day

    @api.model
    def _parse_day(self, date):
        """Return what was sent as a date; a sentence if it is none."""
        try:
            return fields.Date.to_date(date)
        except (TypeError, ValueError) as error:
            raise UserError(
                self.env._("“%(date)s” is no date. Choose one, please.", date=date)
            ) from error

    def _close_at(self, day, verb, note=None):
        """End the plan on a day; evaluations that begin later are withdrawn."""
        # sudo: asn.evaluation - empty ones go; the caller checked the right to close
        later_sudo = self.sudo()._get_later_evaluations(day)
        written = later_sudo.filtered(lambda line: line._is_written())
        if written:
            raise UserError(self._explain_written(written))
        later_sudo.unlink()
        self._finish(verb, {"date_to": day, "revision_note": False}, note=note)
        self._close_asks()

    def _get_later_evaluations(self, day):
        return self.evaluation_ids.filtered(
            lambda line: line.interval_id.date_from > day
        )

    def _explain_written(self, evaluations):
        return self.env._(
            "These evaluations of a later time have already been filled in: %(names)s. "
            "Choose a later day, or let the assessor deliver them first.",
            names=", ".join(evaluations.interval_id.mapped("display_name")),
        )

    def _get_closing_interval(self, day):
        """Return the month or quarter that holds the last day."""
        return self.period_id.interval_ids.filtered(
            lambda interval: (
                interval.kind != "annual"
                and interval.date_from <= day <= interval.date_to
            )
        )[:1]

    def _open_closing_evaluation(self, day):
        """Return (evaluation, whether it is new), for the assessor of the plan."""
        interval = self._get_closing_interval(day)
        # sudo: asn.evaluation - opened by the flow, whoever closes the plan
        plan_sudo = self.sudo()
        found = plan_sudo.evaluation_ids.filtered(
            lambda line: line.interval_id == interval
        )
        if found or not interval:
            return found, False
        made = plan_sudo.env["asn.evaluation"]._open_for(interval, plan_sudo)
        return made, True
