# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import contextlib

from odoo import api, fields, models, modules
from odoo.tools import SQL


class AsnReadLog(models.Model):
    """Who opened or exported the evaluation of somebody else, once an hour.

    Written in a transaction of its own: reading often runs on a cursor that cannot
    write, and a read that ends in an error was a read all the same.
    """

    _name = "asn.read.log"
    _description = "Reading of an Evaluation"
    _order = "hour desc, id desc"
    _rec_name = "user_id"

    user_id = fields.Many2one(
        "res.users", string="Read By", required=True, readonly=True, index=True
    )
    evaluation_id = fields.Many2one(
        "asn.evaluation",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, readonly=True, index=True
    )
    hour = fields.Datetime(required=True, readonly=True)

    _once = models.UniqueIndex(
        "(user_id, evaluation_id, hour)", "This reading is already noted."
    )

    @api.model
    def _note(self, evaluations):
        """Note that the user reads these evaluations, but for their own."""
        # sudo: asn.evaluation - who it is about and of which agency, nothing is shown
        foreign = evaluations.sudo().filtered(
            lambda line: line.employee_user_id != self.env.user
        )
        # a test shares one transaction, and Odoo lets no reader write in it
        in_read_only_test = modules.module.current_test and self.env.cr.readonly
        if self.env.su or not foreign or in_read_only_test:
            return
        hour = fields.Datetime.now().replace(minute=0, second=0, microsecond=0)
        rows = SQL(", ").join(
            SQL("(%s, %s, %s, %s)", self.env.uid, line.id, line.company_id.id, hour)
            for line in foreign
        )
        with self._get_cursor() as cr:
            cr.execute(
                SQL(
                    "INSERT INTO asn_read_log"
                    " (user_id, evaluation_id, company_id, hour)"
                    " VALUES %s ON CONFLICT DO NOTHING",
                    rows,
                )
            )

    @api.model
    def _get_cursor(self):
        """Return a cursor of its own; in a test the test's, which sees its rows."""
        if modules.module.current_test:
            return contextlib.nullcontext(self.env.cr)
        return self.env.registry.cursor()
