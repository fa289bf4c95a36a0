# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.asn_job import BATCH
from ..models.hr_version import POSITION_KINDS


class AsnPlanLaunch(models.TransientModel):
    """Starts the plans of many people of a period, after showing who gets one.

    What was shown is not trusted: the start looks at everybody again. Who that is
    stands in asn_plan_launch_people, what is shown and started in
    asn_plan_launch_lists.
    """

    _name = "asn.plan.launch"
    _description = "Start Plans for Many"

    period_id = fields.Many2one(
        "asn.period",
        required=True,
        default=lambda self: self.env["asn.skp"]._get_open_period(),
        domain="[('state', '=', 'open')]",
    )
    company_id = fields.Many2one(
        related="period_id.company_id", string="Agency", related_sudo=False
    )
    reach = fields.Selection(
        [
            ("all", "Everybody"),
            ("units", "Units, with those below"),
            ("people", "Chosen people"),
            ("nips", "A list of NIPs"),
        ],
        string="For",
        required=True,
        default="all",
    )
    department_ids = fields.Many2many(
        "hr.department", string="Units", domain="[('id', 'in', own_unit_ids)]"
    )
    own_unit_ids = fields.Many2many(
        "hr.department",
        "asn_plan_launch_own_unit_rel",
        string="Units to Choose From",
        compute="_compute_own_unit_ids",
    )
    is_limited = fields.Boolean(
        compute="_compute_own_unit_ids",
        string="Only Own Units",
    )
    position_kind = fields.Selection(
        POSITION_KINDS, string="Only This Kind of Position"
    )
    person_ids = fields.Many2many(
        "asn.person", string="People", domain="[('company_id', '=', company_id)]"
    )
    nips = fields.Text(
        string="NIPs",
        help="Paste a column of a worksheet: one NIP a line, or with commas between.",
    )
    source = fields.Selection(
        [
            ("previous", "Their plan of last year, as far as there is one"),
            ("library", "The library, by kind of position"),
            ("empty", "Empty plans"),
        ],
        string="Filled From",
        required=True,
        default="previous",
    )
    approach = fields.Selection(
        [
            ("quantitative", "Quantitative"),
            ("qualitative", "Qualitative"),
        ],
        help="Empty: as in the plan before; quantitative where there is none.",
    )
    with_gaps = fields.Boolean(
        string="Also People With Gaps in HR",
        help="Civil servants without NIP, superior or unit get a plan too. They can "
        "write it, but not submit it while they have no superior.",
    )
    state = fields.Selection(
        [("choose", "Choose"), ("checked", "Look Through")],
        required=True,
        default="choose",
        readonly=True,
    )
    group_ids = fields.One2many(
        "asn.plan.launch.group", "launch_id", string="Who", readonly=True
    )
    line_ids = fields.One2many("asn.plan.launch.line", "launch_id", readonly=True)
    ready_count = fields.Integer(readonly=True)

    @api.depends("period_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for launch in self:
            launch.display_name = self.env._(
                "Start Plans %(period)s", period=launch.period_id.name or ""
            )

    @api.depends_context("uid")
    @api.depends("period_id")
    def _compute_own_unit_ids(self):
        units = self.env["asn.job"]._get_launch_units()
        agencies = [("company_id", "in", self.company_id.ids)]
        everywhere = self.env["hr.department"].search(agencies)
        for launch in self:
            launch.is_limited = units is not None
            launch.own_unit_ids = (
                everywhere.filtered_domain([("company_id", "=", launch.company_id.id)])
                if units is None
                else units
            )

    # --- ACTIONS ---

    def action_check(self):
        """Show who would get a plan and who not; nothing happens yet."""
        self._check_allowed()
        candidates, unknown = self._find_candidates()
        self._show(candidates, unknown)
        return True

    def action_back(self):
        """Choose again."""
        self._check_allowed()
        self._forget_lists()
        self.state = "choose"
        return True

    def action_start(self):
        """Make the plans: few of them now, many in the background."""
        self._check_allowed()
        jobs = self.env["asn.job"]
        jobs._check_no_launch(self.period_id)
        candidates, unknown = self._find_candidates()
        ready = [one for one in candidates if one.finding == "ready"]
        if not ready:
            raise UserError(
                self.env._(
                    "Nobody of these can get a plan now. Look through the list: it "
                    "says why for each of them."
                )
            )
        job = self._start_job(ready)
        self._add_others(job, candidates, unknown)
        if len(ready) <= BATCH:
            job._run_to_end()
        self._forget_lists()
        self.state = "choose"
        return job._get_action()

    def action_show_earlier(self):
        """Show what was started before, to look at the results or to take it back."""
        self._check_allowed()
        return self.env["ir.actions.act_window"]._for_xml_id(
            "hr_asn_kinerja.asn_job_action_launch"
        )

    def _check_allowed(self):
        self.ensure_one()
        self.check_access("write")
        self.env["asn.job"]._check_may_launch(self.period_id)
