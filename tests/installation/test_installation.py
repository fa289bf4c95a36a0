# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Whoever tries our add-ons on their HR database gets it back as it was."""

import json
import re
from collections import Counter

import pytest

from . import fingerprint

#: The only tables that may differ, and why; everything else is compared row by row.
LIVING = {
    "bus_bus": "messages to open browsers, deleted by Odoo after a day",
    "ir_cron_trigger": "the next runs of Odoo's own jobs",
    "orm_signaling_registry": "counts how often the modules changed",
    "orm_signaling_assets": "counts how often the screens' scripts changed",
    "orm_signaling_default": "counts how often a cache was emptied",
    "orm_signaling_groups": "counts how often a cache was emptied",
    "orm_signaling_stable": "counts how often a cache was emptied",
    "orm_signaling_templates": "counts how often a cache was emptied",
    "orm_signaling_routing": "counts how often a cache was emptied",
}
#: Columns in which Odoo notes that the list of modules was read once more.
NOTED = {
    "ir_module_module": {
        "write_date",
        "state",
        "latest_version",
        "menus_by_module",
        "views_by_module",
        "reports_by_module",
    }
}
#: Odoo computes again whether a login is internal when one of its groups is deleted.
RECOMPUTED = {"res_users": {"write_date"}, "res_partner": {"write_date"}}
#: The installation may add rows to Odoo's own tables of screens, rights and fields, to
#: those of paper and of kinds of activity.
OF_MODULES = re.compile(
    r"ir_|orm_|res_groups|rule_group_rel$|mail_message$|report_paperformat$|"
    r"mail_activity_type$"
)
#: Odoo writes the description of a Python class here; ours extend some classes.
DESCRIBED = {"ir_model": {"info"}}
#: What our add-ons put on the screens of HR.
FIELDS = {"nip", "nip_formatted", "nip_warning"}
TWINS = {"asn_kind", "asn_rank_id", "position_kind", "position_grade"}
DEPARTURE = {"login_closed", "login_departure"}
SETTINGS = {"asn_evidence_max_mb"}


def without(rows, columns):
    """Return rows without some columns."""
    return Counter(
        json.dumps(
            {key: value for key, value in json.loads(row).items() if key not in columns}
        )
        for row in rows
    )


def compare(one, other, ignored):
    """Return what is in the first and not in the second, without what is ignored."""
    found = {}
    for table in one:
        columns = ignored.get(table, ())
        rest = without(one[table], columns) - without(other.get(table, ()), columns)
        if rest and table not in LIVING:
            found[table] = sorted(rest)[:5]
    return found


def test_the_database_of_hr_is_filled(life):
    for table in ("hr_employee", "hr_version", "hr_department", "hr_employee_skill"):
        assert life.before.rows[table], table
    assert len(life.before.rows["hr_version"]) > len(life.before.rows["hr_employee"])


def test_installing_changes_no_row(life):
    lost = fingerprint.lost(life.before, life.installed)
    now = fingerprint.added(life.before, life.installed)
    assert compare(lost, now, {**NOTED, **DESCRIBED}) == {}


def test_installing_adds_no_row_to_the_data(life):
    added = fingerprint.added(life.before, life.installed)
    assert [table for table in added if not OF_MODULES.match(table)] == []


def test_installing_keeps_every_column(life):
    for table, columns in life.before.columns.items():
        now = life.installed.columns[table]
        assert {name: now.get(name) for name in columns} == columns, table


def test_the_add_ons_were_worked_with(life):
    """The comparison below says something only if there was something to remove."""
    menus = life.screens_used["plain"]["menus"]
    assert len(menus) > len(life.screens_before["plain"]["menus"])


def test_uninstalling_restores_the_shape(life):
    assert life.after.columns == life.before.columns
    for kind, definitions in life.before.shapes.items():
        assert life.after.shapes[kind] == definitions, kind


def test_uninstalling_restores_every_row(life):
    gone = fingerprint.lost(life.before, life.after)
    left = fingerprint.added(life.before, life.after)
    assert compare(gone, left, {**NOTED, **RECOMPUTED}) == {}
    assert compare(left, gone, {**NOTED, **RECOMPUTED}) == {}


def test_uninstalling_restores_screens_and_menus(life):
    assert life.screens_after == life.screens_before


def lines(arch):
    """Return the tags of a screen, one a line, without the marks of the web client."""
    return re.sub(r' on_change="1"', "", arch).replace(">", ">\n").splitlines()


def screens_of(life):
    for login, told in life.screens_before.items():
        for name, screen in told["screens"].items():
            yield login, name, screen, life.screens_installed[login]["screens"][name]


def test_installing_takes_nothing_from_the_screens(life):
    for login, name, before, after in screens_of(life):
        rest = Counter(lines(before["arch"])) - Counter(lines(after["arch"]))
        assert not [tag for tag in rest if tag.strip()], (login, name)
        for field, text in before["fields"].items():
            assert after["fields"].get(field) == text, (login, name, field)


def test_installing_adds_only_our_fields_to_the_screens(life):
    for login, name, before, after in screens_of(life):
        new = set(after["fields"]) - set(before["fields"])
        assert new <= FIELDS | TWINS | DEPARTURE | SETTINGS, (login, name)
        if not new:
            assert lines(after["arch"]) == lines(before["arch"]), (login, name)


@pytest.mark.parametrize("login", ["plain", "personnel", "head", "admin"])
def test_installing_adds_no_action_to_people_without_a_role_of_ours(life, login):
    for name, screen in life.screens_before[login]["screens"].items():
        after = life.screens_installed[login]["screens"][name]
        assert after["toolbar"] == screen["toolbar"], name


def test_installing_keeps_every_menu(life):
    for login, told in life.screens_before.items():
        now = life.screens_installed[login]["menus"].items()
        assert told["menus"].items() <= now, login
