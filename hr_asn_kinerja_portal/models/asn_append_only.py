# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

# 31 random bits out of a cryptographic generator of PostgreSQL.
RANDOM_ID = (
    "(('x' || left(replace(gen_random_uuid()::text, '-', ''), 8))::bit(32)::int"
    " & 2147483647)"
)


class AsnAppendOnly(models.AbstractModel):
    """Rows that are written once, in no order, by nobody in particular.

    Ids are random, so that they do not tell who came first. Nothing changes a row
    but a job of the system, which says so in its context.
    """

    _name = "asn.append.only"
    _description = "Append-Only Rows"
    _inherit = "asn.insert.once"

    def init(self):
        """Let the database draw the ids."""
        if not self._abstract:
            self.env.cr.execute(
                SQL(
                    "ALTER TABLE %s ALTER COLUMN id SET DEFAULT %s",
                    SQL.identifier(self._table),
                    SQL(RANDOM_ID),
                )
            )

    def write(self, vals):
        self._check_job()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_job(self):
        self._check_job()

    def _check_job(self):
        if not (self.env.su and self.env.context.get("asn_citizen_job")):
            raise AccessError(
                self.env._("Answers of citizens are kept as they were given.")
            )
