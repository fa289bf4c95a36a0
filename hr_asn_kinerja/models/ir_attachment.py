# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import api, models
from odoo.exceptions import UserError

from ..tools.evidence import EVIDENCE_MODELS, check_evidence

PREFIX = "asn."
CLOSED = ("public", "access_token", "url")
CHECKED = {
    *CLOSED,
    "datas",
    "mimetype",
    "name",
    "raw",
    "res_field",
    "res_model",
    "type",
}
HEAD = 2048


class IrAttachment(models.Model):
    """Files of our records: what may be kept, and that nobody outside reads them.

    Everything else in Odoo is uploaded as before.
    """

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        """Keep files, or nothing at all: an upload answers errors without rollback."""
        default = self.env.context.get("default_res_model") or ""
        if not any(
            str(vals.get("res_model") or default).startswith(PREFIX)
            for vals in vals_list
        ):
            return super().create(vals_list)
        for vals in vals_list:
            if (vals.get("res_model") or default) in EVIDENCE_MODELS:
                self._check_evidence_size(vals)
        with self.env.cr.savepoint():
            files = super().create(vals_list)
            files._check_evidence()
        return files

    def write(self, vals):
        result = super().write(vals)
        if CHECKED & vals.keys():
            self._check_evidence()
        return result

    @api.model
    def _check_evidence_size(self, vals):
        """Refuse what is too large before it is decoded and stored."""
        size = len(vals.get("raw") or "") or len(vals.get("datas") or "") * 3 // 4
        if size:
            check_evidence(self.env, vals.get("name") or "", size, None)

    def _check_evidence(self):
        """Look at the files as they are stored now, whatever they were made from."""
        # sudo: ir.attachment - only looked at, for whoever has just written it
        for file_sudo in self.sudo():
            if not file_sudo._is_evidence(self.env.su):
                continue
            if file_sudo.type != "binary" or any(file_sudo[name] for name in CLOSED):
                raise UserError(
                    self.env._(
                        "Evidence is kept as a file inside its record, not as a link "
                        "and not public. Upload the file itself."
                    )
                )
            content = file_sudo.raw or b""
            check_evidence(
                self.env, file_sudo.name, len(content), file_sudo.mimetype, content
            )

    def _is_evidence(self, is_elevated):
        """Return whether the file belongs to one of our records, or is about to.

        What the program itself stores for other records of ours is its own business.
        """
        self.ensure_one()
        model = self.res_model or ""
        return model in EVIDENCE_MODELS or (
            not is_elevated and model.startswith(PREFIX) and not self.res_field
        )

    @api.model
    @api.readonly
    def check_evidence_files(self, files):
        """Tell before the upload whether files would be refused.

        :param files: list of {name, size, type, head: base64 of the first bytes}
        :raises UserError: the sentence for the first that would be
        """
        for file in files if isinstance(files, list) else []:
            if isinstance(file, dict):
                check_evidence(
                    self.env,
                    str(file.get("name") or ""),
                    self._read_size(file.get("size")),
                    str(file.get("type") or ""),
                    self._read_head(file.get("head")),
                )
        return True

    @api.model
    def _read_size(self, size):
        return size if isinstance(size, int | float) else 0

    @api.model
    def _read_head(self, head):
        text = head[: HEAD * 2] if isinstance(head, str) else ""
        try:
            return base64.b64decode(text)
        except ValueError:
            return b""
