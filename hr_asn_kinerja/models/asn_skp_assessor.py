# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from .asn_notice import Letter
from .asn_skp_part_mixin import UNTIL_AGREED

RUNNING = (*UNTIL_AGREED, "agreed")
WAITING = ("submitted", "reviewed")
KEEPERS = frozenset({"officer", "manager"})


class AsnSkp(models.Model):
    """A wrong assessor is mended in one place, also after the plan was submitted."""

    _inherit = "asn.skp"

    assessor_corrected = fields.Boolean(
        readonly=True,
        copy=False,
        help="The assessor was set by the performance officer, so the plan no longer "
        "follows the superior of the personnel records.",
    )
    may_correct_assessor = fields.Boolean(compute="_compute_may_correct_assessor")

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_may_correct_assessor(self):
        roles = self._get_roles()
        for skp in self:
            held = roles[skp.id]
            skp.may_correct_assessor = (
                skp.state in RUNNING and "employee" not in held and bool(held & KEEPERS)
            )

    def _take_assessor_from_hr(self):
        if not self.assessor_corrected:
            super()._take_assessor_from_hr()

    def _follows_superior(self):
        return self.assessor_corrected or super()._follows_superior()

    def action_correct_assessor(self, assessor_id, reason, also_hr=False):
        """Give these plans, and their open evaluations, another assessor.

        :param assessor_id: id of an employee of the same agency
        :param reason: why, told to everybody concerned
        :param also_hr: make the assessor the superior in the personnel records too
        :raises AccessError: the user keeps neither the unit nor the agency
        :raises UserError: a sentence that says what stands in the way
        """
        self.check_access("read")
        # sudo: asn.skp - rows only, so that nobody decides in the meantime
        self.sudo().lock_for_update(allow_referencing=True)
        if not all(self.mapped("may_correct_assessor")):
            raise AccessError(
                self.env._(
                    "Only the performance officer of the unit or the agency manager "
                    "corrects the assessor of a running plan, and never of their own."
                )
            )
        for skp in self[:1]:
            reason = skp._require_note(reason)
        # sudo: hr.employee - the plans take their people from HR
        assessor = self.env["hr.employee"].sudo().browse(assessor_id).exists()
        plans_sudo = self.sudo()
        plans_sudo._check_new_assessor(assessor)
        evaluations_sudo = plans_sudo._get_open_evaluations()
        old = {skp.id: skp.assessor_user_id.sudo(False) for skp in plans_sudo}
        plans_sudo._put_assessor(assessor, evaluations_sudo)
        if also_hr:
            plans_sudo.employee_id.write({"parent_id": assessor.id})
        self._tell_correction(assessor, old, reason)

    def _check_new_assessor(self, assessor):
        """Refuse people who cannot appraise these employees; called elevated."""
        agencies = self.company_id
        if not assessor or not assessor.active or assessor.company_id != agencies:
            raise UserError(
                self.env._("Choose an assessor from the employees of this agency.")
            )
        if assessor in self.employee_id:
            raise UserError(
                self.env._("Nobody can be their own assessor. Choose somebody else.")
            )
        theirs = self.search(
            Domain("employee_id", "=", assessor.id)
            & Domain("period_id", "in", self.period_id.ids)
            & Domain("state", "in", RUNNING)
        )
        if theirs.assessor_id & self.employee_id:
            raise UserError(
                self.env._(
                    "%(name)s is appraised by one of these people, so they cannot "
                    "appraise them in turn.",
                    name=assessor.name,
                )
            )
        if any(period.state != "open" for period in self.period_id):
            raise UserError(
                self.env._("The period is closed, so nothing in it changes any more.")
            )

    def _get_open_evaluations(self):
        """Return what is not delivered; refuse when somebody has rated already."""
        evaluations = self.evaluation_ids
        rated = evaluations.filtered(lambda line: line.state == "rated")
        if rated:
            raise UserError(
                self.env._(
                    "%(name)s has rated already: %(document)s. Let this evaluation be "
                    "delivered first.",
                    name=rated[0].assessor_name,
                    document=rated[0].display_name,
                )
            )
        return evaluations.filtered(lambda line: line.state in ("draft", "submitted"))

    def _put_assessor(self, assessor, evaluations):
        """Write the officials; a worksheet that the other began starts anew."""
        moved = self.filtered(lambda skp: skp.assessor_id != assessor)
        for date, plans in self.grouped(
            lambda skp: skp._get_version_date(skp.period_id, skp.date_from)
        ).items():
            values = self._get_assessor_values(assessor, date)
            plans.write({**values, "assessor_corrected": True})
            (evaluations & plans.evaluation_ids).write(values)
        sheets = self.env["asn.assessment"].search(
            [("evaluation_id", "in", (evaluations & moved.evaluation_ids).ids)]
        )
        sheets.write(dict.fromkeys(sheets._open_fields, False))
        moved._forget_leader()
        moved._link_leader()

    @api.model
    def _get_assessor_values(self, assessor, date):
        superior = assessor.parent_id
        values = {"assessor_id": assessor.id, "superior_id": superior.id}
        for prefix, official in (("assessor", assessor), ("superior", superior)):
            for suffix, value in self._get_official_values(official, date).items():
                values[f"{prefix}_{suffix}"] = value
        return values

    def _tell_correction(self, assessor, old, reason):
        """Keep who, why and from whom in the plans, and tell the people."""
        notices = self.env["asn.notice"]
        letters = []
        for skp in self:
            body = self.env._(
                "The assessor of %(employee)s is now %(assessor)s. Reason: %(reason)s",
                employee=skp.employee_name,
                assessor=assessor.name,
                reason=reason,
            )
            # sudo: mail.thread - whoever corrects need not be a follower
            skp.sudo().message_post(body=body, author_id=self.env.user.partner_id.id)
            users = skp.employee_user_id | old[skp.id] | assessor.user_id.sudo(False)
            letters.append(Letter(users, self.env._("Assessor Corrected"), body))
            if skp.state in WAITING:
                skp._ask(
                    skp.assessor_user_id, self.env._("Agree to or return this plan")
                )
        notices._send(letters)
