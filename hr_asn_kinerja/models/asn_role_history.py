# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_date

from .asn_notice import Letter


class AsnRoleHistory(models.Model):
    """Who gave or ended which right, when and by which letter. Append-only.

    It stays when the row itself goes, so that the auditor sees what was in force.
    """

    _name = "asn.role.history"
    _description = "History of Roles"
    _order = "moment desc, id desc"
    _rec_name = "person_id"

    moment = fields.Datetime(required=True, readonly=True)
    user_id = fields.Many2one(
        "res.users", string="Done By", required=True, readonly=True, ondelete="restrict"
    )
    event = fields.Selection(
        [
            ("appointed", "Appointed"),
            ("changed", "Changed"),
            ("ended", "Ended"),
            ("withdrawn", "Withdrawn"),
        ],
        string="What",
        required=True,
        readonly=True,
    )
    person_id = fields.Many2one(
        "res.users",
        string="Person",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    role = fields.Selection(
        selection=lambda self: self.env["asn.role.assignment"]._get_all_roles(),
        required=True,
        readonly=True,
    )
    subject = fields.Char(
        string="Unit or Official", readonly=True, help="Where, or for whom."
    )
    date_from = fields.Date(string="From", readonly=True)
    date_to = fields.Date(string="To", readonly=True)
    number = fields.Char(string="Decree Number", readonly=True)
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )

    @api.model
    def _add(self, rows, event):
        """Remember what happens to the rows, and tell the person where nobody does."""
        # sudo: asn.role.history - nobody may write here, only the rows add
        lines_sudo = self.sudo().create(
            [self._prepare_values(row, event) for row in rows.sudo()]
        )
        if not rows._tells_by_itself:
            lines_sudo._tell_person()

    @api.model
    def _prepare_values(self, row, event):
        return {
            "moment": fields.Datetime.now(),
            "user_id": self.env.uid,
            "event": event,
            "person_id": row[row._membership_user].id,
            "date_from": row.date_from,
            "date_to": row.date_to,
            "number": (event == "ended" and row.end_number) or row.mandate_number,
            "company_id": row.company_id.id,
            **row._get_history_values(),
        }

    def _tell_person(self):
        """Let people know what was given to them or taken from them."""
        letters = []
        for line in self:
            for lang, users in (
                self.env["asn.notice"]._group_by_language(line.person_id).items()
            ):
                translated = line.with_context(lang=lang)
                letters.append(
                    Letter(
                        users,
                        translated.env._("Your role in the agency"),
                        translated._get_sentence(),
                    )
                )
        self.env["asn.notice"]._send(letters)

    def _get_sentence(self):
        """Return what happened as a sentence: for the person and for the list."""
        self.ensure_one()
        end = self.date_to and format_date(self.env, self.date_to)
        return self.env._(
            "%(event)s: %(role)s (%(subject)s) from %(begin)s to %(end)s. Decree: "
            "%(number)s. Done by: %(user)s",
            event=self._get_label("event"),
            role=self._get_label("role"),
            subject=self.subject or self.company_id.name,
            begin=format_date(self.env, self.date_from),
            end=end or self.env._("further notice"),
            number=self.number or "-",
            user=self.user_id.name,
        )

    def _get_label(self, name):
        selection = self._fields[name]._description_selection(self.env)
        return dict(selection).get(self[name], self[name])

    def write(self, vals):
        if vals:
            raise AccessError(self.env._("The history of roles is never changed."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise AccessError(self.env._("The history of roles is never deleted."))
