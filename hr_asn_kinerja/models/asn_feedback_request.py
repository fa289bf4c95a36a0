# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .asn_notice import Letter


class AsnFeedbackRequest(models.Model):
    """An employee asks a colleague for feedback about the own work."""

    _name = "asn.feedback.request"
    _description = "Request for Feedback"
    _inherit = "asn.guard.mixin"
    _order = "state desc, date desc, id desc"
    _rec_name = "employee_name"
    _open_fields_on_create = frozenset({"asked_id", "question"})

    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    employee_user_id = fields.Many2one(
        "res.users", string="Employee's User", required=True, index=True, readonly=True
    )
    employee_name = fields.Char(string="Asked By", readonly=True)
    asked_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, ondelete="cascade", string="Asked"
    )
    asked_user_id = fields.Many2one(
        "res.users", string="Asked User", required=True, index=True, readonly=True
    )
    asked_name = fields.Char(string="Asked Person", readonly=True)
    question = fields.Text(
        readonly=True, help="What you would like to know about your work."
    )
    date = fields.Date(required=True, readonly=True)
    state = fields.Selection(
        [
            ("open", "Waiting for an Answer"),
            ("done", "Answered"),
            ("declined", "Declined"),
        ],
        required=True,
        default="open",
        readonly=True,
        index=True,
    )
    is_asked = fields.Boolean(compute="_compute_is_asked")

    _once = models.UniqueIndex(
        "(employee_id, asked_id) WHERE state = 'open'",
        "You have already asked this person. Wait for the answer.",
    )

    @api.depends("asked_user_id", "state")
    @api.depends_context("uid")
    def _compute_is_asked(self):
        for request in self:
            request.is_asked = (
                request.asked_user_id == self.env.user and request.state == "open"
            )

    @api.model_create_multi
    def create(self, vals_list):
        """Ask colleagues; they are told."""
        if self.env.su:
            return super().create(vals_list)
        self.browse().check_access("create")
        for vals in vals_list:
            self._check_open_fields(vals, self._open_fields_on_create)
        complete = self._prepare_asked(vals_list)
        # sudo: asn.feedback.request - the people are columns that nobody may write
        requests_sudo = super(AsnFeedbackRequest, self.sudo()).create(complete)
        requests = self.browse(requests_sudo.ids)
        requests._tell()
        return requests

    @api.model
    def _prepare_asked(self, vals_list):
        feedbacks = self.env["asn.feedback"]
        own_sudo = feedbacks._get_own_employees()
        ids = [feedbacks._read_id(vals.get("asked_id")) for vals in vals_list]
        people = feedbacks._find_people(ids)
        own_of = {person.company_id: person for person in own_sudo}
        self._check_may_ask(people.values(), own_of)
        today = self.env["asn.period"]._today()
        return [
            {
                "employee_id": own_of[people[number].company_id].id,
                "company_id": people[number].company_id.id,
                "employee_user_id": self.env.uid,
                "employee_name": own_of[people[number].company_id].name,
                "asked_id": number,
                "asked_user_id": people[number].user_id.id,
                "asked_name": people[number].name,
                "question": vals.get("question"),
                "date": today,
                "state": "open",
            }
            for number, vals in zip(ids, vals_list, strict=True)
        ]

    @api.model
    def _check_may_ask(self, people_sudo, own_of):
        if any(person.company_id not in own_of for person in people_sudo):
            raise UserError(
                self.env._(
                    "Your login is not linked to an employee of this agency. Ask the "
                    "personnel office to link it."
                )
            )
        without = [person.name for person in people_sudo if not person.user_id]
        if without:
            raise UserError(
                self.env._(
                    "%(names)s cannot log in, so nobody would answer. Ask somebody "
                    "else.",
                    names=", ".join(without),
                )
            )

    def action_give(self):
        """Open the dialog to answer."""
        self.ensure_one()
        self.check_access("read")
        return self.env["asn.feedback"]._get_give_action(self.employee_id, self)

    def action_decline(self):
        """Say that one has nothing to say."""
        self.check_access("read")
        if any(request.asked_user_id != self.env.user for request in self):
            raise AccessError(self.env._("Only the person who was asked answers."))
        if any(request.state != "open" for request in self):
            raise UserError(self.env._("This request has been answered already."))
        # sudo: asn.feedback.request - the state only moves through the actions
        self.sudo().state = "declined"

    @api.model
    def _close_for(self, feedbacks_sudo):
        """Note that requests are answered by feedback that was just given."""
        # sudo: asn.feedback.request - those that were put to the giver
        open_sudo = self.sudo().search(
            [
                ("asked_user_id", "=", self.env.uid),
                ("employee_id", "in", feedbacks_sudo.employee_id.ids),
                ("state", "=", "open"),
            ]
        )
        open_sudo.state = "done"

    def _tell(self):
        notices = self.env["asn.notice"]
        users = self.sudo().asked_user_id.sudo(False)
        letters = []
        for lang, group in notices._group_by_language(users).items():
            env = self.with_context(lang=lang).env
            letters.append(
                Letter(
                    group,
                    env._("Somebody asks for your feedback"),
                    env._(
                        "%(name)s asks for your feedback. Answer in ASN Performance, "
                        "My Performance, Feedback Requests.",
                        name=self[:1].sudo().employee_name,
                    ),
                )
            )
        notices._send(letters)
