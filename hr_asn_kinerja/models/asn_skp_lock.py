# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError


class AsnSkp(models.Model):
    """The plans of a closed year stay as they are."""

    _inherit = "asn.skp"

    def write(self, vals):
        if self._open_fields & vals.keys():
            self._check_year_open()
        return super().write(vals)

    def _check_year_open(self):
        """Refuse to change what belongs to a year that is closed."""
        # sudo: asn.period - only the state is looked at
        if not self.env.su and "closed" in self.sudo().period_id.mapped("state"):
            raise UserError(
                self.env._("The period is closed, so nothing in it changes any more.")
            )

    def _open_closing_evaluation(self, day):
        """A plan that ends in a locked interval could not be evaluated any more."""
        interval = self._get_closing_interval(day)
        # sudo: asn.evaluation - asks whether there is one
        if interval not in self.sudo().evaluation_ids.interval_id:
            interval._check_unlocked()
        return super()._open_closing_evaluation(day)

    def _get_open_evaluations_sudo(self):
        """In a locked interval the assessor stays, too."""
        return (
            super()
            ._get_open_evaluations_sudo()
            .filtered(lambda line: not line.is_locked)
        )
