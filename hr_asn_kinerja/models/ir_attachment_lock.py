# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class IrAttachment(models.Model):
    """Evidence of a locked interval stays: no file is added, changed or removed."""

    _inherit = "ir.attachment"

    @api.model
    def _get_locked_models(self):
        """Return {model of the record: its field with the interval}; a registry."""
        return {"asn.indicator.realisation": "interval_id"}

    def _check_interval_unlocked(self):
        if self.env.su:
            return
        models_locked = self._get_locked_models()
        # sudo: ir.attachment - only to which record the files belong is looked at
        files_sudo = self.sudo().filtered(lambda file: file.res_model in models_locked)
        for name, files in files_sudo.grouped("res_model").items():
            ids = [file.res_id for file in files if file.res_id]
            records_sudo = self.env[name].sudo().browse(ids).exists()
            intervals = records_sudo.mapped(models_locked[name])
            intervals.sudo(False)._check_unlocked()

    @api.model_create_multi
    def create(self, vals_list):
        files = super().create(vals_list)
        files._check_interval_unlocked()
        return files

    def write(self, vals):
        self._check_interval_unlocked()
        result = super().write(vals)
        self._check_interval_unlocked()
        return result

    def unlink(self):
        self._check_interval_unlocked()
        return super().unlink()
