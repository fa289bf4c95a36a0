# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..kinerja_rules.workflow import SKP_WAITING
from ..tools.word_diff import side_by_side


class AsnSkp(models.Model):
    """The dialogue about a plan: remarks on its lines, minutes, what has changed."""

    _inherit = "asn.skp"

    remark_ids = fields.One2many("asn.skp.remark", "skp_id", string="Remarks")
    open_remark_count = fields.Integer(compute="_compute_open_remark_count")
    can_remark = fields.Boolean(compute="_compute_can_remark")
    dialogue_ids = fields.One2many("asn.dialogue", "skp_id", string="Dialogues")
    can_hold_dialogue = fields.Boolean(compute="_compute_can_remark")
    submission_ids = fields.One2many(
        "asn.skp.submission", "skp_id", string="Submissions"
    )
    submission_count = fields.Integer(compute="_compute_submission_count")
    submission_difference = fields.Html(
        string="Last Submission and Now",
        compute="_compute_submission_difference",
        sanitize=False,
    )

    @api.depends("remark_ids.state")
    def _compute_open_remark_count(self):
        counts = dict(
            self.env["asn.skp.remark"]._read_group(
                [("skp_id", "in", self.ids), ("state", "=", "open")],
                ["skp_id"],
                ["__count"],
            )
        )
        for skp in self:
            skp.open_remark_count = counts.get(skp, 0)

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_can_remark(self):
        roles = self._get_roles()
        for skp in self:
            held = roles.get(skp.id, set())
            skp.can_remark = (
                skp.state in SKP_WAITING
                and "assessor" in held
                and "employee" not in held
            )
            skp.can_hold_dialogue = skp.state != "cancelled" and bool(
                held & {"employee", "assessor"}
            )

    @api.depends("submission_ids")
    def _compute_submission_count(self):
        counts = dict(
            # sudo: asn.skp.submission - a number only
            self.env["asn.skp.submission"]
            .sudo()
            ._read_group([("skp_id", "in", self.ids)], ["skp_id"], ["number:max"])
        )
        for skp in self:
            skp.submission_count = counts.get(skp, 0)

    @api.depends("state", "submission_ids", "result_ids.indicator_summary")
    def _compute_submission_difference(self):
        for skp in self:
            kept = skp.submission_ids.sorted("number", reverse=True)
            is_draft = skp.state == "draft"
            before = kept[:1] if is_draft else kept[1:2]
            if not before:
                skp.submission_difference = False
                continue
            now = skp._get_lines() if is_draft else kept[:1]._get_lines()
            skp.submission_difference = side_by_side(
                before._get_lines(),
                now,
                self.env._("Submission %(number)s", number=before.number),
                self.env._("Draft now")
                if is_draft
                else self.env._("Submission %(number)s", number=kept[:1].number),
                self.env._("Nothing has changed."),
            )

    def _get_lines(self):
        """Return {key: text} of the results and their indicators, as they stand."""
        self.ensure_one()
        lines = {}
        remarks = self.env["asn.skp.remark"]
        for result in self.result_ids:
            lines[f"result {result.id}"] = remarks._describe(result)
            for indicator in result.indicator_ids:
                lines[f"indicator {indicator.id}"] = remarks._describe(indicator)
        return lines

    def action_submit(self):
        """Keep what is handed in, so that changes can be seen later."""
        answer = super().action_submit()
        self.env["asn.skp.submission"]._keep(self)
        return answer

    def action_agree(self):
        """With the agreement every remark is settled."""
        answer = super().action_agree()
        self.remark_ids._settle()
        return answer

    def action_return(self, note=None):
        """Take the open remarks for the reason when no other is given."""
        written = note.strip() if isinstance(note, str) else ""
        return super().action_return(written or self._collect_remarks())

    def action_accept_remaining(self):
        """Accept every result that has no remark of this submission yet."""
        self._require_one()
        number = max(1, self.submission_count)
        told = self.remark_ids.filtered(lambda remark: remark.number == number)
        rest = self.result_ids - told.result_id
        if not rest:
            raise UserError(self.env._("Every result has a remark already."))
        rest.action_accept_line()

    def _check_complete(self):
        """The employee answers what the assessor wanted changed."""
        result = super()._check_complete()
        missing = self.remark_ids._answer_by_plan().filtered(
            lambda remark: remark.kind == "change"
        )
        if missing:
            raise UserError(
                self.env._(
                    "Your assessor is waiting for an answer. Open the page Dialog and "
                    "take over the proposal or answer it: %(lines)s",
                    lines="; ".join(
                        remark.line_text or remark.text for remark in missing
                    ),
                )
            )
        return result

    def _get_next_step(self, is_own):
        if self.state == "draft" and is_own and self.open_remark_count:
            return self.env._(
                "Your assessor wrote %(count)s remarks. Answer them on the page "
                "Dialog, then submit again.",
                count=self.open_remark_count,
            )
        return super()._get_next_step(is_own)

    def _collect_remarks(self):
        """Return the open remarks as one note."""
        return "\n".join(
            f"{remark.line_text}: {remark.text}" if remark.line_text else remark.text
            for remark in self.remark_ids.sorted("id")
            if remark.state == "open" and remark.kind != "accept"
        )

    def _begin_remarks(self):
        """Make sure that the user is the assessor of plans that wait for them."""
        self.check_access("read")
        # sudo: asn.skp - the lock needs no right; nobody decides in the meantime
        self.sudo().lock_for_update(allow_referencing=True)
        self.invalidate_recordset(["state"])
        roles = self._get_roles()
        for skp in self:
            if "assessor" not in roles[skp.id] or "employee" in roles[skp.id]:
                raise AccessError(
                    self.env._("Only the assessor writes remarks on a plan.")
                )
            if skp.state not in SKP_WAITING:
                raise UserError(
                    self.env._(
                        "Remarks are written while the plan is submitted. Reload the "
                        "page to see its current state."
                    )
                )
            skp._check_period_open("return")
