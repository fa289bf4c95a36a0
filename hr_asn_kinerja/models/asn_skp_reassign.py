# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..tools.typed import as_id
from .asn_notice import Letter


class AsnSkp(models.Model):
    """A wrong assessor is put right by the officer, in one place."""

    _inherit = "asn.skp"

    assessor_corrected = fields.Boolean(
        readonly=True,
        copy=False,
        help="An officer has put the assessor right, so HR is not followed any more.",
    )

    def action_correct_assessor(self, assessor_id, reason, also_in_hr=False):
        """Give these plans and their open evaluations the right assessor.

        :param assessor_id: employee of the agency
        :param reason: kept with the decision
        :param also_in_hr: write the superior in HR too, so that the next plan is right
        """
        self._begin_act("reassign")
        reason = self[:1]._require_note(reason)
        # sudo: hr.employee - officers cannot read HR; the act was checked
        known = self.env["hr.employee"].sudo().browse(as_id(assessor_id)).exists()
        assessor_sudo = known.filtered_domain(
            [("company_id", "in", self.company_id.ids)]
        )
        self._check_assessor(assessor_sudo)
        evaluations_sudo = self._get_open_evaluations_sudo()
        self._empty_worksheets(evaluations_sudo, assessor_sudo)
        before = {skp: skp.assessor_name for skp in self}
        users = {skp: skp.sudo().assessor_user_id.sudo(False) for skp in self}
        # sudo: asn.skp, asn.evaluation - people are closed columns; the act was checked
        for values, dated_sudo in self.sudo()._group_assessor_values(assessor_sudo):
            dated_sudo.write({**values, "assessor_corrected": not also_in_hr})
            (evaluations_sudo & dated_sudo.evaluation_ids).write(values)
        # sudo: asn.skp - whoever assessed them before hears no more of them
        for user, skps in self.sudo().grouped(lambda skp: users[skp]).items():
            skps.message_unsubscribe(user.sudo().partner_id.ids)
        self.sudo()._forget_leader()
        self.sudo()._link_leader()
        if also_in_hr:
            # sudo: hr.employee - asked for in the same step; the act was checked
            self.sudo().employee_id.parent_id = assessor_sudo
        self._ask_next()
        for skp in self:
            skp._record_act(
                "reassign",
                f"{before[skp] or '-'} → {skp.assessor_name}: {reason}",
            )
        self._tell_reassigned(users)

    def _empty_worksheets(self, evaluations_sudo, assessor_sudo):
        """Let nobody inherit what somebody else noted on the private worksheet."""
        moved_sudo = evaluations_sudo.filtered(
            lambda line: line.assessor_id != assessor_sudo
        )
        # sudo: asn.assessment - emptied unread; the act was checked
        sheets_sudo = self.env["asn.assessment"].sudo()
        sheets_sudo = sheets_sudo.search([("evaluation_id", "in", moved_sudo.ids)])
        sheets_sudo._empty()

    def _check_assessor(self, assessor_sudo):
        """Refuse nobody, somebody of another agency, oneself and circles."""
        if not assessor_sudo or not assessor_sudo.active:
            raise UserError(self.env._("Choose the right assessor first."))
        if assessor_sudo.company_id != self.company_id:
            raise UserError(
                self.env._(
                    "These plans are of several agencies. Correct those of one agency "
                    "at a time."
                )
            )
        leaders = self._get_leaders()
        employees = set(self.sudo().employee_id.ids)
        walked, person = set(), assessor_sudo.id
        while person and person not in walked:
            if person in employees:
                raise UserError(self._explain_circle(assessor_sudo, person))
            walked.add(person)
            person = leaders.get(person)

    def _explain_circle(self, assessor_sudo, person):
        # sudo: asn.skp - the names of the people of these plans
        found = self.sudo().filtered(lambda skp: skp.employee_id.id == person)[:1]
        if person == assessor_sudo.id:
            return self.env._(
                "%(name)s cannot assess themselves. Choose somebody else, or leave "
                "their own plan out.",
                name=found.employee_name,
            )
        return self.env._(
            "%(assessor)s is led by %(name)s, so they cannot assess %(name)s. Choose "
            "somebody above.",
            assessor=assessor_sudo.name,
            name=found.employee_name,
        )

    def _get_leaders(self):
        """Return {employee: assessor} of the period; the superior where no plan is."""
        # sudo: hr.employee, asn.skp - only who leads whom
        people_sudo = self.env["hr.employee"].sudo()
        rows = people_sudo.search_fetch(
            [("company_id", "in", self.company_id.ids), ("parent_id", "!=", False)],
            ["parent_id"],
        )
        leaders = {row.id: row.parent_id.id for row in rows}
        plans_sudo = self.sudo().search_fetch(
            Domain("period_id", "in", self.period_id.ids)
            & Domain("state", "not in", ("cancelled", "closed"))
            & Domain("assessor_id", "!=", False),
            ["employee_id", "assessor_id"],
        )
        leaders.update({skp.employee_id.id: skp.assessor_id.id for skp in plans_sudo})
        return leaders

    def _get_open_evaluations_sudo(self):
        """Return the evaluations that nobody has rated yet; refuse rated ones."""
        # sudo: asn.evaluation - officers see them only after delivery
        evaluations_sudo = self.sudo().evaluation_ids
        rated = evaluations_sudo.filtered(lambda line: line.state == "rated")
        if rated:
            raise UserError(
                self.env._(
                    "%(name)s is being rated by %(assessor)s right now. Let them "
                    "deliver it first, then correct the assessor.",
                    name=rated[0].employee_name,
                    assessor=rated[0].assessor_name,
                )
            )
        return evaluations_sudo.filtered(
            lambda line: line.state in ("draft", "submitted")
        )

    def _group_assessor_values(self, assessor_sudo):
        """Return [(columns of assessor and superior, plans of the same day)]."""
        superior_sudo = assessor_sudo.parent_id
        groups = self.grouped(
            lambda skp: skp._get_version_date(skp.period_id, skp.date_from)
        )
        result = []
        for date, skps in groups.items():
            values = {"assessor_id": assessor_sudo.id, "superior_id": superior_sudo.id}
            for prefix, official in (
                ("assessor_", assessor_sudo),
                ("superior_", superior_sudo),
            ):
                columns = self._get_official_values(official, date)
                values.update({prefix + key: value for key, value in columns.items()})
            result.append((values, skps))
        return result

    def _take_assessor_from_hr(self):
        if self.assessor_corrected:
            return None
        return super()._take_assessor_from_hr()

    @api.model
    def _get_reassigned_letter(self, skps):
        return self.env._(
            "%(assessor)s now assesses: %(names)s.",
            assessor=skps[0].assessor_name,
            names=", ".join(skps.mapped("employee_name")),
        )

    def _tell_reassigned(self, users_before):
        """Tell employees, the assessor before and the new one, each once."""
        concerned = {}
        # sudo: asn.skp - names and users, to write to them
        for skp in self.sudo():
            for user in (
                users_before[skp.sudo(False)]
                | skp.employee_user_id
                | skp.assessor_user_id
            ):
                concerned[user] = concerned.get(user, skp.browse()) | skp
        letters = []
        # sudo: res.users - language and whether the login is open
        for user in self.env["res.users"].union(*concerned).sudo().filtered("active"):
            worker = self.with_context(lang=user.lang)
            skps = concerned[user.sudo(False)]
            letters.append(
                Letter(
                    user.sudo(False),
                    worker.env._("An assessor was corrected"),
                    worker._get_reassigned_letter(skps),
                )
            )
        self.env["asn.notice"]._send(letters)
