# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Rows of our own models, written by the thousand with one statement.

What is written is what the ORM would have written: the same defaults, the same
conversion of each value, the same log columns. The caller answers for access and for
the constraints that Python checks.
"""

from odoo.tools import SQL
from odoo.tools.misc import clean_context, split_every

#: So many rows go into one INSERT.
ROWS = 500
AUTOMATIC = ("id", "create_uid", "create_date", "write_uid", "write_date")


def get_columns(model):
    """Return the fields with a column of their own that somebody has to fill."""
    return {
        name: field
        for name, field in model._fields.items()
        if field.store and field.column_type and name not in AUTOMATIC
    }


def get_defaults(model, known=()):
    """Return {name: default} of the other columns, whatever the caller's context."""
    clean = model.with_env(model.env(context=clean_context(model.env.context)))
    values = clean._add_missing_default_values(dict.fromkeys(known))
    columns = get_columns(model)
    return {
        name: value
        for name, value in values.items()
        if name in columns and name not in known
    }


def insert_rows(model, vals_list):
    """Insert complete values, all with the same keys, and return the records.

    Stored computed columns that are not given are computed as after `create`.
    """
    if not vals_list:
        return model.browse()
    model.env.flush_all()
    defaults = get_defaults(model, vals_list[0])
    names = [*vals_list[0], *defaults]
    ids = []
    for chunk in split_every(ROWS, vals_list, list):
        rows = [
            SQL("(%s, %s)", _convert(model, names, {**defaults, **vals}), _log(model))
            for vals in chunk
        ]
        model.env.cr.execute(
            SQL(
                "INSERT INTO %s (%s) VALUES %s RETURNING id",
                SQL.identifier(model._table),
                _join(SQL.identifier(name) for name in (*names, *AUTOMATIC[1:])),
                _join(rows),
            )
        )
        ids += [row[0] for row in model.env.cr.fetchall()]
    return announce(model.browse(ids), names)


def copy_rows(model, parent, triples, overrides):
    """Copy the rows below some parents to others, in the order of the old ones.

    :param parent: name of the field that is the parent
    :param triples: (old parent, new parent, new plan) as ids
    :param overrides: {column: SQL}, with `o` the old row and `m` the new parent
    """
    if not triples:
        return model.browse()
    model.env.flush_all()
    sources = _get_sources(model, parent, overrides)
    model.env.cr.execute(
        SQL(
            """
            INSERT INTO %(table)s (%(names)s, %(log_names)s)
                 SELECT %(sources)s, %(log)s
                   FROM %(table)s o
                   JOIN (VALUES %(triples)s) AS m (old_id, new_id, skp_id)
                     ON o.%(parent)s = m.old_id AND %(kept)s
               ORDER BY m.new_id, o.id
              RETURNING id
            """,
            table=SQL.identifier(model._table),
            names=_join(map(SQL.identifier, sources)),
            log_names=_join(map(SQL.identifier, AUTOMATIC[1:])),
            sources=_join(sources.values()),
            log=_log(model),
            triples=_join(SQL("%s", triple) for triple in triples),
            parent=SQL.identifier(parent),
            # what a revision took out stays behind
            kept=SQL("o.active" if "active" in model._fields else "TRUE"),
        )
    )
    ids = [row[0] for row in model.env.cr.fetchall()]
    return announce(model.browse(ids), sources)


def _get_sources(model, parent, overrides):
    """Return {column: SQL that gives its value}, as `copy` would choose it."""
    columns = get_columns(model)
    given = {parent: SQL("m.new_id"), "skp_id": SQL("m.skp_id"), **overrides}
    given = {name: value for name, value in given.items() if name in columns}
    sources = {
        name: SQL.identifier("o", name)
        for name, field in columns.items()
        if field.copy and name not in given
    }
    for name, value in get_defaults(model, given).items():
        if name not in sources:
            column = columns[name].convert_to_column_insert(value, model, {})
            sources[name] = SQL("%s", column)
    return {**sources, **given}


def announce(records, names):
    """Tell the ORM about new rows: caches, and stored fields that follow from them."""
    env, columns = records.env, get_columns(records)
    env.invalidate_all()
    for name, field in columns.items():
        if field.compute and name not in names:
            env.add_to_compute(field, records)
    records.modified(columns, create=True)
    return records


def _convert(model, names, vals):
    return _join(
        SQL("%s", model._fields[name].convert_to_column_insert(vals[name], model, vals))
        for name in names
    )


def _log(model):
    uid, now = model.env.uid, model.env.cr.now()
    return SQL("%s, %s, %s, %s", uid, now, uid, now)


def _join(parts):
    return SQL(", ").join(parts)
