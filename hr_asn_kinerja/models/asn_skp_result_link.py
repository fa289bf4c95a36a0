# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, LockError, UserError

from ..kinerja_rules import likeness
from ..kinerja_rules.workflow import SKP_RUNNING
from .asn_notice import Letter


class AsnSkpResult(models.Model):
    """The link to the leader's result: suggested, confirmed or refused.

    A link says whom a result serves and changes nothing of what was agreed, so employee
    and assessor may confirm it as long as the plan runs.
    """

    _inherit = "asn.skp.result"

    servable_skp_id = fields.Many2one(related="skp_id.servable_skp_id")
    parent_id = fields.Many2one(domain="[('skp_id', '=', servable_skp_id)]")
    suggested_parent_id = fields.Many2one(
        "asn.skp.result",
        string="Suggested Link",
        index="btree_not_null",
        readonly=True,
        copy=False,
        ondelete="set null",
        help="The result of the leader's new plan that this one probably serves.",
    )
    suggestion_kind = fields.Selection(
        [
            ("continued", "Continues what it served"),
            ("alike", "Alike in wording"),
        ],
        string="Why Suggested",
        readonly=True,
        copy=False,
    )
    refused_parent_ids = fields.Many2many(
        "asn.skp.result",
        "asn_skp_result_refused_rel",
        "result_id",
        "parent_id",
        string="Refused Links",
        readonly=True,
        copy=False,
    )
    can_link = fields.Boolean(compute="_compute_can_link")

    @api.depends("suggested_parent_id")
    @api.depends_context("uid")
    def _compute_can_link(self):
        roles = self.skp_id._get_roles()
        # sudo: asn.skp - only the state is looked at
        for result, result_sudo in zip(self, self.sudo(), strict=True):
            skp_sudo = result_sudo.skp_id
            result.can_link = bool(
                result_sudo.suggested_parent_id
                and skp_sudo.state in SKP_RUNNING
                and {"employee", "assessor"} & roles.get(skp_sudo.id, set())
            )

    def _get_servable_skps(self):
        return super()._get_servable_skps() | self.skp_id._get_servable_skps()

    def _may_serve(self, parent):
        """Return whether this result could serve that one now."""
        served = self.new({"parent_id": parent.id}, origin=self)
        return parent.skp_id in served._get_servable_skps() and parent._is_servable()

    def _get_restore_values(self, line):
        """Leave the link as it is where the agreed one no longer holds.

        The assessor may have been corrected since, or the leader's result deleted.
        """
        values = super()._get_restore_values(line)
        parent = self.browse(values.get("parent_id") or [])
        if parent and not self._may_serve(parent):
            del values["parent_id"]
        return values

    def _lacks_parent(self):
        """Return whether nothing is served, or a plan that has been replaced."""
        parent = self.parent_id
        return not parent or parent.skp_id == self.skp_id.leader_before_id

    def action_link_suggestion(self):
        """Serve what was suggested: no change of content, so possible while it runs."""
        results_sudo = self._begin_link()
        gone = results_sudo.filtered(lambda result: not result.suggested_parent_id)
        if gone:
            raise UserError(
                self.env._(
                    "This suggestion is gone, somebody has answered it. Reload the "
                    "page to see the link."
                )
            )
        for result in results_sudo:
            shares = result._find_shares(result.suggested_parent_id)
            result.parent_id = result.suggested_parent_id
            for line, values in shares:
                line.write(values)
        results_sudo._forget_suggestion()
        results_sudo._log_link()

    def action_refuse_suggestion(self):
        """Refuse what was suggested; the next best is suggested if there is one."""
        results_sudo = self._begin_link()
        for result in results_sudo:
            result.refused_parent_ids |= result.suggested_parent_id
        results_sudo._forget_suggestion()
        results_sudo._suggest()

    def _begin_link(self):
        """Return the results elevated, once it is sure that the user may link them.

        :raises AccessError: neither employee nor assessor of one of the plans
        :raises UserError: a plan or period is over, or somebody else is on it
        """
        self.check_access("read")
        skps = self.skp_id
        roles = skps._get_roles()
        if any(not {"employee", "assessor"} & roles[skp.id] for skp in skps):
            raise AccessError(
                self.env._("Only the employee and the assessor link these results.")
            )
        # sudo: asn.skp.result - the link is a closed column; who may was just checked
        results_sudo = self.sudo()
        try:
            results_sudo.lock_for_update(allow_referencing=True)
        except LockError as error:
            raise UserError(
                self.env._("Somebody else is linking this right now. Please try again.")
            ) from error
        results_sudo.invalidate_recordset(["suggested_parent_id", "parent_id"])
        skps_sudo = results_sudo.skp_id
        if any(skp.state not in SKP_RUNNING for skp in skps_sudo) or any(
            period.state != "open" for period in skps_sudo.period_id
        ):
            raise UserError(
                self.env._("This plan is over, so its links stay as they are.")
            )
        return results_sudo

    def _suggest(self):
        """Choose a parent for each of these results; return those that have one."""
        results = self.filtered(lambda result: result._lacks_parent())
        for result in results:
            parent, kind = result._find_parent()
            if (result.suggested_parent_id, result.suggestion_kind) != (parent, kind):
                result.suggested_parent_id = parent
                result.suggestion_kind = kind
        return results.filtered("suggested_parent_id")

    def _find_parent(self):
        """Return the best result of the leader that was not refused, and why."""
        offered = self.skp_id.leader_skp_id.result_ids - self.refused_parent_ids
        served = self.parent_id | self.previous_id.parent_id
        continued = offered.filtered(lambda one: one.previous_id & served)
        if continued:
            return continued[:1], "continued"
        best = likeness.best(self.name, {one.id: one.name for one in offered})
        return (self.browse(best), "alike") if best else (self.browse(), False)

    def _find_shares(self, parent):
        """Return [(indicator, values)]: shares of the old leader's that go on."""
        names = {line.id: line.name for line in parent.indicator_ids}
        found = []
        for line in self.indicator_ids.filtered("leader_indicator_id"):
            leader = likeness.best(line.leader_indicator_id.name, names)
            if leader:
                found.append(
                    (line, {"leader_indicator_id": leader, "share": line.share})
                )
        return found

    def _forget_suggestion(self):
        self.write({"suggested_parent_id": False, "suggestion_kind": False})

    def _log_link(self):
        """Note in each plan what was linked, by whom and when."""
        bodies = {
            skp.id: self.env._(
                "Linked to the leader's plan: %(names)s",
                names=", ".join(results.mapped("name")),
            )
            for skp, results in self.grouped("skp_id").items()
        }
        self.skp_id._message_log_batch(bodies)

    def _prepare_suggestion_letters(self):
        """Return one notice for each employee concerned, and one for each leader."""
        notices = self.env["asn.notice"]
        letters = []
        for users, text in (
            (self.skp_id.employee_user_id, self._get_employee_text),
            (self.skp_id.assessor_user_id, self._get_assessor_text),
        ):
            for lang, group in notices._group_by_language(users).items():
                subject, body = text(self.with_context(lang=lang).env)
                letters.append(Letter(group, subject, body))
        return letters

    @api.model
    def _get_employee_text(self, env):
        return (
            env._("Your leader's plan is agreed"),
            env._(
                "For results of your plan a link to the leader's is suggested. Open "
                "your plan and choose Link This or Not This."
            ),
        )

    @api.model
    def _get_assessor_text(self, env):
        return (
            env._("Links of your team to your plan"),
            env._(
                "Your plan is agreed, and links to it are suggested for results of "
                "your team. They are listed under My Team, Links to Confirm."
            ),
        )
