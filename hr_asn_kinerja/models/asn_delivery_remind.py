# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_date

_logger = logging.getLogger(__name__)

REMINDER = "hr_asn_kinerja.mail_activity_type_delivery"


class AsnDelivery(models.Model):
    """Reminds each assessor of what is late: one to-do a person and day."""

    _inherit = "asn.delivery"

    @api.model
    def _cron_remind(self):
        """Remind in each agency on its own day; a second run that day is silent."""
        # what the calendar of the agency says may have changed since it was computed
        self.env["asn.evaluation"]._refresh_deliver_until()
        companies = self.env["asn.period"].search([("state", "=", "open")]).company_id
        for company in companies:
            self.with_company(company)._remind_or_log(company)
            self.env["ir.cron"]._commit_progress(1)

    @api.model
    def _remind_or_log(self, company):
        """Remind in one agency; one that fails must not hold up the others."""
        try:
            with self.env.cr.savepoint():
                self._remind_agency(company)
        except Exception:
            _logger.exception("Reminders of agency %s could not be sent", company.id)

    @api.model
    def _remind_agency(self, company):
        """Give whoever is late a to-do on their oldest late evaluation.

        :return: how many people were reminded
        """
        lines = self.search(
            Domain("company_id", "=", company.id)
            # a closed period takes no delivery any more
            & Domain("period_id.state", "=", "open")
            & Domain("is_open", "=", True)
            & Domain("is_late", "=", True),
            order="deliver_until, id",
        )
        today = self.env["asn.period"]._today()
        mentions = self.env["asn.reminder"]._filter_new(
            [(user, line, "delivery") for line in lines for user in line._get_late()],
            today,
        )
        first = {}
        for user, line, kind in mentions:
            first.setdefault(user, (user, line, kind))
        fresh = self._filter_unreminded(first)
        self.env["asn.reminder"]._keep(fresh, today)
        self.env["mail.activity"].with_context(asn_kinerja_asking=True).create(
            [self._prepare_todo(user, line) for user, line, _kind in fresh]
        )
        return len(fresh)

    def _get_late(self):
        """Return who may deliver one evaluation: a user who is still there."""
        self.ensure_one()
        return self.assessor_user_id.filtered("active")

    @api.model
    def _filter_unreminded(self, first):
        """Leave out whoever still has such a to-do."""
        kind = self.env.ref(REMINDER)
        open_todos = self.env["mail.activity"].search(
            [
                ("activity_type_id", "=", kind.id),
                ("user_id", "in", [user.id for user in first]),
            ]
        )
        told = open_todos.user_id
        return [mention for user, mention in first.items() if user not in told]

    @api.model
    def _prepare_todo(self, user, line):
        return {
            "activity_type_id": self.env.ref(REMINDER).id,
            "automated": True,
            "summary": self.with_context(lang=user.lang).env._(
                "Deliver this evaluation: the last day was %(day)s",
                day=format_date(
                    self.env, line.deliver_until, lang_code=user.lang or None
                ),
            ),
            "date_deadline": line.deliver_until,
            "res_model_id": self.env["ir.model"]._get_id("asn.evaluation"),
            "res_id": line.id,
            "user_id": user.id,
        }
