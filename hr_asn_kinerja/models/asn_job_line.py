# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

from odoo import fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

_logger = logging.getLogger(__name__)


class AsnJobLine(models.Model):
    """One person or thing that a job works on, and what became of it."""

    _name = "asn.job.line"
    _description = "Line of Bulk Work"
    _order = "job_id, sequence, id"
    _rec_name = "label"

    job_id = fields.Many2one(
        "asn.job", required=True, index=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="job_id.company_id", store=True, index=True, string="Agency"
    )
    sequence = fields.Integer(string="Row", readonly=True)
    label = fields.Char(readonly=True)
    payload = fields.Json(readonly=True)
    state = fields.Selection(
        [("todo", "To Do"), ("done", "Done"), ("failed", "Failed")],
        required=True,
        default="todo",
        readonly=True,
    )
    reason = fields.Char(readonly=True, help="Why the line could not be done.")

    _open = models.Index("(job_id, sequence) WHERE state = 'todo'")

    def _explain(self, error):
        """Return a sentence for the reader; the kind of a surprise is logged."""
        self.ensure_one()
        if isinstance(error, UserError | ValidationError | AccessError):
            return str(error)
        # the label may be personal: the log names the line by its number only
        _logger.error(
            "Line %s of job %s failed: %s",
            self.id,
            self.job_id.id,
            type(error).__name__,
        )
        return self.env._(
            "Something unexpected went wrong (%(kind)s). Ask the administrator to look "
            "at the log.",
            kind=type(error).__name__,
        )
