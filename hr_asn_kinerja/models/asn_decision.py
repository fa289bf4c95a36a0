# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..kinerja_rules import chain, correction, workflow

VERBS = [
    ("submit", "Submitted"),
    ("review", "Reviewed"),
    ("return", "Returned"),
    ("agree", "Agreed"),
    ("revise", "Reopened for Revision"),
    ("restore", "Agreed Version Kept"),
    ("close", "Closed"),
    ("transfer", "Closed by a Transfer"),
    ("reopen", "Reopened"),
    ("cancel", "Cancelled"),
    ("rate", "Rated"),
    ("deliver", "Delivered"),
    ("acknowledge", "Acknowledged"),
    ("object", "Objected"),
    ("withdraw", "Objection Withdrawn"),
    ("explain", "Explained"),
    ("settle", "Settled"),
    ("appeal", "Appealed"),
    ("appoint", "Official Appointed"),
    ("decide", "Decided"),
    ("finalise", "Made Final"),
    ("allow_late", "Late Submission Allowed"),
    ("reassign", "Assessor Corrected"),
]


class AsnDecision(models.Model):
    """Who decided what, for whom, when, on which content. Append-only.

    A decision that freezes a document carries its snapshot and is a link of the
    employee's chain: `digest` covers the digest before it. Nobody writes here, not
    even the administrator; the flow adds.
    """

    _name = "asn.decision"
    _description = "Decision"
    _order = "decided_at desc, id desc"
    _rec_name = "verb"

    skp_id = fields.Many2one(
        "asn.skp",
        string="SKP",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    evaluation_id = fields.Many2one(
        "asn.evaluation", index=True, readonly=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    employee_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, ondelete="restrict"
    )
    verb = fields.Selection(VERBS, string="Decision", required=True, readonly=True)
    state_before = fields.Char(readonly=True)
    state_after = fields.Char(readonly=True)
    user_id = fields.Many2one(
        "res.users", string="Decided By", required=True, readonly=True
    )
    official_name = fields.Char(
        string="On Behalf Of", readonly=True, help="The official in whose place it was."
    )
    mandate_number = fields.Char(readonly=True)
    decided_at = fields.Datetime(required=True, readonly=True)
    note = fields.Text(readonly=True)
    sequence = fields.Integer(
        string="Link",
        readonly=True,
        help="Number in the employee's chain of snapshots.",
    )
    snapshot = fields.Text(readonly=True)
    digest = fields.Char(readonly=True)

    _sequence_once = models.UniqueIndex(
        "(employee_id, sequence) WHERE sequence IS NOT NULL",
        "This link of the chain already exists.",
    )

    @api.depends("verb", "skp_id", "evaluation_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["verb"]._description_selection(self.env))
        for decision in self:
            document = decision.evaluation_id or decision.skp_id
            # sudo: asn.skp - whoever reads the decision may know its document
            name = document.sudo().display_name
            decision.display_name = f"{labels.get(decision.verb, '')}: {name}"

    def read(self, fields=None, load="_classic_read"):
        rows = super().read(fields, load)
        if fields is None or "snapshot" in fields:
            self.env["asn.read.log"]._note(self.evaluation_id)
        return rows

    def export_data(self, fields_to_export):
        if "snapshot" in fields_to_export:
            self.env["asn.read.log"]._note(self.evaluation_id)
        return super().export_data(fields_to_export)

    @api.model
    def _record(self, document, verb, state_before, note=None, snapshot=None):
        """Append the decision of the current user on a document."""
        evaluation = document if document._name == "asn.evaluation" else None
        delegation = self._get_delegation(document, verb)
        values = {
            "skp_id": evaluation.skp_id.id if evaluation else document.id,
            "evaluation_id": evaluation.id if evaluation else False,
            "employee_id": document.employee_id.id,
            "verb": verb,
            "state_before": state_before,
            "state_after": document.state,
            "user_id": self.env.uid,
            "official_name": delegation.official_id.name,
            "mandate_number": delegation.mandate_number,
            "decided_at": fields.Datetime.now(),
            "note": note,
        }
        if snapshot:
            values.update(self._prepare_link(document.employee_id, snapshot))
        # sudo: asn.decision - nobody may write here, only the flow adds
        return self.sudo().create(values)

    @api.model
    def _get_delegation(self, document, verb):
        """Return, elevated, the delegation under which the user takes this step.

        Who holds the post themselves needs none for it, even if they act for others.
        """
        running = self.env["asn.delegation"]._get_running(self.env.user)
        if verb in correction.ACTS:
            return running[:0]
        # sudo: the flow asks who the officials are, also where the user may not read
        document_sudo = document.sudo()
        for role in workflow.roles_of(document._workflow_document, verb):
            if role not in ("assessor", "superior"):
                continue
            if document_sudo[f"{role}_user_id"] == self.env.user:
                return running[:0]
            official = document_sudo[f"{role}_id"]
            mandates = running & official.delegation_ids
            if mandates:
                return mandates[:1]
        return running[:0]

    @api.model
    def _prepare_link(self, employee, snapshot):
        """Return sequence, snapshot and digest of the employee's next link.

        The employee's row is locked, so that two links never take the same number.
        """
        # sudo: hr.employee - a lock on the row, nothing is read or shown
        employee.sudo().lock_for_update(allow_referencing=True)
        last_sudo = self.sudo().search(
            [("employee_id", "=", employee.id), ("sequence", "!=", 0)],
            order="sequence desc",
            limit=1,
        )
        return {
            "sequence": last_sudo.sequence + 1,
            "snapshot": snapshot,
            "digest": chain.digest(last_sudo.digest or "", snapshot),
        }

    @api.model
    def _find_broken(self, employee):
        """Return the first decision of the employee whose link does not hold.

        Reads the snapshots alone: columns that were changed later are another question.
        """
        # sudo: asn.decision - verification must see the whole chain
        links = self.sudo().search(
            [("employee_id", "=", employee.id), ("sequence", "!=", 0)],
            order="sequence",
        )
        broken = chain.first_broken(
            (link.sequence, link.snapshot or "", link.digest or "") for link in links
        )
        return links.filtered(lambda link: link.sequence == broken)[:1]

    @api.model
    def _find_lost(self, employee):
        """Return an evaluation whose digest stands in no link: the link was deleted."""
        # sudo: asn.decision, asn.evaluation - verification must see everything
        evaluations = (
            self.env["asn.evaluation"]
            .sudo()
            .search([("employee_id", "=", employee.id), ("digest", "!=", False)])
        )
        links = self.sudo().search(
            [("employee_id", "=", employee.id), ("sequence", "!=", 0)]
        )
        kept = set(links.mapped("digest"))
        return evaluations.filtered(lambda line: line.digest not in kept)[:1]

    def write(self, vals):
        # related columns follow their document when an official is corrected
        if vals.keys() - {"company_id"}:
            raise AccessError(self.env._("A decision is never changed afterwards."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise AccessError(self.env._("A decision is never deleted."))
