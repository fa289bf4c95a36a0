# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Copies of a row by the thousand, and how long a call takes among them."""

import statistics
import time

ROUNDS = 15


def columns(env, table, changed):
    """Give the columns of a table that a copy takes over unchanged."""
    env.cr.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_name = %s AND is_generated = 'NEVER'",
        [table],
    )
    return [f'"{name}"' for (name,) in env.cr.fetchall() if name not in changed]


def multiply(env, table, row, count, **changed):
    """Copy a row; `changed` are SQL expressions in n, which runs from 1 to count.

    The copies take the ids from base + 1 on, in the order of n.

    :return: the base
    """
    env.flush_all()
    env.cr.execute(f"SELECT max(id) FROM {table}")  # noqa: S608
    base = env.cr.fetchone()[0]
    changed = {"id": f"{base} + n", **changed}
    same = columns(env, table, changed)
    names = ", ".join([*same, *changed])
    values = ", ".join([*(f"t.{name}" for name in same), *changed.values()])
    env.cr.execute(
        f"INSERT INTO {table} ({names}) SELECT {values}"  # noqa: S608
        f" FROM {table} t, generate_series(1, {count}) n WHERE t.id = {row.id}"
    )
    env.cr.execute(
        f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))"  # noqa: S608
    )
    return base


def timed(env, call):
    """Call ROUNDS times and give the median in milliseconds, and what came back."""
    times = []
    for _round in range(ROUNDS):
        env.invalidate_all()
        start = time.perf_counter()
        result = call()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times), result
