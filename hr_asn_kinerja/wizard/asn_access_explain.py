# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_date

from ..models.asn_access_count import DOCUMENTS, Question
from ..models.asn_membership_guard import YEARS
from ..models.asn_workflow_mixin import AUDITOR_GROUP, MANAGER_GROUP

TEMPLATE = "hr_asn_kinerja.asn_access_explain_answer"


class AsnAccessExplain(models.TransientModel):
    """Why can this person see that? Asked by agency managers and auditors alone."""

    _name = "asn.access.explain"
    _description = "Why Can This Person See That?"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    user_id = fields.Many2one(
        "res.users",
        string="Person",
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
        help="Whoever has no login sees nothing.",
    )
    day = fields.Date(
        required=True, default=lambda self: self.env["asn.period"]._today()
    )
    employee_id = fields.Many2one(
        "hr.employee.public",
        string="About Whom",
        domain="[('company_id', '=', company_id)]",
        help="Leave this empty to see all that the person may do.",
    )
    document = fields.Reference(
        selection="_selection_document",
        string="Which Document",
        help="Leave this empty to see all that the person may do.",
    )
    answer = fields.Html(compute="_compute_answer")

    @api.model
    def _selection_document(self):
        return [(model, self.env[model]._description) for model in DOCUMENTS]

    @api.depends("user_id", "day", "employee_id", "document")
    def _compute_answer(self):
        self._check_may_ask()
        for wizard in self:
            is_asked = wizard.user_id and wizard.day and wizard.day.year in YEARS
            wizard.answer = wizard._render_answer() if is_asked else False

    @api.model
    def _check_may_ask(self):
        user = self.env.user
        if not (user.has_group(MANAGER_GROUP) or user.has_group(AUDITOR_GROUP)):
            raise AccessError(
                self.env._("Only the agency manager and the auditor ask this.")
            )

    @api.model
    def default_get(self, fields_list):
        """Start with the person who was chosen in the list of employees."""
        values = super().default_get(fields_list)
        context = self.env.context
        if context.get("active_model") == "hr.employee" and context.get("active_id"):
            employee = self.env["hr.employee"].browse(context["active_id"])
            values["user_id"] = employee.user_id.id
        return values

    @api.model
    def _open(self, user):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Why can this person see that?"),
            "res_model": self._name,
            "view_mode": "form",
            "target": "new",
            "context": {"default_user_id": user.id},
        }

    def _get_question(self):
        """Return the question, once it is clear that it may be asked."""
        self._check_may_ask()
        agency = self.company_id
        # sudo: res.users - only the agencies of the person
        if agency not in self.env.companies or (
            agency not in self.user_id.sudo().company_ids
        ):
            raise AccessError(self.env._("This person belongs to another agency."))
        if self.document:
            self.document.check_access("read")
        return Question(
            self.user_id._origin,
            self.day,
            self.env["asn.period"].with_company(agency)._today(),
            agency,
            self.document or None,
            self.employee_id._origin.id or 0,
        )

    def _render_answer(self):
        question = self._get_question()
        reasons = self.env["asn.access.reasons"]._get_reasons(question)
        values = {
            "reasons": reasons,
            "describe": self._describe,
            "nothing": self.env._(
                "%(name)s can see nothing of this on %(day)s: no document names the "
                "person, and no role or delegation of that day reaches it.",
                name=question.user.name,
                day=format_date(self.env, question.day),
            ),
            "remarks": self._get_remarks(question),
            "changes": self._get_changes(question),
            "checked": self._check_with_rules(question),
        }
        return self.env["ir.qweb"]._render(TEMPLATE, values)

    def _describe(self, count):
        return self.env._(
            "%(plans)s plans and %(evaluations)s evaluations",
            plans=count.plans,
            evaluations=count.evaluations,
        )

    def _get_remarks(self, question):
        """Return what the answer cannot know, as sentences."""
        remarks = []
        # sudo: res.users - only whether the login is open
        if not question.user.sudo().active:
            remarks.append(
                self.env._("The login is closed now, so nobody can use these rights.")
            )
        if question.day < question.today:
            remarks += [
                self.env._(
                    "Documents count with the people they name today; who decided at "
                    "that time stands in their decisions."
                ),
                self.env._(
                    "Units count as the tree is today. Groups that an administrator "
                    "set in the settings and took away again leave no trace here."
                ),
            ]
        if question.day > question.today:
            remarks.append(
                self.env._(
                    "This is what is entered today. Documents, people and dates can "
                    "still change until then."
                )
            )
        return remarks

    def _get_changes(self, question):
        """Return what was given to or taken from the person on that very day."""
        begin = self.env["asn.membership.mixin"]._get_midnight(
            question.agency, question.day
        )
        lines = self.env["asn.role.history"].search(
            [
                ("person_id", "=", question.user.id),
                ("company_id", "=", question.agency.id),
                ("moment", ">=", begin),
                ("moment", "<", self.env["asn.access.count"]._get_end_of(question)),
            ]
        )
        return [line._get_sentence() for line in lines]

    def _check_with_rules(self, question):
        """Return what the rules of the system say right now; None for another day."""
        if not question.document or question.day != question.today:
            return None
        # sudo: res.users - the agencies in which the person would look
        companies = question.user.sudo().company_ids.ids
        seen = question.document.with_user(question.user).sudo(False)
        seen = seen.with_context(allowed_company_ids=companies)
        if seen.has_access("read"):
            return self.env._("The rules let this person open the document right now.")
        return self.env._(
            "The rules do not let this person open the document right now."
        )
