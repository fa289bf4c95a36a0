# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import http
from odoo.http import request

from odoo.addons.portal.controllers.portal import CustomerPortal

EVALUATIONS = 12
DELIVERED = ("delivered", "objected", "decided", "final")


class KinerjaPortal(CustomerPortal):
    """The own plan and results on a phone, with no rights but the employee's own."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        return {**values, "has_asn_kinerja": request.env["asn.skp"].has_access("read")}

    @http.route("/my/kinerja", type="http", auth="user", website=True, readonly=True)
    def show_my_performance(self):
        if not request.env["asn.skp"].has_access("read"):
            raise request.not_found()
        mine = ("employee_user_id", "=", request.env.uid)
        skp = request.env["asn.skp"].search(
            [mine, ("state", "!=", "cancelled")], order="date_from desc, id", limit=1
        )
        evaluations = request.env["asn.evaluation"].search([mine], limit=EVALUATIONS)
        return request.render(
            "hr_asn_kinerja_portal.portal_my_kinerja",
            {
                **self._prepare_portal_layout_values(),
                "page_name": "asn_kinerja",
                "skp": skp,
                "evaluations": evaluations,
                "delivered": DELIVERED,
                "next_step": self._next_step(skp, evaluations),
            },
        )

    def _next_step(self, skp, evaluations):
        """Return one sentence that says who has to do what now."""
        return self._step_of_plan(skp) or self._step_of_evaluation(evaluations)

    def _step_of_plan(self, skp):
        if not skp:
            return request.env._("You have no plan yet. Start one in the application.")
        steps = {
            "draft": request.env._("Finish your plan and submit it to your assessor."),
            "submitted": request.env._(
                "Your plan is with your assessor. You need not do anything."
            ),
            "reviewed": request.env._(
                "Your plan is with your assessor. You need not do anything."
            ),
        }
        if skp.state == "draft" and skp.return_note:
            return request.env._(
                "Your plan came back with a note. Change it and submit it again."
            )
        return steps.get(skp.state)

    def _step_of_evaluation(self, evaluations):
        by_state = evaluations.grouped("state")
        if drafts := by_state.get("draft"):
            return request.env._(
                "Report what you achieved in %(interval)s and submit it.",
                interval=drafts[-1].interval_id.display_name,
            )
        unread = by_state.get("delivered", evaluations[:0]).filtered(
            lambda evaluation: not evaluation.acknowledged_on
        )
        if unread:
            return request.env._(
                "Read your result for %(interval)s and confirm that you received it.",
                interval=unread[0].interval_id.display_name,
            )
        for state in ("submitted", "rated"):
            if state in by_state:
                return request.env._(
                    "Your assessor is working on %(interval)s. You need not do"
                    " anything.",
                    interval=by_state[state][0].interval_id.display_name,
                )
        return request.env._("Nothing is waiting for you. Go on with your plan.")
