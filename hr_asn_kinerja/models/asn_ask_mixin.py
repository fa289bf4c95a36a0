# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


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
        users = user
        if official:
            deputies = self.env["asn.delegation"]._get_deputies(official)
            users |= deputies.get(official, user.browse())
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
        activities_sudo = self.env["mail.activity"].sudo()
        activities_sudo.with_context(asn_kinerja_asking=True).create(
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

    def message_subscribe(self, partner_ids=None, subtype_ids=None):
        """Odoo lets whoever has a to-do follow: here only employee and assessor do.

        Who acts for an official would still hear of the plan after the delegation.
        """
        documents = self
        if self.env.context.get("asn_kinerja_asking"):
            asked = set(partner_ids or ())
            documents = self.filtered(
                lambda line: asked.issubset(
                    (line.employee_user_id | line.assessor_user_id).partner_id.ids
                )
            )
        return super(AsnAskMixin, documents).message_subscribe(partner_ids, subtype_ids)

    def _get_ask_deadline(self):
        """Return until when the next person should act."""
        return self.env["asn.period"]._today()

    def _close_asks(self):
        # sudo: mail.activity - the to-do belongs to whoever has just acted
        self.sudo().activity_unlink(["mail.mail_activity_data_todo"])
