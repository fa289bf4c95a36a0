# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from .asn_notice import Letter

# what people are told about; the rest is for the file
TOLD_FIELDS = frozenset(
    {"official_id", "deputy_user_id", "kind", "mandate_number", "date_from", "date_to"}
)


class AsnDelegation(models.Model):
    """Tells all concerned when a delegation is entered, begins, changes and ends.

    Concerned are the official, the deputy and the people whom the official assesses.
    Each is told in their language.
    """

    _inherit = "asn.delegation"
    _membership_closed = frozenset({"ended_at", "told"})
    _tells_by_itself = True

    told = fields.Selection(
        [("begun", "The Beginning"), ("ended", "The End")],
        readonly=True,
        copy=False,
        help="What the calendar has told the people concerned so far.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        running = lines.filtered(lambda line: line.state == "running")
        lines.filtered(lambda line: line.state == "coming")._tell("announce")
        running._tell("begin")
        lines._mark_told()
        return lines

    def write(self, vals):
        if not vals.keys() & TOLD_FIELDS:
            return super().write(vals)
        before = {line: line._get_told_values() for line in self}
        people = self._get_concerned()
        result = super().write(vals)
        changed = self.filtered(lambda line: line._get_told_values() != before[line])
        over = changed.filtered(lambda line: line.state == "ended")
        over.filtered(lambda line: line.told != "ended")._tell("end", people)
        (changed - over)._tell("change", people)
        changed._mark_told()
        return result

    def unlink(self):
        self.filtered(lambda line: line.told != "ended")._tell("withdraw")
        return super().unlink()

    def _get_told_values(self):
        return [self[name] for name in sorted(TOLD_FIELDS)]

    def _mark_told(self):
        """Keep what has been told, so that the calendar does not tell it again."""
        marks = {"coming": False, "running": "begun", "ended": "ended"}
        # sudo: asn.delegation - a mark of the system that nobody may set
        for state, lines_sudo in self.sudo().grouped("state").items():
            lines_sudo.told = marks[state]

    @api.model
    def _tell_by_calendar(self):
        """Tell of what has begun or ended since the last time, in each agency."""
        latest = fields.Date.add(self.env["asn.period"]._today(), days=1)
        open_lines = self.search(
            Domain("told", "!=", "ended")
            & (
                Domain("told", "=", False) & Domain("date_from", "<=", latest)
                | Domain("date_to", "<=", latest)
            )
        )
        ended = open_lines.filtered(lambda line: line.state == "ended")
        begun = open_lines.filtered(
            lambda line: line.state == "running" and not line.told
        )
        ended._tell("end")
        begun._tell("begin")
        (ended | begun)._mark_told()

    def _get_concerned(self):
        """Return {delegation: users} of official, deputy and the people assessed."""
        # sudo: hr.employee, asn.skp - only the users, to write to them
        officials_sudo = self.sudo().official_id
        team_sudo = officials_sudo.search([("parent_id", "in", officials_sudo.ids)])
        plans_sudo = (
            self.env["asn.skp"]
            .sudo()
            .search(
                Domain("assessor_id", "in", officials_sudo.ids)
                & Domain("state", "not in", ("closed", "cancelled"))
                & Domain("period_id.state", "=", "open")
            )
        )
        team = team_sudo.grouped("parent_id")
        plans = plans_sudo.grouped("assessor_id")
        concerned = {}
        for line in self.sudo():
            official = line.official_id
            users = official.user_id | line.deputy_user_id
            users |= team.get(official, team_sudo[:0]).user_id
            users |= plans.get(official, plans_sudo[:0]).employee_user_id
            concerned[line.id] = users.sudo(False)
        return concerned

    def _tell(self, event, others=None):
        """Write to everybody concerned, to each in their language.

        :param others: {id: users} who were concerned before a change
        """
        if not self:
            return
        letters = []
        nobody = self.env["res.users"]
        for key, users in self._get_concerned().items():
            users |= (others or {}).get(key, nobody)
            groups = self.env["asn.notice"]._group_by_language(users)
            for lang, readers in groups.items():
                # sudo: asn.delegation - the notice goes out whoever causes it
                line_sudo = self.browse(key).sudo().with_context(lang=lang)
                body = line_sudo._get_notice(event)
                letters.append(
                    Letter(readers, line_sudo._get_notice_subject(event), body)
                )
        self.env["asn.notice"]._send(letters)

    def _get_notice_subject(self, event):
        return {
            "announce": self.env._("A delegation will begin"),
            "begin": self.env._("A delegation has begun"),
            "change": self.env._("A delegation has changed"),
            "end": self.env._("A delegation has ended"),
            "withdraw": self.env._("A delegation was withdrawn"),
        }[event]

    def _get_notice(self, event):
        """Return the notice: who, for whom, from when to when, by which mandate."""
        kind = dict(self._fields["kind"]._description_selection(self.env))[self.kind]
        end = self.date_to and format_date(self.env, self.date_to)
        values = {
            "deputy": self.deputy_user_id.name,
            "official": self.official_id.name,
            "kind": kind,
            "number": self.mandate_number,
            "begin": format_date(self.env, self.date_from),
            "end": end or self.env._("further notice"),
        }
        if event == "end":
            return self.env._(
                "%(deputy)s no longer acts for %(official)s (%(kind)s, mandate "
                "%(number)s). What was decided until now stays valid.",
                **values,
            )
        if event == "withdraw":
            return self.env._(
                "%(deputy)s does not act for %(official)s: mandate %(number)s "
                "(%(kind)s) was withdrawn.",
                **values,
            )
        return self.env._(
            "%(deputy)s acts for %(official)s from %(begin)s to %(end)s (%(kind)s, "
            "mandate %(number)s). In this time %(deputy)s decides on the plans and "
            "evaluations that %(official)s would decide on.",
            **values,
        )
