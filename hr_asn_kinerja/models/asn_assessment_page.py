# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError

OPEN_STATES = ("draft", "submitted", "rated")


class AsnAssessment(models.Model):
    """The page of one person: evidence and earlier ratings beside the widgets."""

    # pylint: disable-next=consider-merging-classes-inherited
    _inherit = "asn.assessment"

    evidence = fields.Html(
        compute="_compute_evidence",
        sanitize=False,
        help="What other parts know of the interval, as far as you may read it.",
    )
    earlier = fields.Html(
        string="Earlier Ratings", compute="_compute_earlier", sanitize=False
    )
    seen_at = fields.Char(
        compute="_compute_seen_at",
        readonly=False,
        help="How the worksheet was when the page was loaded.",
    )

    @api.depends("evaluation_id")
    @api.depends_context("uid", "lang")
    def _compute_evidence(self):
        for sheet in self:
            sections = sorted(
                sheet.evaluation_id._get_evidence_sections(), key=lambda row: row[0]
            )
            sheet.evidence = Markup("").join(
                Markup('<section class="mb-3"><h4>%s</h4>%s</section>') % (title, body)
                for _sequence, title, body in sections
                if body
            )

    @api.depends("evaluation_id")
    @api.depends_context("uid", "lang")
    def _compute_earlier(self):
        for sheet in self:
            rows = sheet._get_earlier_rows()
            sheet.earlier = sheet._render_earlier(rows) if rows else False

    def _get_earlier_rows(self):
        """Return the texts of each earlier evaluation, the latest first."""
        names = ("organisation_rating", "result_rating", "behaviour_rating")
        rows = []
        for evaluation_sudo in self.evaluation_id._find_earlier():
            labels = [evaluation_sudo._get_label(name) for name in names]
            rows.append(
                [
                    evaluation_sudo.interval_id.display_name,
                    *labels,
                    evaluation_sudo._get_label("predicate"),
                ]
            )
        return rows

    @api.model
    def _render_earlier(self, rows):
        heads = (
            self.env._("Interval"),
            self.env._("Unit"),
            self.env._("Result"),
            self.env._("Behaviour"),
            self.env._("Predicate"),
        )
        cell = Markup("<td>%s</td>")
        body = Markup("").join(
            Markup("<tr>%s</tr>") % Markup("").join(cell % text for text in row)
            for row in rows
        )
        head = Markup("").join(
            Markup('<th scope="col">%s</th>') % text for text in heads
        )
        return Markup(
            '<div class="table-responsive"><table class="table table-sm mb-0">'
            "<thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>"
        ) % (head, body)

    @api.depends("write_date")
    def _compute_seen_at(self):
        for sheet in self:
            sheet.seen_at = sheet.write_date and sheet.write_date.isoformat()

    def write(self, vals):
        if "seen_at" in vals:
            vals = dict(vals)
            self._check_not_stale(vals.pop("seen_at"))
        return super().write(vals)

    def _check_not_stale(self, seen_at):
        """Refuse what comes from a page that does not show the present ratings."""
        self.check_access("read")
        # sudo: asn.assessment - the lock needs no right of the user's own
        self.sudo().lock_for_update(allow_referencing=True)
        self.invalidate_recordset(["write_date", "seen_at"], flush=False)
        for sheet in self:
            if seen_at and sheet.write_date.isoformat() != seen_at:
                # sudo: res.users - the name of who wrote here
                writer_sudo = sheet.sudo().write_uid
                raise UserError(
                    self.env._(
                        "%(user)s has changed the worksheet of %(name)s since you "
                        "opened it. Reload the page, then enter your change again.",
                        user=writer_sudo.name,
                        name=sheet.employee_name,
                    )
                )

    def action_next(self):
        """Save, and open the next person of the interval who is not rated yet."""
        self.ensure_one()
        rest = self.search(
            [
                ("interval_id", "=", self.interval_id.id),
                ("is_assessed_by_me", "=", True),
                ("state", "in", ("draft", "submitted")),
                ("id", "!=", self.id),
            ],
            order="employee_name, id",
        )
        name = self.employee_name or ""
        after = rest.filtered(
            lambda sheet: ((sheet.employee_name or "", sheet.id) > (name, self.id))
        )
        target = (after or rest)[:1]
        if not target:
            return {
                "type": "ir.actions.client",
                "tag": "display_notification",
                "params": {
                    "type": "success",
                    "message": self.env._(
                        "Everybody else in this interval has been rated."
                    ),
                },
            }
        return {
            "type": "ir.actions.act_window",
            "name": target.display_name,
            "res_model": self._name,
            "res_id": target.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }
