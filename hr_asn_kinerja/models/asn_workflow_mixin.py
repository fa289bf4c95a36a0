# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, LockError, UserError
from odoo.fields import Domain

from ..kinerja_rules import workflow
from ..tools.typed import storable
from .asn_officer_scope import OFFICER_GROUP

MANAGER_GROUP = "hr_asn_kinerja.group_asn_kinerja_manager"
AUDITOR_GROUP = "hr_asn_kinerja.group_asn_kinerja_auditor"
# the rights of the employee do not end with the year
AFTER_DELIVERY = ("acknowledge", "object", "explain", "decide", "finalise")


class AsnWorkflowMixin(models.AbstractModel):
    """States, and who may take the next step.

    The law of the flow is `kinerja_rules.workflow`. Here it is asked with the roles
    that the user really has towards the document today, delegations included, and
    asked again inside each action: what the screen shows protects nothing.
    """

    _name = "asn.workflow.mixin"
    _description = "Document With a Flow"
    _inherit = ["asn.document.mixin", "asn.guard.mixin", "asn.ask.mixin"]
    # key of kinerja_rules.workflow.STEPS
    _workflow_document = None

    allowed_actions = fields.Char(
        compute="_compute_allowed_actions",
        help="The steps that you may take now, separated by commas.",
    )
    next_step = fields.Char(
        compute="_compute_next_step",
        help="Who has to do what next, as a sentence to you.",
    )
    is_assessed_by_me = fields.Boolean(
        compute="_compute_is_assessed_by_me",
        search="_search_is_assessed_by_me",
        string="I Am the Assessor",
    )

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_allowed_actions(self):
        roles = self._get_roles()
        for document in self:
            document.allowed_actions = ",".join(
                verb
                for verb in document._get_allowed_verbs(roles[document.id])
                if hasattr(document, f"action_{verb}")
            )

    def _get_allowed_verbs(self, roles):
        """Return the verbs that these roles may use now."""
        return workflow.allowed_actions(self._workflow_document, self.state, roles)

    @api.depends("state")
    @api.depends_context("uid", "lang")
    def _compute_next_step(self):
        for document in self:
            document.next_step = document._get_next_step(
                is_own=document.employee_user_id == self.env.user
            )

    def _get_next_step(self, is_own):
        """Return the sentence; the documents know their own steps."""
        raise NotImplementedError

    @api.depends("assessor_user_id")
    @api.depends_context("uid")
    def _compute_is_assessed_by_me(self):
        mine = self.filtered_domain(self._get_assessed_by_me_domain())
        for document in self:
            document.is_assessed_by_me = document in mine

    def _search_is_assessed_by_me(self, operator, value):
        if operator != "in" or True not in value:
            return NotImplemented
        return self._get_assessed_by_me_domain()

    @api.model
    def _get_assessed_by_me_domain(self):
        officials = self.env["asn.delegation"]._get_running(self.env.user).official_id
        return (
            Domain("assessor_user_id", "=", self.env.uid)
            | Domain("assessor_id", "in", officials.ids)
        ) & Domain("employee_user_id", "!=", self.env.uid)

    def _get_roles(self):
        """Return {id: set of roles} of the current user, with a few queries for all."""
        user = self.env.user
        officials = self.env["asn.delegation"]._get_running(user).official_id
        is_officer = user.has_group(OFFICER_GROUP)
        units = (
            self.env["asn.officer.scope"]._get_departments_today(user)
            if is_officer
            else self.env["hr.department"]
        )
        is_manager = user.has_group(MANAGER_GROUP)
        is_auditor = user.has_group(AUDITOR_GROUP)
        roles = {}
        # sudo: the flow asks who the people are, also where the user may not read
        for document in self.sudo():
            held = {
                "employee": document.employee_user_id == user,
                "assessor": document.assessor_user_id == user
                or document.assessor_id in officials,
                "superior": document.superior_user_id == user
                or document.superior_id in officials,
                "officer": document.department_id in units,
                "manager": is_manager and document.company_id in user.company_ids,
                "auditor": is_auditor,
            }
            roles[document.id] = {role for role, is_held in held.items() if is_held}
        return roles

    def _begin(self, verb):
        """Lock the document and make sure that the user may take this step now.

        :raises AccessError: the user never may
        :raises UserError: not in this state, or somebody else is deciding right now
        """
        self._require_one()
        self.check_access("read")
        try:
            # sudo: deciding is no write of the user's own; the lock needs no right
            self.sudo().lock_for_update(allow_referencing=True)
        except LockError as error:
            raise UserError(
                self.env._(
                    "Somebody else is working on this document right now. Please try "
                    "again in a moment."
                )
            ) from error
        self.invalidate_recordset(["state"])
        self._check_period_open(verb)
        roles = self._get_roles()[self.id]
        if verb in self._get_allowed_verbs(roles):
            return
        states = workflow.STATES[self._workflow_document]
        if any(
            verb in workflow.allowed_actions(self._workflow_document, state, roles)
            for state in states
        ):
            raise UserError(
                self.env._(
                    "This step is not possible while the document is in state "
                    "“%(state)s”. Reload the page to see the current state.",
                    state=self._get_label("state"),
                )
            )
        raise AccessError(
            self.env._("You are not the person who takes this step for this document.")
        )

    def _check_period_open(self, verb):
        """A closed period locks its documents; what follows delivery goes on."""
        # sudo: asn.period - only the state is looked at
        if self.env.su or verb in AFTER_DELIVERY:
            return
        if self.sudo()._get_period().state == "open":
            return
        raise UserError(
            self.env._("The period is closed, so nothing in it changes any more.")
        )

    def _get_period(self):
        """Return the period of the document."""
        raise NotImplementedError

    def _finish(self, verb, values=None, note=None, snapshot=None):
        """Move to the state that the verb leads to and keep the decision."""
        self.ensure_one()
        state = workflow.target_state(self._workflow_document, verb, self.state)
        # sudo: state and frozen columns are closed to everybody; the step was checked
        document_sudo = self.sudo()
        state_before = document_sudo.state
        document_sudo.write({**(values or {}), "state": state})
        return self.env["asn.decision"]._record(
            self, verb, state_before, note=note, snapshot=snapshot
        )

    def _require_one(self):
        """Say in a sentence that a step is taken for one document at a time."""
        if len(self) != 1:
            raise UserError(
                self.env._("This step is taken for one document at a time. Open it.")
            )

    def _require_note(self, note):
        """Return the note without white space around it; a sentence if it is empty."""
        note = storable(note).strip() if isinstance(note, str) else ""
        if not note:
            raise UserError(
                self.env._("Please write why, so that the other side can act on it.")
            )
        return note

    def _get_label(self, field_name):
        """Return the translated label of a selection field's value."""
        self.ensure_one()
        selection = self._fields[field_name]._description_selection(self.env)
        return dict(selection).get(self[field_name], "")
