# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models, modules
from odoo.tools import SQL


class AsnReadLog(models.Model):
    _inherit = "asn.read.log"

    @api.model
    def _note_ids(self, evaluation_ids):
        """Note a reading of many evaluations with one statement, but for the own ones.

        For exports, which read no record: `_note` is for what has been read anyway.
        """
        in_read_only_test = modules.module.current_test and self.env.cr.readonly
        if self.env.su or not evaluation_ids or in_read_only_test:
            return
        hour = fields.Datetime.now().replace(minute=0, second=0, microsecond=0)
        with self._get_cursor() as cr:
            cr.execute(
                SQL(
                    """
                    INSERT INTO asn_read_log (user_id, evaluation_id, company_id, hour)
                         SELECT %(uid)s, e.id, e.company_id, %(hour)s
                           FROM asn_evaluation e
                          WHERE e.id IN %(ids)s
                            AND e.employee_user_id IS DISTINCT FROM %(uid)s
                    ON CONFLICT DO NOTHING
                    """,
                    uid=self.env.uid,
                    hour=hour,
                    ids=tuple(evaluation_ids),
                )
            )
