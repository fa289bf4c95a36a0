# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a database holds, told by PostgreSQL: its shape and a digest of every row."""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field

import psycopg2
from psycopg2 import sql

COLUMNS = """
    SELECT c.table_name, c.column_name,
           concat_ws(' ', c.data_type, c.character_maximum_length,
                     c.is_nullable, c.column_default)
      FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
"""
# what else the shape of a database is made of: a name and its definition
SHAPES = {
    "index": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "constraint": """
        SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    """,
    # hr_skills writes the day of its loading into a view, by the clock of whoever loads
    # it: after midnight in Jakarta that is another day than in UTC
    "view": r"""
        SELECT viewname,
               regexp_replace(definition, '\d{4}-\d{2}-\d{2}', 'day', 'g')
          FROM pg_views WHERE schemaname = 'public'
    """,
    "trigger": """
        SELECT tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
          FROM pg_trigger WHERE NOT tgisinternal
    """,
    "function": """
        SELECT oid::regprocedure::text, prosrc
          FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    """,
    "sequence": "SELECT sequencename, '' FROM pg_sequences WHERE schemaname = 'public'",
    "rule": "SELECT tablename || '.' || rulename, definition FROM pg_rules"
    " WHERE schemaname = 'public'",
}


@dataclass
class Fingerprint:
    """The shape of a database and, for each table, how often each row is there."""

    columns: dict = field(default_factory=dict)
    shapes: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)


def take(dsn, only=None):
    """Read a database.

    :param only: the columns of an earlier fingerprint; later ones are then left out
    """
    print_ = Fingerprint()
    with closing(psycopg2.connect(dsn)) as connection, connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        for table, column, text in cursor.fetchall():
            print_.columns.setdefault(table, {})[column] = text
        for kind, query in SHAPES.items():
            cursor.execute(query)
            print_.shapes[kind] = dict(cursor.fetchall())
        for table, names in (only or print_.columns).items():
            present = sorted(set(names) & set(print_.columns.get(table, ())))
            if present:
                print_.rows[table] = read_rows(cursor, table, present)
    return print_


def read_rows(cursor, table, names):
    """Return {the row as text: how often}; the order of columns and rows is ours."""
    query = sql.SQL("SELECT jsonb_strip_nulls(to_jsonb(r))::text FROM {} r").format(
        sql.SQL("(SELECT {} FROM {})").format(
            sql.SQL(", ").join(map(sql.Identifier, names)), sql.Identifier(table)
        )
    )
    cursor.execute(query)
    return Counter(row[0] for row in cursor.fetchall())


def lost(before, after):
    """Return {table: rows that are no longer there, or no longer the same}."""
    return {
        table: sorted(rest.elements())
        for table, rows in before.rows.items()
        if (rest := rows - after.rows.get(table, Counter()))
    }


def added(before, after):
    """Return {table: rows that were not there}; new tables do not count."""
    known = {table: after.rows.get(table, Counter()) for table in before.rows}
    return lost(Fingerprint(rows=known), before)
