# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import format_date

from ..kinerja_rules.workflow import SKP_OPEN


class AsnSkp(models.Model):
    """Change after agreement: versions, the revision, and giving it up."""

    _inherit = "asn.skp"

    version_ids = fields.One2many("asn.skp.version", "skp_id", string="Versions")
    digest = fields.Char(
        readonly=True, copy=False, help="Digest of the version that is valid now."
    )
    revision_note = fields.Text(
        string="Reason for the Revision", readonly=True, copy=False
    )
    is_in_revision = fields.Boolean(
        compute="_compute_is_in_revision",
        help="The agreed version stays valid until a new one is agreed.",
    )

    @api.depends("state", "digest")
    def _compute_is_in_revision(self):
        for skp in self:
            skp.is_in_revision = bool(skp.digest) and skp.state in SKP_OPEN

    def _get_plan_parts(self):
        """Return the lists of lines that make up the content of a plan."""
        names = ("result_ids", "behaviour_ids", "annex_ids")
        return [name for name in names if name in self._fields]

    def _get_allowed_verbs(self, roles):
        """A plan that was agreed once is no longer cancelled, only restored."""
        verbs = super()._get_allowed_verbs(roles)
        excluded = "cancel" if self.digest else "restore"
        return tuple(verb for verb in verbs if verb != excluded)

    def _get_next_step(self, is_own):
        self.ensure_one()
        if not (self.is_in_revision and self.state == "draft" and is_own):
            return super()._get_next_step(is_own)
        return self.env._(
            "Change the plan and submit it again. Until it is agreed, the version of "
            "%(day)s stays valid.",
            day=format_date(self.env, self.version_ids[:1].agreed_on),
        )

    def action_revise(self, note=None):
        """Reopen an agreed plan, with the reason; the agreed version stays valid."""
        self._begin("revise")
        self._open_revision(self._require_note(note))

    def action_restore(self):
        """Give the revision up: everything is again as it was agreed."""
        self._begin("restore")
        self._restore()

    def _open_revision(self, note):
        """Make a draft of the plan, for a reason; the caller checked the right."""
        snapshot = None
        # sudo: asn.skp.version - whether one exists, also for the acting official
        is_bare = not self.sudo().version_ids
        if is_bare:
            # agreed before versions were kept: the first one is taken now
            snapshot = self.env["asn.snapshot"]._take_plan(self, self.agreed_on)
        self._set_aside()
        decision = self._finish(
            "revise", {"revision_note": note}, note=note, snapshot=snapshot
        )
        if is_bare:
            self._keep_version(decision)
        self._ask(self.employee_user_id, self.env._("Revise your plan: see the reason"))

    def _restore(self):
        # sudo: asn.skp - lines and columns are closed to the one who decides
        skp_sudo = self.sudo()
        content = skp_sudo.version_ids.sorted("number")[-1:]._get_content()
        values = {"approach": content["approach"]["key"]}
        for name in self._get_plan_parts():
            lines = content["parts"].get(name, [])
            field = self._fields[name]
            values[name] = skp_sudo.env[field.comodel_name]._prepare_restore(
                self.ids, field.inverse_name, {self.id: lines}
            )[self.id]
        skp_sudo.write(values)
        # they were about the revision; in the next one they would ask again
        skp_sudo.remark_ids._settle()
        self.env.invalidate_all()
        self._finish("restore", {"revision_note": False, "return_note": False})
        self._close_asks()

    def _finish(self, verb, values=None, note=None, snapshot=None):
        if verb != "agree":
            return super()._finish(verb, values, note=note, snapshot=snapshot)
        agreed_on = (values or {}).get("agreed_on") or self.period_id._today()
        snapshot = self.env["asn.snapshot"]._take_plan(self, agreed_on)
        decision = super()._finish(verb, values, note=note, snapshot=snapshot)
        self._keep_version(decision)
        return decision

    def _keep_version(self, decision):
        """List the agreed version, and follow it in the evaluations that are open."""
        # sudo: asn.skp.version - nobody may write here, only the flow adds
        skp_sudo = self.sudo()
        number = len(skp_sudo.version_ids) + 1
        skp_sudo.env["asn.skp.version"].create(
            {
                "skp_id": self.id,
                "number": number,
                "decision_id": decision.id,
                "agreed_on": self.agreed_on or self.period_id._today(),
                "note": skp_sudo.revision_note if decision.verb == "agree" else False,
            }
        )
        skp_sudo.digest = decision.sudo().digest
        for name in self._get_plan_parts():
            skp_sudo[name]._mark_agreed()
        if decision.verb == "agree" and number > 1:
            skp_sudo.revision_note = False
            skp_sudo._follow_version()
