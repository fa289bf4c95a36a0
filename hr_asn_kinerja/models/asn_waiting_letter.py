# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import format_date

from .asn_notice import Letter

# so many names stand in a letter; the list itself holds all
NAMES = 10


class AsnWaitingLetter(models.AbstractModel):
    """The words of a reminder: one letter a person, whatever waits for them."""

    _name = "asn.waiting.letter"
    _description = "Letter About What Waits"

    @api.model
    def _send(self, by_user):
        """Send each user what waits for them.

        :param by_user: {user: [(row of asn.skp.waiting, kind of reminder)]}
        """
        letters = []
        users = self.env["res.users"].union(*by_user)
        # sudo: res.users - language and whether the login is open
        for user in users.sudo().filtered("active"):
            words = self.with_context(lang=user.lang)
            parts = words._get_parts(user, by_user[user.sudo(False)])
            subject = words.env._("Performance plans: what waits")
            letters.append(Letter(user.sudo(False), subject, " ".join(parts)))
        self.env["asn.notice"]._send(letters)
        self.env["asn.notice"]._mail(letters)

    @api.model
    def _get_parts(self, user, lines):
        """Return the sentences about the own plan, the team and what is late."""
        own, decide, review, escalated = [], [], [], []
        for line, kind in lines:
            if kind == "escalation":
                escalated.append(line)
            elif line.waiting_for == "employee":
                own.append(line)
            elif line.waiting_for == "officer":
                review.append(line)
            else:
                decide.append(line)
        parts = [self._get_own_sentence(line) for line in own]
        if decide:
            parts.append(
                self.env._(
                    "%(count)s plans wait for you to agree or to return: %(names)s.",
                    **self._count(decide),
                )
            )
        if review:
            parts.append(
                self.env._(
                    "%(count)s plans wait for your review: %(names)s.",
                    **self._count(review),
                )
            )
        if escalated:
            parts.append(
                self.env._(
                    "%(count)s plans below you are late: %(names)s.",
                    **self._count(escalated, is_told=True),
                )
            )
        return parts

    @api.model
    def _get_own_sentence(self, line):
        values = {
            "period": line.period_id.name,
            "day": line.due and format_date(self.env, line.due),
            "days": line.days_late,
        }
        if not line.due:
            return self.env._("Your plan for %(period)s is not submitted.", **values)
        if line.is_late:
            return self.env._(
                "Your plan for %(period)s is %(days)s days late; the last day was "
                "%(day)s.",
                **values,
            )
        return self.env._(
            "Your plan for %(period)s is not submitted yet; the last day is %(day)s.",
            **values,
        )

    @api.model
    def _count(self, lines, is_told=False):
        """Return the number of lines and the names, those late the longest first."""
        lines = sorted(lines, key=lambda line: (-line.days_late, line.name or ""))
        names = [
            self._name_line(line) if is_told else line.name or ""
            for line in lines[:NAMES]
        ]
        if len(lines) > NAMES:
            names.append(self.env._("and %(count)s more", count=len(lines) - NAMES))
        return {"count": len(lines), "names": ", ".join(names)}

    @api.model
    def _name_line(self, line):
        """Return who, since when late and who must act."""
        if line.waiting_for == "assessor":
            return self.env._(
                "%(name)s (%(days)s days, waits for %(assessor)s)",
                name=line.name,
                days=line.days_late,
                assessor=line.assessor_name or "",
            )
        return self.env._(
            "%(name)s (%(days)s days)", name=line.name, days=line.days_late
        )
