# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .asn_evaluation import DELIVERED_STATES

SHOWN = 12


class AsnEvaluation(models.Model):
    """What stands beside a rating: how the same person was rated before."""

    # pylint: disable-next=consider-merging-classes-inherited
    _inherit = "asn.evaluation"

    def _find_earlier(self):
        """Return, elevated, the delivered earlier evaluations, the latest first.

        Only for the assessor, the superior and the auditor of this evaluation; the
        others get none. At most a year of months, whatever the length of the history.
        """
        self.ensure_one()
        roles = self._get_roles()[self.id]
        judges = roles & {"assessor", "superior", "auditor"}
        if not self.env.su and ("employee" in roles or not judges):
            return self.browse()
        # sudo: asn.evaluation - who judges sees what the person was told before
        return self.sudo().search(
            [
                ("employee_id", "=", self.employee_id.id),
                ("company_id", "=", self.company_id.id),
                ("state", "in", DELIVERED_STATES),
                ("id", "!=", self.id),
                ("interval_id.date_to", "<=", self.interval_id.date_to),
            ],
            limit=SHOWN,
        )
