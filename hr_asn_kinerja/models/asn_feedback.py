# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.tools.misc import clean_context

EMOTICONS = [
    ("excellent", "🌟 Excellent"),
    ("good", "👍 Well Done"),
    ("thanks", "🙏 Thank You"),
    ("advice", "💡 A Suggestion"),
    ("attention", "⚠️ Needs Attention"),
]
GIVER_KINDS = [
    ("leader", "Leader"),
    ("peer", "Peer"),
    ("subordinate", "Subordinate"),
    ("other", "Others"),
]
# as long as this a slip of the finger can be put right
OPEN_HOURS = 24
SHOWN = 60


class AsnFeedback(models.Model):
    """Umpan balik berkelanjutan: what somebody said about the work of a colleague.

    It is given at any time, with an emoticon or in words, by name. The giver may mend
    or withdraw it for a day; then it stays as it is. Who the giver is to the person
    follows from the organisation and is never chosen.
    """

    _name = "asn.feedback"
    _description = "Continuous Feedback"
    _inherit = ["asn.guard.mixin", "asn.evidence.mixin"]
    _order = "given_at desc, id desc"
    _rec_names_search = ["employee_name", "employee_nip", "giver_name"]
    _open_fields = frozenset({"emoticon", "words", "result_id", "evidence_ids"})
    _open_fields_on_create = frozenset({"employee_id"})

    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, readonly=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    employee_user_id = fields.Many2one(
        "res.users",
        string="Employee's User",
        compute="_compute_employee_user_id",
        store=True,
        index=True,
    )
    employee_name = fields.Char(string="Name", readonly=True)
    employee_nip = fields.Char(string="NIP", readonly=True, index=True)
    unit_name = fields.Char(string="Unit (as printed)", readonly=True)
    skp_id = fields.Many2one(
        "asn.skp", string="SKP", index=True, readonly=True, ondelete="set null"
    )
    assessor_id = fields.Many2one(
        "hr.employee",
        compute="_compute_officials",
        store=True,
        readonly=False,
        ondelete="restrict",
        help="The assessor of the plan that runs on this day.",
    )
    superior_id = fields.Many2one(
        "hr.employee",
        string="Assessor's Superior",
        compute="_compute_officials",
        store=True,
        readonly=False,
        ondelete="restrict",
    )
    assessor_user_id = fields.Many2one(
        "res.users",
        string="Assessor's User",
        compute="_compute_assessor_user_id",
        store=True,
        index=True,
    )
    superior_user_id = fields.Many2one(
        "res.users",
        string="Superior's User",
        compute="_compute_superior_user_id",
        store=True,
        index=True,
    )
    giver_user_id = fields.Many2one(
        "res.users",
        string="Giver's User",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    giver_name = fields.Char(string="Given By", readonly=True)
    giver_position_name = fields.Char(string="Giver's Position", readonly=True)
    kind = fields.Selection(
        GIVER_KINDS,
        string="As",
        required=True,
        readonly=True,
        help="Who the giver is to the person, as the organisation has it.",
    )
    date = fields.Date(required=True, readonly=True, index=True)
    given_at = fields.Datetime(string="Given On", required=True, readonly=True)
    changed_at = fields.Datetime(string="Changed On", readonly=True)
    emoticon = fields.Selection(EMOTICONS)
    words = fields.Text(
        string="Feedback in Words",
        help="What was good, or what could be better, for example.",
    )
    result_id = fields.Many2one(
        "asn.skp.result",
        string="About the Result",
        index="btree_not_null",
        ondelete="set null",
        domain="[('skp_id', '=', skp_id)]",
        help="The planned result that it is about, if it is about one.",
    )
    result_name = fields.Text(string="Planned Result", readonly=True)
    evidence_ids = fields.Many2many(
        "ir.attachment",
        "asn_feedback_evidence_rel",
        "feedback_id",
        "attachment_id",
        string="Evidence",
        help="Files that show it. They are kept inside this record.",
    )
    can_change = fields.Boolean(compute="_compute_can_change")

    _said = models.Constraint(
        "CHECK(emoticon IS NOT NULL OR btrim(COALESCE(words, '')) <> '')",
        "Choose an emoticon or write some words.",
    )
    # two calls of one double click both find nothing yet
    _once = models.UniqueIndex(
        "(giver_user_id, employee_id, date_trunc('minute', given_at))",
        "You have just given feedback about this person. Open it to change it.",
    )
    _of_person = models.Index("(employee_id, date)")
    _of_giver = models.Index("(giver_user_id, given_at DESC)")

    @api.depends("emoticon", "words", "employee_name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["emoticon"]._description_selection(self.env))
        for feedback in self:
            said = labels.get(feedback.emoticon) or feedback.words or ""
            said = f"{said[:SHOWN]}…" if len(said) > SHOWN else said
            feedback.display_name = f"{said} - {feedback.employee_name or ''}"

    @api.depends("employee_id.user_id")
    def _compute_employee_user_id(self):
        for feedback in self:
            feedback.employee_user_id = feedback.employee_id.user_id

    @api.depends("skp_id.assessor_id", "skp_id.superior_id")
    def _compute_officials(self):
        """Follow the plan; without one those stay whom HR knew on the day."""
        for feedback in self:
            source = feedback.skp_id or feedback
            feedback.assessor_id = source.assessor_id
            feedback.superior_id = source.superior_id

    @api.depends("assessor_id.user_id")
    def _compute_assessor_user_id(self):
        for feedback in self:
            feedback.assessor_user_id = feedback.assessor_id.user_id

    @api.depends("superior_id.user_id")
    def _compute_superior_user_id(self):
        for feedback in self:
            feedback.superior_user_id = feedback.superior_id.user_id

    @api.depends("given_at", "giver_user_id")
    @api.depends_context("uid")
    def _compute_can_change(self):
        since = self._get_open_since()
        for feedback in self:
            feedback.can_change = (
                feedback.giver_user_id == self.env.user
                and bool(feedback.given_at)
                and feedback.given_at >= since
            )

    @api.model
    def _get_open_since(self):
        return fields.Datetime.now() - timedelta(hours=OPEN_HOURS)

    @api.model_create_multi
    def create(self, vals_list):
        """Give feedback; the server finds out who is who, and tells the person."""
        if self.env.su:
            return super().create(vals_list)
        self.browse().check_access("create")
        opened = self._open_fields | self._open_fields_on_create
        for vals in vals_list:
            self._check_open_fields(vals, opened)
        # pylint: disable-next=context-overridden
        giving = self.with_context(clean_context(self.env.context))
        complete = giving._prepare_given(vals_list)
        # sudo: asn.feedback - the people are columns that nobody may write
        feedbacks_sudo = super(AsnFeedback, giving.sudo()).create(complete)
        feedbacks = self.browse(feedbacks_sudo.ids)
        for feedback, vals in zip(feedbacks, vals_list, strict=True):
            if vals.get("evidence_ids"):
                super(AsnFeedback, feedback).write(
                    {"evidence_ids": vals["evidence_ids"]}
                )
        feedbacks._keep_evidence()
        feedbacks._after_giving()
        return feedbacks

    def write(self, vals):
        """Mend what one has just given."""
        if self.env.su:
            return super().write(vals)
        self._check_open_fields(vals, self._open_fields)
        self._check_changeable()
        done = super().write(vals)
        self._keep_evidence()
        self._check_results()
        # sudo: asn.feedback - when it was mended is no column of the giver
        for result, feedbacks in self.sudo().grouped("result_id").items():
            feedbacks.write(
                {"changed_at": fields.Datetime.now(), "result_name": result.name}
            )
        return done
