# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnSkpResult(models.Model):
    """While its plan is in revision, a result is known by its agreed text.

    The team links to it and reads its name; the new text is none of theirs yet.
    """

    _inherit = "asn.skp.result"

    agreed_name = fields.Text(readonly=True, copy=False)

    @api.depends("agreed_name", "skp_id.is_in_revision")
    def _compute_display_name(self):
        result = super()._compute_display_name()
        # sudo: asn.skp - only whether it is being revised
        for line in self.sudo():
            if line.agreed_name and line.skp_id.is_in_revision:
                line.display_name = line.agreed_name
        return result

    def _is_servable(self):
        """What stood in the agreed version may be served meanwhile."""
        return super()._is_servable() or (self.is_agreed and self.skp_id.is_in_revision)

    def _mark_agreed(self):
        result = super()._mark_agreed()
        for name, lines in self.grouped("name").items():
            lines.agreed_name = name
        return result

    def _may_serve(self, parent):
        """Return whether this result may serve a leader's result now."""
        return parent._is_servable() and parent.skp_id in self._get_servable_skps()

    def _get_restore_values(self, line):
        """Serve what was agreed, unless its owner is no longer the leader."""
        values = super()._get_restore_values(line)
        parent = self.browse(values.get("parent_id") or [])
        if parent and not self._may_serve(parent):
            del values["parent_id"]
        return values
