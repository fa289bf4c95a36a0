# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from typing import NamedTuple

from odoo import api, models
from odoo.exceptions import AccessError

from ..kinerja_rules import chain
from .asn_workflow_mixin import AUDITOR_GROUP, MANAGER_GROUP

#: People whose snapshots are read at once.
AT_ONCE = 100


class Fault(NamedTuple):
    """The first thing that does not hold in the chain of one person."""

    employee: object
    #: broken: the snapshots themselves; lost: a link is gone; different: the columns
    kind: str
    document: str
    sequence: int


class AsnDecision(models.Model):
    """Checks the chains of many people, and the columns against what was frozen."""

    _inherit = "asn.decision"

    @api.model
    def _find_faults(self, employees):
        """Return the first Fault of each person that has one, with few queries."""
        # sudo: asn.decision - verification must see the whole chain
        decisions_sudo = self.sudo()
        faults = []
        for at in range(0, len(employees), AT_ONCE):
            some = employees[at : at + AT_ONCE]
            links = decisions_sudo.search(
                [("employee_id", "in", some.ids), ("sequence", "!=", 0)],
                order="employee_id, sequence",
            )
            by_employee = links.grouped("employee_id")
            lost = self._find_lost_of(some, links)
            for employee in some.sudo():
                own = by_employee.get(employee, links.browse())
                fault = self._find_fault(employee, own, lost)
                faults += [fault] if fault else []
            links.invalidate_recordset(["snapshot"])
        return faults

    @api.model
    def _find_fault(self, employee, links, lost):
        number = chain.first_broken(
            (link.sequence, link.snapshot or "", link.digest or "") for link in links
        )
        if number is not None:
            broken = links.filtered(lambda link: link.sequence == number)[:1]
            return Fault(employee, "broken", broken.display_name or "", number)
        if employee.id in lost:
            return Fault(employee, "lost", lost[employee.id], 0)
        different = self.env["asn.snapshot"]._find_different(links)
        if different:
            return Fault(
                employee, "different", different.display_name, different.sequence
            )
        return None

    @api.model
    def _find_lost_of(self, employees, links):
        """Return {employee id: document} whose digest stands in no link."""
        kept = set(links.mapped("digest"))
        lost = {}
        for name in ("asn.evaluation", "asn.skp"):
            # sudo: verification must see everything
            documents = self.env[name].sudo()
            for document in documents.search(
                [("employee_id", "in", employees.ids), ("digest", "!=", False)]
            ):
                if document.digest not in kept:
                    lost[document.employee_id.id] = document.display_name
        return lost

    @api.model
    def _explain_fault(self, fault):
        """Return the sentence that names person, document and link."""
        name = fault.employee.name
        if fault.kind == "lost":
            return self.env._(
                "%(name)s: a frozen document is missing: %(document)s",
                name=name,
                document=fault.document,
            )
        if fault.kind == "different":
            return self.env._(
                "%(name)s: the chain holds, but %(document)s is shown differently from "
                "what was frozen (link %(number)s).",
                name=name,
                document=fault.document,
                number=fault.sequence,
            )
        return self.env._(
            "%(name)s: the chain breaks at link %(number)s, %(document)s",
            name=name,
            number=fault.sequence,
            document=fault.document,
        )

    def action_verify_chain(self):
        """Check everything of the employee and name the first that does not hold."""
        self.ensure_one()
        self.check_access("read")
        faults = self._find_faults(self.employee_id)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "danger" if faults else "success",
                "title": self.env._("Verification"),
                "message": self._explain_fault(faults[0])
                if faults
                else self.env._("All frozen documents of this employee hold."),
                "sticky": True,
            },
        }

    @api.model
    def action_verify_all(self):
        """Check the chains of all people of the agency, as bulk work."""
        user = self.env.user
        if not (user.has_group(MANAGER_GROUP) or user.has_group(AUDITOR_GROUP)):
            raise AccessError(
                self.env._("Chains are verified by agency managers and auditors.")
            )
        people = self._get_people_with_links(self.env.company)
        # sudo: hr.employee - the name of the person is the label of the line
        payloads = [
            (person.name, {"employee_id": person.id}) for person in people.sudo()
        ]
        name = self.env._("Verify all chains")
        return self.env["asn.job"]._start("chain_verify", name, payloads)._get_action()

    @api.model
    def _get_people_with_links(self, company):
        """Return everybody of an agency of whom a document was frozen."""
        # sudo: asn.decision - who has links, nothing of what stands in them
        rows = self.sudo()._read_group(
            [("company_id", "=", company.id), ("sequence", "!=", 0)], ["employee_id"]
        )
        return self.env["hr.employee"].union(*(employee for (employee,) in rows))

    @api.model
    def _verify(self):
        """Return (number of people, sentences) of all agencies, for the command."""
        companies = self.env["asn.period"].search([("state", "!=", "draft")]).company_id
        people = self.env["hr.employee"].union(
            *(self._get_people_with_links(company) for company in companies)
        )
        faults = self._find_faults(people)
        return len(people), [self._explain_fault(fault) for fault in faults]
