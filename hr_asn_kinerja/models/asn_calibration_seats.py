# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain

from .asn_evaluation import DELIVERED_STATES


class AsnCalibration(models.Model):
    """Who gets a seat for which evaluation."""

    _inherit = "asn.calibration"

    def _get_scope_domain(self):
        """Return the evaluations of the unit and of those below it, not delivered."""
        self.ensure_one()
        return (
            Domain("interval_id", "=", self.interval_id.id)
            & Domain("department_id", "child_of", self.department_id.id)
            & Domain("state", "not in", DELIVERED_STATES)
        )

    def _seat(self):
        """Let the seats of open sessions follow members, people and evaluations."""
        for session in self.filtered(lambda one: one.state == "open"):
            session._seat_one()

    def _seat_one(self):
        # sudo: asn.calibration and its parts - the flow decides who has a seat
        session = self.sudo()
        evaluations = session.env["asn.evaluation"].search(session._get_scope_domain())
        judges = session._get_judges(session.member_ids.user_id)
        wanted = {
            (member.id, evaluation.id): member
            for member in session.member_ids
            for evaluation in evaluations
            if evaluation.employee_user_id != member.user_id
            and evaluation.employee_id.id not in judges[member.user_id.id]
        }
        there = {
            (seat.member_id.id, seat.evaluation_id.id): seat
            for seat in session.seat_ids
        }
        gone = session.seat_ids.browse(
            seat.id
            for key, seat in there.items()
            if key not in wanted and seat.evaluation_id in evaluations
        )
        gone.unlink()
        session.seat_ids.create(
            [
                {
                    "calibration_id": session.id,
                    "member_id": member.id,
                    "user_id": member.user_id.id,
                    "evaluation_id": key[1],
                }
                for key, member in wanted.items()
                if key not in there
            ]
        )

    @api.model
    def _get_judges(self, users):
        """Return {user id: ids of the officials who judge this user}, elevated."""
        judges = {user.id: set() for user in users}
        own = [("employee_user_id", "in", users.ids)]
        periods = [("period_id", "in", self.interval_id.period_id.ids)]
        plans = self.env["asn.skp"].search([*own, *periods])
        evaluations = self.env["asn.evaluation"].search(
            [*own, ("interval_id.period_id", "in", self.interval_id.period_id.ids)]
        )
        for document in (*plans, *evaluations):
            officials = document.assessor_id | document.superior_id
            judges[document.employee_user_id.id].update(officials.ids)
        return judges
