# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from markupsafe import Markup

from odoo import api, models
from odoo.fields import Domain
from odoo.tools.misc import format_date


class AsnFeedback(models.Model):
    """Feedback beside an evaluation: which belongs to it, and how it is shown."""

    _inherit = "asn.feedback"

    @api.model
    def _get_for_evaluations(self, evaluations):
        """Return {evaluation id: feedback of its interval}, as far as one may read it.

        Feedback of a plan that ended during the interval stays with that plan; the
        year as a whole is judged with all of the year. One query for all.
        """
        if not evaluations:
            return {}
        # sudo: asn.evaluation - only whom and when it is about
        evaluations_sudo = evaluations.sudo()
        found = self.search(
            Domain("employee_id", "in", evaluations_sudo.employee_id.ids)
            & Domain("date", ">=", min(evaluations_sudo.mapped("interval_date_from")))
            & Domain("date", "<=", max(evaluations_sudo.interval_id.mapped("date_to")))
        )
        of_person = found.sudo().grouped("employee_id")
        return {
            evaluation.id: of_person.get(evaluation.employee_id, found.sudo()[:0])
            .filtered(lambda line, about=evaluation: line._belongs_to(about))
            .sudo(self.env.su)
            for evaluation in evaluations_sudo
        }

    def _belongs_to(self, evaluation_sudo):
        interval = evaluation_sudo.interval_id
        return interval.date_from <= self.date <= interval.date_to and (
            interval.kind == "annual"
            or not self.skp_id
            or self.skp_id == evaluation_sudo.skp_id
        )

    def _get_lines(self):
        """Return [(emoticon and words, who)] by day, as plain text."""
        emoticons = dict(self._fields["emoticon"]._description_selection(self.env))
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        lines = []
        for feedback in self.sorted(lambda line: (line.given_at, line.id)):
            said = [emoticons.get(feedback.emoticon), (feedback.words or "").strip()]
            who = self.env._(
                "%(name)s (%(kind)s), %(date)s",
                name=feedback.giver_name,
                kind=kinds[feedback.kind],
                date=format_date(self.env, feedback.date),
            )
            lines.append((" ".join(filter(None, said)), who))
        return lines

    def _render_lines(self):
        """Return the feedback as a list for a screen."""
        item = Markup('<li class="mb-2"><div>%s</div><div class="text-muted">%s</div>')
        items = Markup("</li>").join(item % line for line in self._get_lines())
        return Markup('<ul class="list-unstyled mb-0">%s</li></ul>') % items

    def _get_action(self, employee, found):
        """Return the action that lists what was found about one person."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Continuous Feedback"),
            "res_model": self._name,
            "view_mode": "list,kanban,form",
            "domain": [("id", "in", found.ids)],
            "context": {"asn_kinerja_person": employee.id},
        }

    @api.model
    def _get_give_action(self, employee=None, request=None):
        """Return the dialog in which feedback is given."""
        return {
            **self.env["ir.actions.act_window"]._for_xml_id(
                "hr_asn_kinerja.asn_feedback_give_action"
            ),
            "context": {
                "default_person_id": employee.id if employee else False,
                "default_request_id": request.id if request else False,
            },
        }
