# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import AccessError, LockError, UserError

from ..kinerja_rules import chain
from ..tools.typed import as_id, storable
from .asn_workflow_mixin import MANAGER_GROUP

STEPS = {
    "draft": ("open",),
    "open": ("take_in", "change", "release", "close"),
    "closed": (),
}


class AsnCalibration(models.Model):
    """The steps of a session: opened, evaluations taken in, released, closed."""

    _inherit = "asn.calibration"

    def _get_allowed_verbs(self):
        """Return the verbs that the user may use now, in the order of STEPS."""
        self.ensure_one()
        may = {
            "open": self._is_preparer(),
            "take_in": self._is_preparer() or self._is_sitting(),
            "change": self._is_sitting(),
            "release": self._is_responsible(),
            "close": self._is_responsible() and not self._is_own_matter(),
        }
        return [verb for verb in STEPS[self.state or "draft"] if may[verb]]

    def _is_preparer(self):
        return self.env.user.has_group(MANAGER_GROUP) or self._is_responsible()

    def _is_sitting(self):
        """Return whether the user is a member whose appointment holds today."""
        # sudo: asn.calibration.member - whether the user is one of them
        mine = self.sudo().member_ids.filtered(
            lambda member: member.user_id == self.env.user
        )
        return any(member._is_running() for member in mine)

    def _is_responsible(self):
        """Return whether the user closes the session; else nobody could: the manager.

        An official without login who has a deputy is replaced by the deputy.
        """
        officials = self.env["asn.delegation"]._get_running(self.env.user).official_id
        # sudo: asn.calibration - who the official is
        session = self.sudo()
        if session.official_user_id:
            is_official = session.official_user_id == self.env.user
            return is_official or session.official_id in officials
        is_manager = self.env.user.has_group(MANAGER_GROUP)
        return session.official_id in officials or is_manager

    def _is_own_matter(self):
        """Return whether an evaluation of the user is in the session."""
        # sudo: asn.evaluation - whether it is there, nothing of what stands in it
        own = [("employee_user_id", "=", self.env.uid)]
        unit = [("department_id", "child_of", self.sudo().department_id.id)]
        here = [("interval_id", "=", self.interval_id.id)]
        evaluations_sudo = self.env["asn.evaluation"].sudo()
        return bool(evaluations_sudo.search_count([*own, *unit, *here], limit=1))

    def _may_minute(self):
        return self.state == "open" and (self._is_sitting() or self._is_responsible())

    def _may_read_minutes(self):
        """Members while the session is open; the official and the auditor later too."""
        if self.env.user.has_group("hr_asn_kinerja.group_asn_kinerja_auditor"):
            return True
        return self._is_responsible() or (self.state == "open" and self._is_sitting())

    def _begin(self, verb):
        """Lock the session and make sure that the user may take this step now.

        :raises AccessError: the user never may
        :raises UserError: not in this state, or the interval no longer changes
        """
        if len(self) != 1:
            raise UserError(
                self.env._("This step is taken for one session at a time. Open it.")
            )
        self.check_access("read")
        try:
            # sudo: asn.calibration - the lock needs no right of its own
            self.sudo().lock_for_update(allow_referencing=True)
        except LockError as error:
            raise UserError(str(error)) from error
        self.invalidate_recordset(["state"])
        if verb not in STEPS[self.state]:
            raise UserError(
                self.env._("This step is not possible in the present state. Reload.")
            )
        self.interval_id._check_unlocked()
        if verb == "close" and self._is_responsible() and self._is_own_matter():
            raise UserError(
                self.env._(
                    "Your own evaluation is part of this session, so somebody else "
                    "closes it: name another responsible official, or a deputy."
                )
            )
        if verb not in self._get_allowed_verbs():
            raise AccessError(
                self.env._("You are not the person who takes this step here.")
            )

    def _record(self, kind, **values):
        """Append what the current user did."""
        # sudo: asn.calibration.change - nobody may write here, only the flow adds
        return (
            self.env["asn.calibration.change"]
            .sudo()
            .create(
                {
                    "calibration_id": self.id,
                    "kind": kind,
                    "user_id": self.env.uid,
                    "happened_at": fields.Datetime.now(),
                    **values,
                }
            )
        )

    def _require_reason(self, reason):
        reason = storable(reason).strip() if isinstance(reason, str) else ""
        if not reason:
            raise UserError(
                self.env._("Please write the reason; it is kept with the session.")
            )
        return reason

    def action_open(self):
        """Let the members read the worksheets of the unit."""
        self._begin("open")
        # sudo: asn.calibration - state and dates only change through the steps
        session = self.sudo()
        if not session.member_ids:
            raise UserError(
                self.env._("Appoint at least one member before the session opens.")
            )
        session.write({"state": "open", "opened_at": fields.Datetime.now()})
        self._seat()
        self._record("open")

    def action_take_in(self):
        """Take in the evaluations that were opened later, and people who moved."""
        self._begin("take_in")
        # sudo: asn.calibration.seat - how many there are before and after
        before = len(self.sudo().seat_ids.evaluation_id)
        self._seat()
        self._record("take_in")
        added = len(self.sudo().seat_ids.evaluation_id) - before
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Evaluations that are new in the session: %(number)s.",
                    number=max(added, 0),
                ),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    def action_release(self, evaluation_id, reason=None):
        """Let one evaluation be delivered before the session closes."""
        self._begin("release")
        reason = self._require_reason(reason)
        # sudo: asn.evaluation - whether it is one of the session
        evaluation = self.env["asn.evaluation"].sudo().browse(as_id(evaluation_id))
        domain = self._get_scope_domain()
        if not evaluation.search_count([("id", "=", evaluation.id), *domain]):
            raise UserError(self.env._("This evaluation is not part of the session."))
        if evaluation.employee_user_id == self.env.user:
            raise AccessError(self.env._("Nobody decides on their own evaluation."))
        self._record("release", evaluation_id=evaluation.id, reason=reason)

    def action_close(self):
        """End the session; the members lose sight of the worksheets at once."""
        self._begin("close")
        # sudo: asn.calibration - the minutes are read by whoever closes
        session = self.sudo()
        minutes = (session.minutes_kept or "").strip()
        if not minutes:
            raise UserError(
                self.env._("Write the minutes first: what was discussed and decided.")
            )
        session.write(
            {
                "state": "closed",
                "closed_at": fields.Datetime.now(),
                "closed_by_id": self.env.uid,
            }
        )
        self._record("close", digest=chain.digest("", minutes))
