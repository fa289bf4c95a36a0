# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import AccessError, UserError

from ..tools.typed import as_id
from .asn_evaluation import DELIVERED_STATES, RATINGS
from .asn_notice import Letter

KEYS = tuple(key for key, _label in RATINGS)


class AsnCalibration(models.Model):
    """A rating that the session changes, and who is told."""

    _inherit = "asn.calibration"

    def action_change(self, evaluation_id, result_rating, behaviour_rating, reason):
        """Change the proposed ratings of one evaluation, with the reason.

        :raises AccessError: no member with a seat for this evaluation
        :raises UserError: nothing changes, no reason, nothing proposed yet, delivered
        """
        self._begin("change")
        evaluation = self._require_seat(as_id(evaluation_id))
        reason = self._require_reason(reason)
        if result_rating not in KEYS or behaviour_rating not in KEYS:
            raise UserError(self.env._("Choose both ratings."))
        # sudo: asn.assessment - the member reads it by the seat, the flow writes it
        sheet_sudo = evaluation._get_assessment_sudo()
        sheet_sudo.lock_for_update(allow_referencing=True)
        before = sheet_sudo.result_rating, sheet_sudo.behaviour_rating
        if not all(before):
            raise UserError(
                self.env._("The assessor has not proposed both ratings yet.")
            )
        if before == (result_rating, behaviour_rating):
            raise UserError(self.env._("These are the ratings as they stand."))
        sheet_sudo.write(
            {"result_rating": result_rating, "behaviour_rating": behaviour_rating}
        )
        self._record(
            "change",
            evaluation_id=evaluation.id,
            result_before=before[0],
            result_after=result_rating,
            behaviour_before=before[1],
            behaviour_after=behaviour_rating,
            reason=reason,
        )
        self._tell_assessor(evaluation)

    def _require_seat(self, evaluation_id):
        """Return the evaluation, elevated, if the user sits for it in this session."""
        # sudo: asn.calibration.seat - whether the user has one here
        seat_sudo = (
            self.env["asn.calibration.seat"]
            .sudo()
            .search(
                [
                    ("calibration_id", "=", self.id),
                    ("user_id", "=", self.env.uid),
                    ("evaluation_id", "=", evaluation_id),
                ]
            )
        )
        if not seat_sudo:
            raise AccessError(
                self.env._(
                    "You do not decide on this evaluation in this session: it is not "
                    "part of it, or it concerns yourself or your own officials."
                )
            )
        evaluation_sudo = seat_sudo.evaluation_id
        if evaluation_sudo.state in DELIVERED_STATES:
            raise UserError(
                self.env._("The evaluation has been delivered and is frozen.")
            )
        return evaluation_sudo

    def _tell_assessor(self, evaluation):
        """Tell the assessor and whoever acts for them; the rating is not in it."""
        deputies = self.env["asn.delegation"]._get_deputies(evaluation.assessor_id)
        users = evaluation.assessor_user_id
        users |= deputies.get(evaluation.assessor_id, users.browse())
        users -= evaluation.employee_user_id
        notices = self.env["asn.notice"]
        letters = []
        for lang, group in notices._group_by_language(users).items():
            told = self.with_context(lang=lang)
            letters.append(
                Letter(
                    group,
                    told.env._("A calibration changed a rating that you proposed"),
                    told.env._(
                        "%(name)s: read the change and its reason under My Team, "
                        "Changes by Calibration. You may answer there.",
                        name=evaluation.employee_name or "",
                    ),
                )
            )
        notices._send(letters)
