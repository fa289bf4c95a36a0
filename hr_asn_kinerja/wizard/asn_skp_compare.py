# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnSkpCompare(models.TransientModel):
    """Shows two versions of a plan side by side, or a version and what stands now."""

    _name = "asn.skp.compare"
    _description = "Difference Between Two Versions"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("skp_id", "old_id", "new_id")

    skp_id = fields.Many2one("asn.skp", string="SKP", required=True, readonly=True)
    old_id = fields.Many2one(
        "asn.skp.version",
        string="Version",
        required=True,
        domain="[('skp_id', '=', skp_id)]",
    )
    new_id = fields.Many2one(
        "asn.skp.version",
        string="Compared With",
        domain="[('skp_id', '=', skp_id), ('id', '!=', old_id)]",
        help="Empty: what stands in the plan now.",
    )
    is_changes_only = fields.Boolean(string="Changes Only", default=True)
    difference = fields.Html(compute="_compute_difference", sanitize=False)

    @api.model
    def _open(self, skp, version):
        """Return the action that shows what has changed since a version."""
        newer = skp.version_ids.filtered(lambda other: other.number > version.number)
        is_current = skp.is_in_revision or not newer
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("What Changed"),
            "res_model": self._name,
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_skp_id": skp.id,
                "default_old_id": version.id,
                "default_new_id": False if is_current else newer.sorted("number")[0].id,
                "dialog_size": "extra-large",
            },
        }

    @api.depends("old_id", "new_id", "is_changes_only")
    @api.depends_context("lang", "uid")
    def _compute_difference(self):
        versions = self.env["asn.skp.version"]
        for wizard in self:
            wizard.difference = False
            old, new = wizard.old_id._origin, wizard.new_id._origin
            if not old:
                continue
            # what stands in a dialog may come from anybody: ask their own rights
            (old | new).check_access("read")
            rows = versions._get_difference(
                old._get_content(), wizard._get_new_content(old, new)
            )
            wizard.difference = self.env["ir.qweb"]._render(
                "hr_asn_kinerja.asn_skp_compare_document",
                {
                    "rows": [
                        row
                        for row in rows
                        if row["mark"] != "same" or not wizard.is_changes_only
                    ],
                    "old": old.display_name,
                    "new": new.display_name or self.env._("The plan now"),
                },
            )

    def _get_new_content(self, old, new):
        """Return the newer content: of a version, or of the plan as it stands."""
        if new:
            return new._get_content()
        plan = old.skp_id
        plan.check_access("read")
        return self.env["asn.snapshot"]._get_plan_content(plan)
