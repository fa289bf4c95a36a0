# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnSkpRemarkMixin(models.AbstractModel):
    """A line of a plan on which the assessor makes remarks."""

    _name = "asn.skp.remark.mixin"
    _description = "Line With Remarks"
    # column of asn.skp.remark that names the line
    _remark_column = None

    can_remark = fields.Boolean(compute="_compute_can_remark")
    remark_state = fields.Selection(
        [
            ("open", "Remark Open"),
            ("answered", "Answered"),
            ("settled", "Settled"),
            ("accepted", "Accepted"),
        ],
        string="Remarks",
        compute="_compute_remark_state",
        help="How the dialogue about this line stands.",
    )

    @api.depends("skp_id.can_remark")
    @api.depends_context("uid")
    def _compute_can_remark(self):
        for line in self:
            line.can_remark = line.skp_id.can_remark

    @api.depends("remark_ids.state", "remark_ids.kind")
    def _compute_remark_state(self):
        for line in self:
            remarks = line.remark_ids.sorted("id")
            states = remarks.filtered(lambda remark: remark.kind != "accept").mapped(
                "state"
            )
            if "open" in states:
                line.remark_state = "open"
            elif "answered" in states:
                line.remark_state = "answered"
            elif remarks[-1:].kind == "accept":
                line.remark_state = "accepted"
            else:
                line.remark_state = "settled" if states else False

    def action_accept_line(self):
        """The assessor accepts the lines as they are."""
        self.env["asn.skp.remark"].create(
            [
                {
                    "skp_id": line.skp_id.id,
                    self._remark_column: line.id,
                    "kind": "accept",
                }
                for line in self
            ]
        )

    def action_remark(self):
        """Open the dialog in which the assessor answers this line."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Write a Remark"),
            "res_model": "asn.skp.remark",
            "view_mode": "form",
            "views": [
                (self.env.ref("hr_asn_kinerja.asn_skp_remark_view_form").id, "form")
            ],
            "target": "new",
            "context": {
                "default_skp_id": self.skp_id.id,
                "default_kind": "change",
                **self._get_remark_defaults(),
            },
        }

    def _get_remark_defaults(self):
        return {f"default_{self._remark_column}": self.id}
