# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.fields import Domain


class AsnAskMixin(models.AbstractModel):
    """The to-dos of a document: one for each person who must act next, and no other.

    Where somebody acts for an official today, both are asked.
    """

    _name = "asn.ask.mixin"
    _description = "To-Dos of a Document"

    def _ask(self, user, summary, official=None):
        """Replace the open to-do of the document by one for the next person.

        :param official: in whose place others may act today; they are asked too
        """
        official = official or (
            self.assessor_id if user and user == self.assessor_user_id else None
        )
        users = user
        if official:
            # sudo: hr.employee - only who acts for the official
            users |= self._get_deputies().get(official.sudo(), user.browse())
        self._ask_each([(self, users, summary)])

    def _ask_each(self, todos):
        """Replace the open to-dos by one for each of the users.

        :param todos: (document, users, summary) of each document
        """
        self._close_asks()
        if self.env.context.get("mail_activity_automation_skip"):
            return
        kind = self.env.ref("mail.mail_activity_data_todo")
        # sudo: mail.activity - the next person's to-do is none of the sender's
        self.env["mail.activity"].sudo().create(
            [
                {
                    "activity_type_id": kind.id,
                    "automated": True,
                    "summary": summary,
                    "date_deadline": document._get_ask_deadline(),
                    "res_model_id": self.env["ir.model"]._get_id(self._name),
                    "res_id": document.id,
                    "user_id": user.id,
                }
                for document, users, summary in todos
                for user in users
            ]
        )

    def _get_ask_deadline(self):
        """Return until when the next person should act."""
        return self.env["asn.period"]._today()

    def _get_deputies(self):
        """Return {official: users who act for them today} of the assessors."""
        lines = self.env["asn.delegation"]
        # sudo: asn.delegation - who acts, to ask them
        lines_sudo = lines.sudo().search(
            lines._get_running_domain(self.env["asn.period"]._today())
            & Domain("official_id", "in", self.sudo().assessor_id.ids)
        )
        return {
            official: rows.deputy_user_id.sudo(False)
            for official, rows in lines_sudo.grouped("official_id").items()
        }

    def _close_asks(self):
        # sudo: mail.activity - the to-do belongs to whoever has just acted
        self.sudo().activity_unlink(["mail.mail_activity_data_todo"])
