# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Rights as a server with several workers really grants them, and as they end."""

import datetime

import pytest

SECRETS = ("result_rating", "behaviour_rating", "predicate")
YESTERDAY = str(datetime.date.today() - datetime.timedelta(days=2))


@pytest.mark.parametrize("login", ["pegawai", "pengelola", "bkpsdm"])
@pytest.mark.parametrize("secret", SECRETS)
def test_nobody_finds_an_undelivered_rating(session, login, secret):
    person = session(login)
    undelivered = ["state", "in", ["draft", "submitted", "rated"]]
    found, error = person.call(
        "asn.evaluation", "search_count", [undelivered, [secret, "!=", False]]
    )
    assert error is None
    assert found == 0


@pytest.mark.parametrize("login", ["pegawai", "pengelola", "bkpsdm"])
def test_worksheets_are_for_assessors(session, sql, login):
    rows, error = session(login).call(
        "asn.assessment", "search_read", [], ["employee_user_id", "assessor_user_id"]
    )
    assert error is None
    uid = sql("SELECT id FROM res_users WHERE login = %s", login)[0][0]
    own_team = sql(
        "SELECT count(*) FROM asn_assessment WHERE %s IN (assessor_user_id,"
        " superior_user_id) AND employee_user_id IS DISTINCT FROM %s",
        uid,
        uid,
    )
    assert len(rows) == own_team[0][0]


@pytest.mark.parametrize("login", ["pegawai", "penilai", "pengelola", "bkpsdm"])
def test_raw_answers_of_citizens_are_for_the_auditor(session, login):
    person = session(login)
    for method, words in (
        ("search_read", [[]]),
        ("search_count", [[]]),
        ("formatted_read_group", [[], ["score"], ["__count"]]),
    ):
        _result, error = person.call("asn.citizen.response", method, *words)
        assert error == "odoo.exceptions.AccessError"


def test_reading_the_evaluation_of_somebody_else_is_noted(session, sql):
    own, foreign = sql(
        "SELECT min(e.id) FILTER (WHERE u.login = 'pegawai'),"
        " max(e.id) FILTER (WHERE u.login <> 'pegawai' AND e.state = 'final')"
        " FROM asn_evaluation e JOIN res_users u ON u.id = e.employee_user_id"
    )[0]
    assert session("pegawai").call("asn.evaluation", "read", [own], ["state"])[0]
    for _ in range(2):
        auditor = session("auditor")
        assert auditor.call("asn.evaluation", "web_read", [foreign], {"state": {}})[0]
    rows = sql(
        "SELECT u.login, r.evaluation_id FROM asn_read_log r"
        " JOIN res_users u ON u.id = r.user_id WHERE evaluation_id IN (%s, %s)",
        own,
        foreign,
    )
    # twice only if the clock struck in between
    assert ("auditor", foreign) in rows
    assert ("pegawai", own) not in rows
    assert len(rows) <= 2


def test_the_auditor_reads_and_changes_nothing(session, sql):
    auditor = session("auditor")
    for model in ("asn.skp", "asn.evaluation", "asn.assessment"):
        found, error = auditor.call(model, "search", [], limit=1)
        assert error is None
        assert found
        _result, error = auditor.call(model, "write", found, {"create_date": False})
        assert error == "odoo.exceptions.AccessError"
    _result, error = auditor.call(
        "asn.decision", "unlink", sql("SELECT min(id) FROM asn_decision")[0]
    )
    assert error == "odoo.exceptions.AccessError"


def test_a_scope_that_ends_ends_the_right_in_the_running_server(session, sql):
    officer, manager = session("pengelola"), session("bkpsdm")
    own = ["employee_user_id.login", "!=", "pengelola"]
    before, _error = officer.call("asn.skp", "search_count", [own])
    uid = sql("SELECT id FROM res_users WHERE login = 'pengelola'")[0][0]
    scopes, _error = manager.call(
        "asn.officer.scope",
        "search_read",
        [["user_id", "=", uid], ["origin_id", "=", False]],
        ["date_to"],
    )
    keys = [scope["id"] for scope in scopes]
    assert before > 10
    try:
        _result, error = manager.call(
            "asn.officer.scope", "write", keys, {"date_to": YESTERDAY}
        )
        assert error is None
        # asked several times: each worker must have heard of it
        after = {officer.call("asn.skp", "search_count", [own])[0] for _ in range(8)}
        assert max(after) < before
        assert max(after) <= 1
    finally:
        manager.call("asn.officer.scope", "write", keys, {"date_to": False})
    again, _error = officer.call("asn.skp", "search_count", [own])
    assert again == before


def test_a_delegation_that_ends_ends_reading_and_acting(session, sql):
    manager, deputy = session("bkpsdm"), session("pegawai")
    official, skp = sql(
        "SELECT s.assessor_id, s.id FROM asn_skp s JOIN hr_department d"
        " ON d.id = s.department_id WHERE s.state = 'agreed' AND s.company_id = 1"
        " AND s.assessor_user_id NOT IN"
        " (SELECT id FROM res_users WHERE login IN ('penilai', 'pegawai', 'bkpsdm'))"
        " ORDER BY s.id DESC LIMIT 1"
    )[0]
    uid = sql("SELECT id FROM res_users WHERE login = 'pegawai'")[0][0]
    assert deputy.call("asn.skp", "read", [skp], ["state"])[1]
    key, error = manager.call(
        "asn.delegation",
        "create",
        {
            "official_id": official,
            "deputy_user_id": uid,
            "kind": "plh",
            "mandate_number": "800/001/2026",
            "date_from": str(datetime.date.today() - datetime.timedelta(days=5)),
        },
    )
    assert error is None
    for _ in range(4):
        assert deputy.call("asn.skp", "read", [skp], ["state"])[1] is None
    _result, error = manager.call(
        "asn.delegation", "write", [key], {"date_to": YESTERDAY}
    )
    assert error is None
    for _ in range(8):
        assert deputy.call("asn.skp", "read", [skp], ["state"])[1]
        assert deputy.call("asn.skp", "action_cancel", [skp])[1]
