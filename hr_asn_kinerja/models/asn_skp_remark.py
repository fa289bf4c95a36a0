# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import clean_context

from ..kinerja_rules.workflow import SKP_OPEN
from ..tools.typed import as_id, storable

# what the assessor proposes, and the column of the line that it would change
SUGGESTED = {
    "suggested_name": "name",
    "suggested_min": "target_min",
    "suggested_max": "target_max",
    "suggested_unit": "unit",
    "suggested_words": "target_text",
}


class AsnSkpRemark(models.Model):
    """What the assessor says to one line of a submitted plan, and the answer to it.

    It is only ever added to: neither side rewrites the words of the other. The line is
    copied, so that the remark can be read when the line has changed or is gone. A
    wording that the employee takes over stays the employee's line: the remark keeps
    who proposed it.
    """

    _name = "asn.skp.remark"
    _description = "Remark on a Plan"
    _inherit = "asn.guard.mixin"
    _order = "id desc"
    _rec_name = "line_text"
    _open_fields_on_create = frozenset(
        {"skp_id", "result_id", "indicator_id", "kind", "text", *SUGGESTED}
    )

    skp_id = fields.Many2one(
        "asn.skp", string="SKP", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    result_id = fields.Many2one(
        "asn.skp.result",
        index="btree_not_null",
        ondelete="set null",
        domain="[('skp_id', '=', skp_id)]",
        help="Leave it empty to say something about the whole plan.",
    )
    indicator_id = fields.Many2one(
        "asn.skp.indicator",
        index="btree_not_null",
        ondelete="set null",
        domain="[('result_id', '=', result_id)]",
        help="Leave it empty to say something about the result itself.",
    )
    line_kind = fields.Selection(
        [("plan", "Plan"), ("result", "Result"), ("indicator", "Indicator")],
        string="About",
        readonly=True,
    )
    line_text = fields.Text(
        string="Line", readonly=True, help="The line as it was when this was written."
    )
    number = fields.Integer(
        string="Submission",
        readonly=True,
        help="To which submission of the plan this was said, counted from 1.",
    )
    kind = fields.Selection(
        [
            ("accept", "Accepted"),
            ("question", "Question"),
            ("change", "Change Wanted"),
        ],
        required=True,
        default="change",
    )
    text = fields.Text(string="Reason", help="The employee reads this.")
    author_name = fields.Char(string="Written By", readonly=True)
    state = fields.Selection(
        [
            ("open", "Not Answered Yet"),
            ("answered", "Answered"),
            ("settled", "Settled"),
        ],
        required=True,
        default="open",
        readonly=True,
        index=True,
    )
    outcome = fields.Selection(
        [
            ("taken", "Taken Over"),
            ("changed", "Line Changed"),
            ("removed", "Line Removed"),
            ("kept", "Own Wording Kept"),
            ("answered", "Answered"),
        ],
        readonly=True,
        help="What the employee did about it.",
    )
    answer = fields.Text(readonly=True, help="The employee's answer.")

    suggested_name = fields.Text(string="Proposed Wording")
    suggested_min = fields.Float(string="Proposed Minimum", digits=(16, 4))
    suggested_max = fields.Float(string="Proposed Maximum", digits=(16, 4))
    suggested_unit = fields.Char(string="Proposed Unit of Measure")
    suggested_words = fields.Text(string="Proposed Target in Words")
    has_suggestion = fields.Boolean(readonly=True)
    suggestion = fields.Text(
        readonly=True, help="The line as the assessor would like to read it."
    )
    can_answer = fields.Boolean(compute="_compute_can")
    can_take_over = fields.Boolean(compute="_compute_can")
    can_settle = fields.Boolean(compute="_compute_can")

    @api.depends("state", "kind", "has_suggestion", "skp_id.state")
    @api.depends_context("uid")
    def _compute_can(self):
        roles = self.skp_id._get_roles()
        for remark in self:
            held = roles.get(remark.skp_id.id, set())
            is_own = "employee" in held
            is_open = remark.state == "open" and remark.skp_id.state in SKP_OPEN
            remark.can_answer = is_own and is_open
            remark.can_take_over = bool(
                remark.can_answer
                and remark.has_suggestion
                and remark.skp_id.state == "draft"
                and remark._get_line()
            )
            remark.can_settle = (
                "assessor" in held and not is_own and remark.state != "settled"
            )

    @api.onchange("result_id", "indicator_id")
    def _onchange_line(self):
        """Begin the proposal with the line as it is."""
        if self.indicator_id.result_id != self.result_id:
            self.indicator_id = False
        line = self._get_line()
        for name, column in SUGGESTED.items():
            self[name] = line[column] if line and column in line._fields else False

    @api.model
    def default_get(self, fields_list):
        """Begin the proposal with the line for which the dialog was opened."""
        values = super().default_get(fields_list)
        line = self._find_line(values)
        if line:
            values |= {
                name: line[column]
                for name, column in SUGGESTED.items()
                if name in fields_list and column in line._fields
            }
        return values

    @api.model_create_multi
    def create(self, vals_list):
        """Let the assessor speak while the plan waits for them."""
        self.browse().check_access("create")
        for vals in vals_list:
            self._check_open_fields(vals, self._open_fields_on_create)
        skps = self.env["asn.skp"].browse(
            [
                vals.get("skp_id") or self._find_line(vals).skp_id.id
                for vals in vals_list
            ]
        )
        skps._begin_remarks()
        complete = [
            self._complete_values(skp, vals)
            for skp, vals in zip(skps, vals_list, strict=True)
        ]
        # pylint: disable-next=context-overridden
        remarks = self.with_context(clean_context(self.env.context))
        # sudo: asn.skp.remark - the copy of the line is closed to everybody
        remarks_sudo = super(AsnSkpRemark, remarks.sudo()).create(complete)
        remarks_sudo._tell_question()
        return self.browse(remarks_sudo.ids)

    @api.model
    def _complete_values(self, skp, vals):
        """Return the values with the author and the line as it is now."""
        line = self._find_line(vals)
        asked = vals.get("indicator_id") or vals.get("result_id")
        if asked and (not line or line._get_skp() != skp):
            raise UserError(
                self.env._(
                    "This line is no longer in the plan. Reload the page to see the "
                    "plan as it is now."
                )
            )
        kind = vals.get("kind") or "change"
        text = storable(str(vals.get("text") or "")).strip()
        if kind != "accept":
            text = skp._require_note(text)
        indicator = line if line._name == "asn.skp.indicator" else False
        return {
            "skp_id": skp.id,
            "result_id": (indicator.result_id if indicator else line).id,
            "indicator_id": indicator and indicator.id,
            "kind": kind,
            "text": text,
            "state": "settled" if kind == "accept" else "open",
            "author_name": self.env.user.name,
            "number": max(1, skp.submission_count),
            "line_kind": line._name.split(".")[-1] if line else "plan",
            "line_text": self._describe(line),
            "outcome": False,
            "answer": False,
            **self._prepare_suggestion(line, vals if kind == "change" else {}),
        }

    @api.model
    def _find_line(self, vals):
        """Return the indicator or result that the values name, if it still stands."""
        indicator_id, result_id = map(
            as_id, (vals.get("indicator_id"), vals.get("result_id"))
        )
        indicator = self.env["asn.skp.indicator"].browse(indicator_id or [])
        result = self.env["asn.skp.result"].browse(result_id or [])
        return (indicator or result).exists().filtered("active")
