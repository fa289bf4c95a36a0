# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_date


class AsnProgressCopy(models.TransientModel):
    """Copies what the user wrote on one day to another."""

    _name = "asn.progress.copy"
    _description = "Copy a Day of Progress"

    date_from = fields.Date(
        string="Copy From",
        required=True,
        default=lambda self: self._default_date_from(),
    )
    date_to = fields.Date(
        string="Copy To",
        required=True,
        default=lambda self: self.env["asn.period"]._today(),
    )
    summary = fields.Text(compute="_compute_summary", string="What Is Copied")

    @api.model
    def _default_date_from(self):
        """Return the last day before today on which something was written."""
        today = self.env["asn.period"]._today()
        last = self._find_own(Domain("date", "<", today), limit=1)
        return last.date or today - timedelta(days=1)

    @api.model
    def _find_own(self, domain, limit=None):
        own = Domain("skp_id.employee_user_id", "=", self.env.uid)
        return self.env["asn.progress"].search(own & domain, limit=limit)

    @api.depends("date_from")
    def _compute_summary(self):
        for wizard in self:
            entries = wizard._find_own(Domain("date", "=", wizard.date_from))
            wizard.summary = "\n".join(entries.sorted("id").mapped("display_name"))

    def action_copy(self):
        """Write the same entries on the other day, without their files."""
        self.ensure_one()
        entries = self._find_own(Domain("date", "=", self.date_from))
        if not entries:
            raise UserError(
                self.env._(
                    "You wrote nothing down on %(day)s. Choose another day.",
                    day=format_date(self.env, self.date_from),
                )
            )
        if self.date_from == self.date_to:
            raise UserError(self.env._("Choose two different days."))
        self.env["asn.progress"].create(entries._prepare_repeat_values(self.date_to))
        return self.env["ir.actions.act_window"]._for_xml_id(
            "hr_asn_kinerja.asn_progress_action_my"
        )
