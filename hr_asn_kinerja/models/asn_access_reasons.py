# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from .asn_access_count import Count, Reason


class AsnAccessReasons(models.AbstractModel):
    """Tells why a person may see documents on a day: from relations and dated rows.

    It follows the record rules, and a test holds it against them. Another module adds
    a kind of right with a method in `_get_explainers`.
    """

    _name = "asn.access.reasons"
    _description = "Reasons for Access"
    _inherit = "asn.access.rows"

    @api.model
    def _get_explainers(self):
        """Return the methods that each return a list of reasons for a question."""
        return [
            self._explain_relations,
            self._explain_acting,
            self._explain_officer,
            self._explain_roles,
            self._explain_groups,
            self._explain_system,
        ]

    @api.model
    def _get_reasons(self, question):
        """Return the reasons that hold; with a document asked about, only those for it.

        A login that did not exist yet could see nothing.
        """
        if question.day < self._get_login_day(question):
            return []
        reasons = [
            reason for explain in self._get_explainers() for reason in explain(question)
        ]
        return [
            reason
            for reason in reasons
            if not question.is_narrow
            or reason.kind == "system"
            or (reason.count and any(reason.count))
        ]

    @api.model
    def _get_login_day(self, question):
        # sudo: res.users - only the day on which the login was made
        made = question.user.sudo().create_date
        return min(self._get_day(question, made), question.today)

    # --- DOCUMENTS THAT NAME THE PERSON ---

    @api.model
    def _explain_relations(self, question):
        """Own documents, and those that name the person as assessor or superior."""
        texts = {
            "employee": (
                self.env._("Own documents"),
                self.env._("The documents are about this person."),
                self.env._(
                    "Reads them, writes them while they are a draft, and reads ratings "
                    "after their delivery. Never reads the worksheet about themselves."
                ),
            ),
            "assessor": (
                self.env._("Assessor"),
                self.env._("The documents name this person as the assessor."),
                self.env._(
                    "Reads the plans and evaluations, decides on them and keeps the "
                    "worksheet until delivery."
                ),
            ),
            "superior": (
                self.env._("Superior of the assessor"),
                self.env._(
                    "The documents name this person as the superior of the assessor."
                ),
                self.env._(
                    "Reads the plans, evaluations and worksheets and decides on "
                    "objections."
                ),
            ),
        }
        counts = {
            kind: self._count_by(question, f"{kind}_user_id", question.user)
            for kind in texts
        }
        return [
            Reason(kind, *texts[kind], count[question.user.id])
            for kind, count in counts.items()
            if count
        ]

    # --- ROLES OF THE WHOLE AGENCY ---

    @api.model
    def _count_for_role(self, question, role):
        """Return what a role reaches; None when it shows no plan and no evaluation."""
        if role not in ("manager", "auditor"):
            return None
        counts = self._count_by(
            question, "company_id", question.agency, delivered_only=role == "manager"
        )
        return counts.get(question.agency.id, Count())

    @api.model
    def _explain_roles(self, question):
        rows_sudo = self._get_rows(question, "asn.role.assignment")
        return [
            self._make_role_reason(
                question, row.role, self._explain_dates(row), row.department_id
            )
            for row in rows_sudo
        ]

    @api.model
    def _make_role_reason(self, question, role, why, unit=None):
        assignments = self.env["asn.role.assignment"]
        title = dict(assignments._get_all_roles())[role]
        return Reason(
            role,
            f"{title}: {unit.display_name}" if unit else title,
            why,
            assignments._get_role_powers().get(role, ""),
            self._count_for_role(question, role),
        )

    @api.model
    def _explain_groups(self, question):
        """Groups that an administrator has set by hand: there is no date on them."""
        assignments = self.env["asn.role.assignment"]
        # sudo: rows of one person, for who was checked before
        rows_sudo = assignments.sudo().search([("user_id", "=", question.user.id)])
        # rows that put the person into the group now, or were in force on the day
        rows_sudo = rows_sudo.filtered(
            lambda row: row.company_id == question.agency and row._is_entitling()
        ) | self._get_rows(question, "asn.role.assignment")
        kept = set(rows_sudo.mapped("role"))
        why = self.env._(
            "Set by an administrator in the settings. Since when is not recorded."
        )
        return [
            self._make_role_reason(question, role, why)
            for role, xmlid in assignments._get_role_groups().items()
            if role not in kept and question.user.has_group(xmlid)
        ]

    @api.model
    def _explain_system(self, question):
        if not question.user._is_system_login():
            return []
        return [
            Reason(
                "system",
                self.env._("Administrator of the system"),
                self.env._(
                    "Set by an administrator in the settings. Since when is not "
                    "recorded."
                ),
                self.env._(
                    "Sees no document by this alone, but can give any right in the "
                    "settings."
                ),
            )
        ]
