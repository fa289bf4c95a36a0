# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools.misc import clean_context


class AsnEvaluation(models.Model):
    """What begins when an evaluation becomes final, and ends when it no longer is."""

    _inherit = "asn.evaluation"

    has_consequences = fields.Boolean(
        readonly=True,
        copy=False,
        help="Follow-up and credit were made from the final predicate.",
    )

    _without_consequences = models.Index(
        "(company_id, id) WHERE state = 'final' AND has_consequences IS NOT TRUE"
    )

    def _finish(self, verb, values=None, note=None, snapshot=None):
        was_final = self.state == "final"
        decision = super()._finish(verb, values, note=note, snapshot=snapshot)
        # sudo: asn.evaluation - the predicate is frozen, its consequences are the law's
        # pylint: disable-next=context-overridden
        clean = self.with_context(clean_context(self.env.context))
        evaluation_sudo = clean.sudo()
        if was_final and evaluation_sudo.state != "final":
            evaluation_sudo._undo_consequences()
        elif evaluation_sudo.state == "final" and not was_final:
            evaluation_sudo._make_consequences()
        return decision

    def _make_consequences(self):
        """Begin what follows from final predicates; called elevated, for any number."""
        self.env["asn.followup"]._make_for(self)
        self.write({"has_consequences": True})

    def _undo_consequences(self):
        """Take back what followed from a predicate that is no longer final."""
        # sudo: asn.followup - what nobody has written into goes, the rest stays
        followups_sudo = self.env["asn.followup"].sudo()
        followups_sudo.search(
            [("evaluation_id", "in", self.ids), ("state", "=", "draft")]
        ).unlink()
        self.write({"has_consequences": False})

    @api.model
    def _cron_consequences(self):
        """Make up for evaluations that became final before, in batches."""
        while made := self._make_missing_consequences():
            if not self.env["ir.cron"]._commit_progress(made):
                break

    @api.model
    def _make_missing_consequences(self, limit=200):
        """Make what is missing for at most so many evaluations; return how many."""
        # sudo: asn.evaluation - only final ones, of which nothing is shown
        evaluations_sudo = self.sudo().search(
            [("state", "=", "final"), ("has_consequences", "=", False)],
            order="id",
            limit=limit,
        )
        evaluations_sudo._make_consequences()
        return len(evaluations_sudo)
