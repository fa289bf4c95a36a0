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

    @api.model
    def _insert_once(self, values, unique):
        """Insert one row unless its unique column is already there.

        :param values: {column: value}, complete and already checked
        :param unique: name of the column that makes a row the same row
        :return: (id of the row that is there now, whether it was inserted by this call)
        """
        insert = SQL(
            "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING RETURNING id",
            SQL.identifier(self._table),
            SQL(", ").join(map(SQL.identifier, values)),
            SQL(", ").join(SQL("%s", value) for value in values.values()),
        )
        there = SQL(
            "SELECT id FROM %s WHERE %s = %s",
            SQL.identifier(self._table),
            SQL.identifier(unique),
            values[unique],
        )
        while True:
            if row := self.env.execute_query(insert):
                return row[0][0], True
            if row := self.env.execute_query(there):
                return row[0][0], False
            # Neither: a random id met an existing one; draw again.
