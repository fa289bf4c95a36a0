# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .asn_skp_part_mixin import UNTIL_AGREED

PARTS = ("behaviour_ids", "annex_ids")


class AsnSkp(models.Model):
    """Behaviour and annexes: what both sides write into the plan."""

    _inherit = "asn.skp"
    _open_fields = frozenset({"approach", "result_ids", *PARTS})

    behaviour_ids = fields.One2many(
        "asn.skp.behaviour", "skp_id", string="Expected Behaviour"
    )
    annex_ids = fields.One2many("asn.skp.annex", "skp_id", string="Annexes", copy=True)
    may_write_parts = fields.Boolean(
        string="I May Write Expectations", compute="_compute_may_write_parts"
    )

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_may_write_parts(self):
        roles = self._get_roles()
        for skp in self:
            held = roles[skp.id]
            skp.may_write_parts = (
                skp.state == "draft"
                if "employee" in held
                else "assessor" in held and skp.state in UNTIL_AGREED
            )

    @api.model_create_multi
    def create(self, vals_list):
        skps = super().create(vals_list)
        if self.env.su:
            skps._make_behaviours()
        return skps

    def _make_behaviours(self):
        """Add the core values that these plans do not have yet, in one batch."""
        behaviours = self.env["asn.behaviour"].search([])
        self.env["asn.skp.behaviour"].create(
            [
                {"skp_id": skp.id, "behaviour_id": behaviour.id}
                for skp in self
                for behaviour in behaviours - skp.behaviour_ids.behaviour_id
            ]
        )

    def write(self, vals):
        """Let an assessor save the parts that are theirs, with the rights on these."""
        parts = {name: vals[name] for name in PARTS if name in vals}
        if self.env.su or not parts or self._is_own_draft():
            return super().write(vals)
        rest = {name: value for name, value in vals.items() if name not in parts}
        for name, commands in parts.items():
            self._write_part(self._fields[name].comodel_name, commands)
        return super().write(rest) if rest else True

    def _is_own_draft(self):
        # sudo: asn.skp - asks whose plan it is, also where the user may not read
        return all(
            skp.employee_user_id == self.env.user and skp.state == "draft"
            for skp in self.sudo()
        )

    def _write_part(self, model, commands):
        """Do what the form sent, line by line and with the user's own rights."""
        self.ensure_one()
        self.check_access("read")
        lines = self.env[model]
        for command in commands:
            kind, line_id, values = (*command, False, False)[:3]
            if kind == fields.Command.CREATE:
                lines.create({**values, "skp_id": self.id})
                continue
            line = lines.browse(line_id)
            if kind not in (fields.Command.UPDATE, fields.Command.DELETE):
                raise UserError(
                    self.env._("Change these lines one by one in the form, please.")
                )
            if line.skp_id != self:
                raise AccessError(self.env._("This line belongs to another plan."))
            if kind == fields.Command.UPDATE:
                line.write(values)
            else:
                line.unlink()

    def action_add_usual_annexes(self):
        """Fill the empty lists of the annex with what most plans say."""
        self.ensure_one()
        self.check_access("read")
        filled = set(self.annex_ids.mapped("kind"))
        usual = self._get_usual_annexes()
        self.env["asn.skp.annex"].create(
            [
                {"skp_id": self.id, "kind": kind, "name": text}
                for kind, texts in usual.items()
                if kind not in filled
                for text in texts
            ]
        )

    @api.model
    def _get_usual_annexes(self):
        """Return {kind: texts}; they are a beginning that both sides change."""
        return {
            "resources": [
                self.env._("Laptop or computer with internet access"),
                self.env._("Data, documents and applications that the work needs"),
            ],
            "accountability": [
                self.env._("Progress is reported to the assessor every month"),
                self.env._("Evidence is kept with each realisation"),
            ],
            "consequences": [
                self.env._(
                    "When expectations are met: priority for development and awards"
                ),
                self.env._("When expectations are not met: guidance and correction"),
            ],
        }
