# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .asn_notice import Letter


class AsnFeedback(models.Model):
    """Telling people that there is feedback, without a word of what it says."""

    _inherit = "asn.feedback"

    def _after_giving(self):
        """What follows: the person is told, and who had asked has an answer."""
        # sudo: asn.feedback - whose requests are answered by it
        self.env["asn.feedback.request"]._close_for(self.sudo())
        notices = self.env["asn.notice"]
        # sudo: asn.feedback - only who is told
        users = self.sudo().employee_user_id.sudo(False)
        letters = []
        for lang, group in notices._group_by_language(users).items():
            env = self.with_context(lang=lang).env
            letters.append(
                Letter(
                    group,
                    env._("Feedback about your work"),
                    env._(
                        "A colleague gave feedback about your work. Read it in ASN "
                        "Performance, My Performance, Feedback About Me."
                    ),
                )
            )
        notices._send(letters)
