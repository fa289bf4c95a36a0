# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta
from typing import NamedTuple

from odoo import api, models
from odoo.fields import Domain

from .asn_evaluation import DELIVERED_STATES

DOCUMENTS = ("asn.skp", "asn.evaluation")


class Question(NamedTuple):
    """Who, on which day of which agency, and about which document or person."""

    user: object
    day: object
    today: object
    agency: object
    document: object = None
    employee_id: int = 0

    @property
    def is_narrow(self):
        return bool(self.document or self.employee_id)


class Count(NamedTuple):
    """How many plans and evaluations a right reaches."""

    plans: int = 0
    evaluations: int = 0

    def __add__(self, other):
        return Count(self.plans + other.plans, self.evaluations + other.evaluations)


class Reason(NamedTuple):
    """Why somebody may do something: by what, and what it lets them do."""

    kind: str
    title: str
    why: str
    powers: str
    count: Count | None = None


class AsnAccessCount(models.AbstractModel):
    """Counts the documents that a right reaches on a day; it never shows them."""

    _name = "asn.access.count"
    _description = "Documents Within Reach"

    @api.model
    def _count_by(self, question, name, values, delivered_only=False):
        """Return {id: Count} of the documents whose column is one of the values."""
        plans, evaluations = (
            self._group_by(question, model, name, values, delivered_only)
            for model in DOCUMENTS
        )
        return {
            key: Count(plans.get(key, 0), evaluations.get(key, 0))
            for key in plans.keys() | evaluations.keys()
        }

    @api.model
    def _group_by(self, question, model, name, values, delivered_only):
        domain = Domain(name, "in", values.ids) & self._get_reach(question, model)
        if delivered_only and model == "asn.evaluation":
            domain &= self._get_delivered(question)
        # sudo: asn.skp, asn.evaluation - numbers only, for who was checked before
        groups = self.env[model].sudo()._read_group(domain, [name], ["__count"])
        return {record.id: count for record, count in groups}

    @api.model
    def _get_reach(self, question, model):
        """Return the documents that exist on the day and are asked about."""
        domain = Domain("company_id", "=", question.agency.id)
        if question.day < question.today:
            domain &= Domain("create_date", "<", self._get_end_of(question))
        if question.employee_id:
            domain &= Domain("employee_id", "=", question.employee_id)
        if question.document:
            is_it = question.document._name == model
            domain &= Domain("id", "=", question.document.id) if is_it else Domain.FALSE
        return domain

    @api.model
    def _get_delivered(self, question):
        if question.day < question.today:
            return Domain("delivered_on", "<=", question.day)
        return Domain("state", "in", DELIVERED_STATES)

    @api.model
    def _get_end_of(self, question):
        """Return the moment at which the day is over, in UTC."""
        rows = self.env["asn.membership.mixin"]
        return rows._get_midnight(question.agency, question.day + timedelta(days=1))
