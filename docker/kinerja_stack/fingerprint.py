# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a database holds, in figures that are equal only for equal contents."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from psycopg2 import sql

from . import database

#: The text of a row must not depend on who asks.
SAME = """
SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
SET extra_float_digits = 1; SET bytea_output = 'hex'
"""
TABLES = """
SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')
AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
#: Rows come in any order, so that their digests are summed; 128 bits of each count.
ROWS = """
SELECT count(*),
coalesce(sum(('x' || left(digest, 16))::bit(64)::bigint::numeric), 0),
coalesce(sum(('x' || right(digest, 16))::bit(64)::bigint::numeric), 0)
FROM (SELECT md5(kinerja_row::text) AS digest FROM {} AS kinerja_row) AS kinerja_rows
"""
SEQUENCES = """
SELECT sequencename, coalesce(last_value, 0) FROM pg_sequences
WHERE schemaname = 'public' ORDER BY sequencename
"""
#: pg_dump marks each of its runs with a word of its own.
PASSING = ("--", "\\restrict", "\\unrestrict")
#: An expression that was read anew is written with other brackets and casts.
READING = re.compile(r"::[a-z]+( varying| precision| with(out)? time zone)?|[()\[\]]")


def tables(cursor: Any) -> dict[str, str]:
    """Give {table: number of rows and digest of their contents}."""
    cursor.execute(SAME)
    cursor.execute(TABLES)
    found = {}
    for (table,) in cursor.fetchall():
        cursor.execute(sql.SQL(ROWS).format(sql.Identifier(table)))
        found[table] = ":".join(str(part) for part in cursor.fetchone())
    return found


def sequences(cursor: Any) -> dict[str, int]:
    """Give {sequence: last number}; they run on while a snapshot stands still."""
    cursor.execute(SEQUENCES)
    return dict(cursor.fetchall())


def schema(base: str, *words: str) -> str:
    """Give a digest of all that a database holds beside rows."""
    text = database.run(
        "pg_dump", "--schema-only", "--no-owner", "--no-privileges", *words, base
    )
    lines = [line for line in text.splitlines() if not line.startswith(PASSING)]
    same = READING.sub("", "\n".join(lines))
    return hashlib.sha256(same.encode()).hexdigest()


def rows(found: dict[str, str]) -> int:
    """Sum the rows of all tables."""
    return sum(int(one.split(":")[0]) for one in found.values())


def differences(expected: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Name what a restored database has otherwise than the backup noted."""
    told = []
    for table in sorted(expected["tables"] | found["tables"]):
        before, after = expected["tables"].get(table), found["tables"].get(table)
        if before != after:
            told.append(f"table {table}: {before} in the backup, {after} here")
    for name, value in expected["sequences"].items():
        after = found["sequences"].get(name)
        if after is None or after < value:
            told.append(f"sequence {name}: {value} in the backup, {after} here")
    if expected["schema"] != found["schema"]:
        told.append("the definitions of tables, views and indexes differ")
    return told
