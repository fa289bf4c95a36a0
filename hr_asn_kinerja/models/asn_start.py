# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

from .asn_login_mixin import MANAGER


class AsnStart(models.Model):
    """The guided start of one agency: what is done on the way to the first plan.

    Nothing about the steps is stored here; they are counted anew each time. Stored is
    only whether the application still opens with this page.
    """

    _name = "asn.start"
    _description = "Guided Start"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        ondelete="cascade",
        default=lambda self: self.env.company,
    )
    is_hidden = fields.Boolean(
        readonly=True,
        help="The application no longer opens with this page; the menu still does.",
    )
    step_ids = fields.Many2many("asn.start.step", compute="_compute_steps")
    done_count = fields.Integer(string="Steps Done", compute="_compute_steps")
    step_count = fields.Integer(string="Steps", compute="_compute_steps")
    progress = fields.Float(string="Progress (%)", compute="_compute_steps")
    is_complete = fields.Boolean(compute="_compute_steps")

    _once = models.UniqueIndex(
        "(company_id)", "This agency already has its guided start."
    )

    @api.depends_context("lang")
    def _compute_display_name(self):
        for start in self:
            start.display_name = self.env._("Guided Start")

    @api.depends("company_id")
    @api.depends_context("uid", "company")
    def _compute_steps(self):
        for start in self:
            steps = self.env["asn.start.step"].with_company(start.company_id)
            steps = steps.search(Domain.TRUE)
            done = steps.filtered(lambda step: step.state == "done")
            start.step_ids = steps
            start.done_count = len(done)
            start.step_count = len(steps)
            start.progress = 100 * len(done) / len(steps) if steps else 0
            start.is_complete = len(done) == len(steps)

    @api.model
    def _get_of_agency(self):
        """Return the start of the current agency, made when it is first asked for."""
        self.check_access("read")
        start = self.search([("company_id", "=", self.env.company.id)])
        # sudo: asn.start - an empty row without content of the user
        return start or self.sudo().create({}).sudo(False)

    @api.model
    def action_open(self):
        """Open the guided start of the current agency."""
        return {
            **self.env["ir.actions.actions"]._for_xml_id(
                "hr_asn_kinerja.asn_start_action"
            ),
            "res_id": self._get_of_agency().id,
        }

    @api.model
    def action_open_application(self):
        """Open the application: with the guided start while its manager needs it."""
        actions = self.env["ir.actions.actions"]
        if self._lacks_manager():
            return actions._for_xml_id("hr_asn_kinerja.asn_start_manager_action")
        if self.env.user.has_group(MANAGER):
            start = self._get_of_agency()
            if not start.is_hidden and start.is_complete:
                start.is_hidden = True
            if not start.is_hidden:
                return self.action_open()
        return actions._for_xml_id("hr_asn_kinerja.asn_skp_action_my")

    @api.model
    def _lacks_manager(self):
        """Return whether the reader is the administrator and has to name a manager."""
        if not self.env.user.has_group("base.group_system"):
            return False
        # sudo: res.groups - the administrator may see who is in a group
        managers_sudo = self.env.ref(MANAGER).sudo().all_user_ids
        return not managers_sudo.filtered_domain(
            [("company_ids", "in", self.env.company.ids)]
        )

    def action_hide(self):
        """Let the application open with the plans again."""
        self.is_hidden = True
        return self.action_open_application()

    def action_show(self):
        """Let the application open with this page, as in the beginning."""
        self.is_hidden = False
