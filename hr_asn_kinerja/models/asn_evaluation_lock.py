# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

from .asn_workflow_mixin import AFTER_DELIVERY

BEFORE_DELIVERY_STATES = ("draft", "submitted", "rated")


class AsnEvaluation(models.Model):
    """In a locked interval only what follows delivery goes on."""

    _inherit = "asn.evaluation"

    is_locked = fields.Boolean(
        string="Interval Locked",
        compute="_compute_is_locked",
        help="The interval is locked or the year is closed: nothing changes any more, "
        "except for what follows delivery.",
    )

    @api.depends("interval_id.state", "interval_id.period_id.state")
    def _compute_is_locked(self):
        for evaluation in self:
            evaluation.is_locked = evaluation.interval_id.is_locked

    def write(self, vals):
        if not self.env.su and self._open_fields & vals.keys():
            self.interval_id._check_unlocked()
        return super().write(vals)

    def _begin(self, verb):
        if verb not in AFTER_DELIVERY:
            self.interval_id._hold()
        return super()._begin(verb)

    def _check_period_open(self, verb):
        result = super()._check_period_open(verb)
        if not self.env.su and verb not in AFTER_DELIVERY:
            self.interval_id._check_unlocked()
        return result

    def _get_allowed_verbs(self, roles):
        verbs = super()._get_allowed_verbs(roles)
        if self._is_held_by_lock():
            return tuple(verb for verb in verbs if verb in AFTER_DELIVERY)
        return verbs

    def _is_held_by_lock(self):
        """Return whether nothing goes on before the delivery of this one."""
        return self.is_locked

    def _get_next_step(self, is_own):
        if self._is_held_by_lock() and self.state in BEFORE_DELIVERY_STATES:
            return self.env._(
                "The interval is locked, so nothing changes any more. Ask the agency "
                "manager if something is missing."
            )
        return super()._get_next_step(is_own)

    @api.model
    def _get_open_domain(self, interval):
        """Nothing is opened any more in an interval that is locked."""
        if interval.is_locked:
            return Domain.FALSE
        return super()._get_open_domain(interval)

    def _sync_realisations(self):
        """A version of the plan that comes later leaves a locked interval alone."""
        return super(
            AsnEvaluation, self.filtered(lambda line: not line.is_locked)
        )._sync_realisations()
