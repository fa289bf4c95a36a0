# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError


class AsnEvidenceMixin(models.AbstractModel):
    """A record with files in `evidence_ids` that are read by whoever reads it."""

    _name = "asn.evidence.mixin"
    _description = "Record With Evidence"

    def _keep_evidence(self):
        """Bind fresh uploads to their record, so that its access rules hold."""
        for line in self:
            files_sudo = line.evidence_ids.sudo()
            fresh = files_sudo.filtered(
                lambda file: not file.res_id and file.create_uid == self.env.user
            )
            # sudo: ir.attachment - only the user's own uploads that hang nowhere yet
            fresh.write({"res_model": self._name, "res_id": line.id})
            if any(
                (file.res_model, file.res_id) != (self._name, line.id)
                for file in files_sudo
            ):
                raise UserError(
                    self.env._(
                        "Upload the file here. A file that belongs to something else "
                        "could change after you have submitted it."
                    )
                )
