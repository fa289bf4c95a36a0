# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..kinerja_rules.workflow import SKP_OPEN
from .asn_annex_text import ANNEX_KINDS
from .asn_skp_term_mixin import TERM_FIELDS

# the lists of the form that show one annex each
KINDS = {
    "resource_ids": "resources",
    "accountability_ids": "accountability",
    "consequence_ids": "consequences",
}
CHANGES = (Command.UPDATE, Command.DELETE, Command.UNLINK)


class AsnSkp(models.Model):
    """Expectations of behaviour and annexes: what both sides write into a plan."""

    _inherit = "asn.skp"

    behaviour_ids = fields.One2many(
        "asn.skp.behaviour", "skp_id", string="Expected Behaviour", copy=False
    )
    annex_ids = fields.One2many("asn.skp.annex", "skp_id", string="Annexes", copy=True)
    resource_ids = fields.One2many(
        "asn.skp.annex",
        "skp_id",
        string="Resource Support",
        domain=[("kind", "=", "resources")],
        copy=False,
    )
    accountability_ids = fields.One2many(
        "asn.skp.annex",
        "skp_id",
        string="Accountability Scheme",
        domain=[("kind", "=", "accountability")],
        copy=False,
    )
    consequence_ids = fields.One2many(
        "asn.skp.annex",
        "skp_id",
        string="Consequences",
        domain=[("kind", "=", "consequences")],
        copy=False,
    )
    can_write_terms = fields.Boolean(
        string="I May Write Expectations and Annexes",
        compute="_compute_can_write_terms",
    )

    @api.depends("state", "employee_user_id", "assessor_user_id")
    @api.depends_context("uid")
    def _compute_can_write_terms(self):
        roles = self._get_roles()
        for skp in self:
            # a plan that is not saved yet belongs to whoever writes it
            held = roles.get(skp.id, set()) if skp._origin else {"employee"}
            skp.can_write_terms = (skp.state == "draft" and "employee" in held) or (
                skp.state in SKP_OPEN and "assessor" in held
            )

    @api.model_create_multi
    def create(self, vals_list):
        skps = super().create(vals_list)
        if self.env.su:
            skps._make_behaviours()
        return skps

    def write(self, vals):
        """Leave what both sides write to its own rights.

        The assessor may not write the plan, but saves the form of it.
        """
        terms = {name: vals[name] for name in TERM_FIELDS if name in vals}
        if not terms or self.env.su:
            return super().write(vals)
        self._write_terms(terms)
        rest = {name: value for name, value in vals.items() if name not in terms}
        return super().write(rest) if rest else True

    def onchange(self, values, field_names, fields_spec):
        """Let the assessor type: the plan itself does not change by these parts.

        Odoo asks for the right to write the whole plan before it computes anything.
        """
        if self and field_names and set(field_names) <= set(TERM_FIELDS):
            self.check_access("read")
            if not self.has_access("write"):
                return {"value": {}}
        return super().onchange(values, field_names, fields_spec)

    def _write_terms(self, terms):
        """Apply the commands of the form to the lines, with the user's own rights."""
        self.check_access("read")
        for name, commands in terms.items():
            lines = self[name]
            fixed = {"kind": KINDS[name]} if name in KINDS else {}
            added, removed = [], lines.browse()
            commands = commands if isinstance(commands, list | tuple) else [commands]
            for verb, line_id, values in (self._split_command(one) for one in commands):
                line = lines.filtered(lambda one, line_id=line_id: one.id == line_id)
                if verb == Command.CREATE:
                    self.ensure_one()
                    added.append({**values, **fixed, "skp_id": self.id})
                elif not line or verb not in CHANGES:
                    raise UserError(
                        self.env._(
                            "This line is not part of the plan any more. Reload the "
                            "page to see what is."
                        )
                    )
                elif verb == Command.UPDATE:
                    line.write(values)
                else:
                    removed += line
            removed.unlink()
            lines.create(added)
        self.invalidate_recordset(TERM_FIELDS)

    @api.model
    def _split_command(self, command):
        """Return (verb, id, values) of a command, however short it was sent."""
        if not command or not isinstance(command, list | tuple):
            return (None, None, {})
        verb, line_id, values = (*command, None, None)[:3]
        return (verb, line_id, values if isinstance(values, dict) else {})

    def _make_behaviours(self):
        """Give each plan a line for each core value that it does not have yet."""
        behaviours = self.env["asn.behaviour"].search([("active", "=", True)])
        # sudo: asn.skp.behaviour - the lines come with the plan, nobody makes them
        lines_sudo = self.env["asn.skp.behaviour"].sudo()
        known = {
            (skp.id, behaviour.id)
            for skp, behaviour in lines_sudo._read_group(
                [("skp_id", "in", self.ids)], ["skp_id", "behaviour_id"]
            )
        }
        return lines_sudo.create(
            [
                {"skp_id": skp.id, "behaviour_id": behaviour.id}
                for skp in self
                for behaviour in behaviours
                if (skp.id, behaviour.id) not in known
            ]
        )

    def action_suggest_annexes(self, kind=None):
        """Add the usual texts of an annex that are not there yet."""
        kinds = [key for key, _label in ANNEX_KINDS if kind in (None, key)]
        texts = self.env["asn.annex.text"]._get_proposed(self.company_id, kinds)
        known = {(line.skp_id, line.kind, line.name) for line in self.annex_ids}
        self.env["asn.skp.annex"].create(
            [
                {
                    "skp_id": skp.id,
                    "kind": one,
                    "sequence": text.sequence,
                    "name": text.name,
                }
                for skp in self
                for one in kinds
                for text in texts[skp.company_id, one]
                if (skp, one, text.name) not in known
            ]
        )
