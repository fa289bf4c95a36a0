# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import SQL


class AsnInsertOnce(models.AbstractModel):
    """What citizens send: taken once however often it is sent, never in a log."""

    _name = "asn.insert.once"
    _description = "Rows That Are Inserted Once"

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
        cr = self.env.cr
        while True:
            # A failing query is logged with its values: the words of a citizen.
            cr.execute(insert, log_exceptions=False)
            if row := cr.fetchone():
                return row[0], True
            cr.execute(there)
            if row := cr.fetchone():
                return row[0], False
            # Neither: a random id met an existing one; draw again.
