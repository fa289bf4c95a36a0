# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from typing import NamedTuple

from markupsafe import Markup

from odoo import api, fields, models
from odoo.tools.mail import generate_tracking_message_id

NOTICE = "asn-notice"


class Letter(NamedTuple):
    """One notice in one language, and the users who get it."""

    users: object
    subject: str
    body: str


class AsnNotice(models.AbstractModel):
    """Notices in the inbox of many people at once.

    Many agencies have no mail, and a team may be large: so the notices stand in the
    inbox whatever a person prefers, with the same few queries for one and for hundreds.
    They belong to no document, so they open none.
    """

    _name = "asn.notice"
    _description = "Notice to Many People"

    @api.model
    def _send(self, letters):
        """Put each letter into the inbox of its users.

        :param letters: ``Letter`` records; a letter without readers is left out
        """
        letters = [letter for letter in letters if letter.users]
        author = self.env.user.partner_id
        # sudo: mail.message, mail.notification - sending is what this method is for
        messages_sudo = (
            self.env["mail.message"]
            .sudo()
            .create([self._prepare_message(letter, author) for letter in letters])
        )
        self.env["mail.notification"].sudo().create(
            [
                {
                    "author_id": author.id,
                    "mail_message_id": message.id,
                    "res_partner_id": user.partner_id.id,
                    "notification_type": "inbox",
                    "notification_status": "sent",
                }
                for message, letter in zip(messages_sudo, letters, strict=True)
                for user in letter.users.sudo()
            ]
        )
        for letter in letters:
            for user in letter.users:
                user._bus_send(
                    "simple_notification",
                    {"title": letter.subject, "message": letter.body, "type": "info"},
                )

    @api.model
    def _mail(self, letters):
        """Send the letters by mail too, to those who prefer mail, if it can be sent."""
        # sudo: ir.mail_server - asks whether the agency sends mail at all
        if not self.env["ir.mail_server"].sudo().search_count([], limit=1):
            return
        sender = self.env.company.email_formatted or self.env.user.email_formatted
        # sudo: mail.mail, res.users - sending is what this method is for
        self.env["mail.mail"].sudo().create(
            [
                {
                    "subject": letter.subject,
                    "body_html": Markup("<p>%s</p>") % letter.body,
                    "email_from": sender,
                    "email_to": user.email_formatted,
                    "auto_delete": True,
                }
                for letter in letters
                for user in letter.users.sudo()
                if user.notification_type == "email" and user.email
            ]
        )

    @api.model
    def _prepare_message(self, letter, author):
        return {
            "message_type": "user_notification",
            "subtype_id": self.env.ref("mail.mt_note").id,
            # by this the uninstallation finds them again
            "message_id": generate_tracking_message_id(NOTICE),
            "is_internal": True,
            "author_id": author.id,
            "email_from": author.email_formatted or False,
            "subject": letter.subject,
            "body": Markup("<p>%s</p>") % letter.body,
            "partner_ids": [fields.Command.set(letter.users.sudo().partner_id.ids)],
        }

    @api.model
    def _group_by_language(self, users):
        """Return {language: active users}, elevated only while their data is read."""
        # sudo: res.users - language and whether the login is open
        users_sudo = users.sudo().filtered("active")
        return {
            lang: group.sudo(False)
            for lang, group in users_sudo.grouped("lang").items()
        }
