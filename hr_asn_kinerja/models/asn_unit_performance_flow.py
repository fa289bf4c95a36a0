# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..tools.typed import storable
from .asn_evaluation import DELIVERED_STATES

STATES = [("draft", "Draft"), ("proposed", "Proposed"), ("approved", "Approved")]


class AsnUnitPerformance(models.Model):
    """How the rating of a unit is proposed, approved and changed later.

    The unit proposes, its superior approves: nobody approves a unit that they lead or
    work in. An approved rating only changes by a new proposal with a reason, and not
    any more once it is printed on a delivered evaluation.
    """

    _name = "asn.unit.performance"
    _inherit = ["asn.unit.performance", "asn.guard.mixin"]
    _open_fields = frozenset({"rating", "note"})
    _open_fields_on_create = frozenset({"company_id", "department_id", "interval_id"})

    state = fields.Selection(
        STATES, required=True, default="draft", readonly=True, copy=False, index=True
    )
    return_note = fields.Text(
        readonly=True, copy=False, help="Why it was returned the last time."
    )
    log_ids = fields.One2many("asn.unit.performance.log", "performance_id")
    allowed_actions = fields.Char(
        compute="_compute_allowed_actions",
        help="The steps that you may take now, separated by commas.",
    )

    def _init_column(self, column_name):
        """Ratings from before there were proposals go on counting."""
        if column_name == "state":
            self.env.cr.execute(
                SQL(
                    "UPDATE %s SET state = 'approved' WHERE state IS NULL",
                    SQL.identifier(self._table),
                )
            )
            return None
        return super()._init_column(column_name)

    @api.depends("state", "department_id")
    @api.depends_context("uid")
    def _compute_allowed_actions(self):
        roles = self._get_unit_roles()
        for unit in self:
            unit.allowed_actions = ",".join(unit._get_allowed_verbs(roles[unit]))

    def _get_allowed_verbs(self, roles):
        """Return the verbs of these roles in the present state."""
        self.ensure_one()
        verbs = []
        if self.state == "draft" and "proposer" in roles:
            verbs.append("propose")
        if "approver" in roles:
            if self.state == "proposed":
                verbs += ["approve", "return"]
            elif self.state == "draft" and "proposer" in roles:
                # who may do both does both in one go
                verbs.append("approve")
        if self.state == "approved" and roles:
            verbs.append("revise")
        return verbs

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            self._check_open_fields_of(vals_list)
            # a caller chooses the context, so also the defaults
            fresh = {"state": "draft", "return_note": False, "log_ids": []}
            vals_list = [{**vals, **fresh} for vals in vals_list]
            # sudo: asn.unit.performance - state is closed; the right is asked below
            units = super(AsnUnitPerformance, self.sudo()).create(vals_list)
            units = units.sudo(False)
            units.check_access("create")
            units._check_may_change()
            return units
        return super().create(vals_list)

    @api.model
    def _check_open_fields_of(self, vals_list):
        opened = self._open_fields | self._open_fields_on_create
        for vals in vals_list:
            # what says no more than a fresh draft does is no attempt at anything
            closed = {
                name: value
                for name, value in vals.items()
                if value and (name, value) != ("state", "draft")
            }
            self._check_open_fields(closed, opened)

    def write(self, vals):
        self._check_may_change()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        self._check_may_change()

    def _check_may_change(self):
        """Only a draft changes, by those who propose it, in an unlocked interval."""
        if self.env.su:
            return
        self.interval_id._check_unlocked()
        roles = self._get_unit_roles()
        for unit in self:
            if "proposer" not in roles[unit]:
                raise AccessError(
                    self.env._(
                        "The head of %(unit)s, the officer who serves it and the "
                        "agency manager propose its rating.",
                        unit=unit.department_id.name,
                    )
                )
            if unit.state != "draft":
                raise UserError(
                    self.env._(
                        "The rating of %(unit)s is already proposed or approved. "
                        "Return or revise it first, with the reason.",
                        unit=unit.department_id.name,
                    )
                )

    def action_propose(self):
        """Hand the ratings in for approval."""
        for unit in self._begin("propose"):
            unit._move("propose", "proposed", {"return_note": False})

    def action_approve(self):
        """Let the ratings count. From a list, all that were chosen or none."""
        for unit in self._begin("approve"):
            unit._move("approve", "approved", {"return_note": False})

    def action_return(self, note=None):
        """Give proposals back to the unit, with the reason."""
        note = self._require_note(note)
        for unit in self._begin("return"):
            unit._move("return", "draft", {"return_note": note}, note)

    def action_revise(self, note=None):
        """Take approved ratings up again; they do not count until approved anew."""
        note = self._require_note(note)
        units = self._begin("revise")
        printed = units._find_printed()
        if printed:
            raise UserError(
                self.env._(
                    "The rating of %(names)s is printed on evaluations that were "
                    "delivered, so it stays as it is.",
                    names=", ".join(printed.department_id.mapped("name")),
                )
            )
        for unit in units:
            unit._move("revise", "draft", {}, note)

    @api.model
    def _require_note(self, note):
        """Return the note without white space around it; a sentence if it is empty."""
        note = storable(note).strip() if isinstance(note, str) else ""
        if not note:
            raise UserError(
                self.env._("Please write why, so that the other side can act on it.")
            )
        return note

    def _begin(self, verb):
        """Lock the ratings and make sure that the user may take this step now.

        :raises AccessError: the user never may
        :raises UserError: not in this state, or the interval is locked
        """
        self.check_access("read")
        self.interval_id._check_unlocked()
        # sudo: asn.unit.performance - the lock needs no right of the user's own
        self.sudo().lock_for_update(allow_referencing=True)
        self.invalidate_recordset(["state"])
        roles = self._get_unit_roles()
        for unit in self:
            if verb not in unit._get_allowed_verbs(roles[unit]):
                unit._refuse(verb, roles[unit])
        return self

    def _refuse(self, verb, roles):
        """Say who takes this step, or that it is not possible now."""
        needed = "approver" if verb in ("approve", "return") else "proposer"
        name = self.department_id.name
        if needed in roles:
            raise UserError(
                self.env._(
                    "This step is not possible for %(unit)s in its present state. "
                    "Reload the page.",
                    unit=name,
                )
            )
        raise AccessError(
            self.env._(
                "You do not take this step for %(unit)s. The unit proposes; the head "
                "of the unit above approves, or the agency manager where there is "
                "none. Nobody approves their own unit.",
                unit=name,
            )
        )

    def _move(self, verb, state, values, note=None):
        # sudo: asn.unit.performance - the state is closed; the step was checked
        self.sudo().write({**values, "state": state})
        self.env["asn.unit.performance.log"]._record(self, verb, note)

    def _find_printed(self):
        """Return those that stand on a delivered evaluation. Few queries for all."""
        # sudo: asn.evaluation - only whether there is one
        evaluations_sudo = (
            self.env["asn.evaluation"]
            .sudo()
            .search(
                [
                    ("interval_id", "in", self.interval_id.ids),
                    ("department_id", "child_of", self.department_id.ids),
                    ("state", "in", DELIVERED_STATES),
                ]
            )
        )
        found = self._find_for(evaluations_sudo)
        used = {unit.id for unit in found.values()}
        return self.filtered(lambda unit: unit.id in used)
