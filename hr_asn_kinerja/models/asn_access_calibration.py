# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from .asn_access_count import Count, Reason
from .asn_evaluation import DELIVERED_STATES


class AsnAccessReasons(models.AbstractModel):
    """Members of an open session read its evaluations."""

    _inherit = "asn.access.reasons"

    @api.model
    def _get_explainers(self):
        return [*super()._get_explainers(), self._explain_calibration]

    @api.model
    def _explain_calibration(self, question):
        # sudo: asn.calibration.seat - rows of one person, for who was checked before
        seats_sudo = self.env["asn.calibration.seat"].sudo()
        seats_sudo = seats_sudo.search([("user_id", "=", question.user.id)])
        roles = self._get_rows(question, "asn.role.assignment")
        seats_sudo = seats_sudo.filtered(
            lambda seat: (
                seat.company_id == question.agency
                and seat.member_id.role_id in roles
                and self._was_open(question, seat.calibration_id)
                and self._is_asked(question, seat.evaluation_id)
            )
        )
        return [
            Reason(
                "calibration_seat",
                self.env._(
                    "Calibration: %(session)s",
                    session=session.display_name,
                ),
                self.env._("A member of this session while it was open."),
                self.env._(
                    "Reads the evaluations of the session with their worksheets until "
                    "it closes, without their own and those of their own officials."
                ),
                Count(evaluations=len(seats.evaluation_id)),
            )
            for session, seats in seats_sudo.grouped("calibration_id").items()
        ]

    @api.model
    def _was_open(self, question, session):
        """Return whether the session was open on the day."""
        if not session.opened_at or self._get_day(question, session.opened_at) > (
            question.day
        ):
            return False
        closed = session.closed_at and self._get_day(question, session.closed_at)
        if not closed:
            return session.state == "open"
        return question.day < question.today and closed >= question.day

    @api.model
    def _is_asked(self, question, evaluation):
        """Return whether the evaluation is asked about, and was not delivered then."""
        if evaluation.state in DELIVERED_STATES and (
            question.day >= question.today
            or not evaluation.delivered_on
            or evaluation.delivered_on < question.day
        ):
            return False
        if question.document:
            document = question.document
            return (document._name, document.id) == (evaluation._name, evaluation.id)
        return question.employee_id in (0, False, evaluation.employee_id.id)
