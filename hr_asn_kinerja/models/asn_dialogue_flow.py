# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import AccessError, UserError

FOLLOW_UP = "hr_asn_kinerja.mail_activity_type_follow_up"
OTHER = {"employee": "assessor", "assessor": "employee"}


class AsnDialogue(models.Model):
    """Acknowledging minutes, and the reminder of what was agreed."""

    _inherit = "asn.dialogue"

    def action_acknowledge(self):
        """Confirm the minutes; when both have, they are closed for good."""
        sides = self._begin_step()
        if any(dialogue.state != "open" for dialogue in self):
            raise UserError(
                self.env._("Both sides have acknowledged these minutes already.")
            )
        now = fields.Datetime.now()
        # sudo: asn.dialogue - the acknowledgement is closed to everybody
        for side, dialogues in self.sudo().grouped(lambda line: sides[line.id]).items():
            values = {f"{side}_acknowledged_at": now}
            if side == "assessor":
                values["assessor_acknowledged_by"] = self.env.user.name
            dialogues.write(values)
        both = self.filtered(
            lambda line: line.employee_acknowledged_at and line.assessor_acknowledged_at
        )
        both.sudo().write({"state": "closed"})
        both._remind()
        self._tell(self.env._("%(name)s acknowledged the minutes of a dialogue."))

    def action_follow_up_done(self):
        """Note that what was agreed has been done."""
        self._begin_step()
        if not all(self.mapped("can_finish")):
            raise UserError(
                self.env._(
                    "There is no open follow-up here: both sides acknowledge the "
                    "minutes first, and it is done only once."
                )
            )
        # sudo: asn.dialogue, mail.activity - the reminder may be the other side's
        self_sudo = self.sudo()
        self_sudo.write({"follow_up_done_on": self.env["asn.period"]._today()})
        self_sudo.follow_up_activity_id.unlink()

    def _begin_step(self):
        """Lock the minutes and return {id: side of the user}."""
        self.check_access("read")
        # sudo: asn.dialogue - the lock needs no right
        self.sudo().lock_for_update()
        self.invalidate_recordset()
        sides = self._get_sides()
        if len(sides) < len(self):
            raise AccessError(
                self.env._("Only the employee and the assessor have a part in this.")
            )
        return sides

    def _ask_again(self):
        """Reset the acknowledgement of the other side after a change."""
        sides = self._get_sides()
        for side, dialogues in self.grouped(lambda line: sides.get(line.id)).items():
            if not side:
                continue
            column = f"{OTHER[side]}_acknowledged_at"
            outdated = dialogues.filtered(column)
            # sudo: asn.dialogue - the acknowledgement is closed to everybody
            outdated.sudo().write({column: False})
            outdated._tell(
                self.env._(
                    "%(name)s changed the minutes that you had acknowledged. Please "
                    "read them again."
                )
            )

    def _remind(self):
        """Set the reminder of each follow-up for whoever is responsible."""
        # sudo: mail.activity - the reminder may be the other side's
        for dialogue in self.sudo():
            follow_up = (dialogue.follow_up or "").strip()
            if not follow_up:
                continue
            skp = dialogue.skp_id
            user = skp[f"{dialogue.follow_up_by}_user_id"]
            if user:
                dialogue.follow_up_activity_id = skp.activity_schedule(
                    FOLLOW_UP,
                    date_deadline=dialogue.follow_up_date,
                    summary=follow_up.splitlines()[0][:120],
                    user_id=user.id,
                )

    def _tell(self, sentence):
        """Send a sentence about the minutes to the other side."""
        sides = self._get_sides()
        for dialogue in self:
            side = sides.get(dialogue.id)
            if side:
                # sudo: asn.skp - only who is told
                skp_sudo = dialogue.skp_id.sudo()
                skp_sudo._notify(
                    skp_sudo[f"{OTHER[side]}_user_id"],
                    sentence.replace("%(name)s", self.env.user.name),
                )
