# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import format_date


class AsnProgress(models.Model):
    """Buttons: writing another one, repeating entries, keeping them as templates."""

    _inherit = "asn.progress"

    @api.model
    def default_get(self, fields_list):
        """The form of today also begins with the indicator that was used last."""
        values = super().default_get(fields_list)
        if self.env.context.get("asn_kinerja_today") and "indicator_id" in fields_list:
            last = self.search(
                [
                    ("result_id", "=", values.get("result_id")),
                    ("skp_id.employee_user_id", "=", self.env.uid),
                ],
                order="id desc",
                limit=1,
            )
            if last.indicator_id.active:
                values["indicator_id"] = last.indicator_id.id
        return values

    def action_open_entry(self):
        """Open an entry with its evidence."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Daily Progress"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def action_write_another(self):
        """The entry is saved by the button; open the next one."""
        return self.env["ir.actions.act_window"]._for_xml_id(
            "hr_asn_kinerja.asn_progress_action_today"
        )

    def action_repeat_today(self):
        """Write the chosen entries again for today, without their files."""
        today = self.env["asn.period"]._today()
        self.create(self._prepare_repeat_values(today))
        return {"type": "ir.actions.client", "tag": "soft_reload"}

    def _prepare_repeat_values(self, date):
        """Return the values of the same work on another day.

        A result that has left the plan, or belongs to an earlier one, gives way to the
        result that was used last.
        """
        self.check_access("read")
        if any(entry.skp_id.employee_user_id != self.env.user for entry in self):
            raise UserError(self.env._("Only your own entries can be repeated."))
        default = self._default_result_id()
        skp = self._get_running_skp(date)
        if not skp:
            raise UserError(
                self.env._(
                    "You have no agreed plan that runs on %(day)s. Choose another day.",
                    day=format_date(self.env, date),
                )
            )
        values = []
        for entry in self.sorted("id"):
            fits = entry.result_id.active and entry.skp_id == skp
            same = {
                "result_id": entry.result_id.id,
                "indicator_id": entry.indicator_id.active and entry.indicator_id.id,
            }
            other = {"result_id": (default or skp.result_ids[:1]).id}
            values.append(
                {
                    **(same if fits else other),
                    "date": date,
                    "name": entry.name,
                    "start_time": entry.start_time,
                    "end_time": entry.end_time,
                    "duration": entry.duration,
                    "quantity": entry.quantity,
                    "unit": entry.unit,
                    "data_source": entry.data_source,
                }
            )
        return values

    def action_keep_as_template(self):
        """Keep the entry as a template of the user's own."""
        self.check_access("read")
        templates = self.env["asn.progress.template"].create(
            [
                {
                    "name": entry.name,
                    "result_id": entry.result_id.id,
                    "start_time": entry.start_time,
                    "end_time": entry.end_time,
                    "quantity": entry.quantity,
                    "unit": entry.unit,
                }
                for entry in self
            ]
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Kept as a template: %(names)s",
                    names=", ".join(templates.mapped("display_name")),
                ),
            },
        }

    def action_export_sheet(self):
        """Give the entries as a workbook; all own ones of the open periods if none."""
        entries = self or self.search(
            [
                ("skp_id.employee_user_id", "=", self.env.uid),
                ("skp_id.period_id.state", "=", "open"),
            ]
        )
        if not entries:
            raise UserError(self.env._("There is nothing written down to export."))
        return self.env["asn.progress.sheet"]._make(entries)

    def _open_groups(self, *, groups, groupby, **kwargs):
        """Show today's entries at once where days are folded."""
        if groupby[0] == "date:day" and groups and "__fold" not in groups[0]:
            today = self.env["asn.period"]._today().isoformat()
            for group in groups:
                value = group["date:day"]
                if value and value[0] == today:
                    group["__fold"] = False
        return super()._open_groups(groups=groups, groupby=groupby, **kwargs)
