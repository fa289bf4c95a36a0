# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The stack of production: started, used, drilled, restarted, upgraded, rolled back.

The tests follow the life of one stack and build on each other in this order.
"""

import gzip
import re
import statistics
import time

import requests
from websocket import create_connection

LOSE = """
env["ir.attachment"].search([("name", "=", "bukti.bin")]).unlink()
env["res.partner"].create({"name": "Datang belakangan"})
env.cr.commit()
env["ir.attachment"]._gc_file_store()
"""
READ = """
found = env["ir.attachment"].search([("name", "=", "bukti.bin")])
print("FILES", [one.raw == bytes(range(256)) * 4096 for one in found])
"""
#: Nobody may take the name away from the running Odoo, nor its files alone.
RENAME = """
from kinerja_stack import database, settings
try:
    database.rename("kinerja", "kinerja_taken")
except settings.Stop:
    print("REFUSED", settings.filestore("kinerja").is_dir())
"""
#: Stands for the token of an activation slip.
SLIP = "SlipSlipSlip"
#: Digests by other means than those of the backup: text of rows in the order of ids.
TABLES = "res_users", "res_partner", "asn_citizen_response", "ir_attachment"


def digests(stack):
    query = "SELECT count(*), md5(string_agg(t::text, '|' ORDER BY id)) FROM {} t"
    return {table: stack.sql(query.format(table)) for table in TABLES}


def answers(stack):
    return int(stack.sql("SELECT count(*) FROM asn_citizen_response"))


def post(stack, token, **data):
    page = f"{stack.url}/q/{token}"
    form = requests.get(page, timeout=60).text
    nonce = re.search(r'name="?nonce"? value="?([^" >]+)', form)[1]
    return requests.post(f"{page}/s", data={"nonce": nonce, **data}, timeout=60)


def median(call, times):
    seconds = []
    for _time in range(times):
        start = time.monotonic()
        call()
        seconds.append(time.monotonic() - start)
    return f"{statistics.median(seconds) * 1000:.0f} ms (median of {times})"


def test_the_first_start_makes_an_indonesian_database_without_demo_data(stack):
    ours = "SELECT string_agg(name || state, ' ' ORDER BY name) FROM ir_module_module"
    assert stack.sql(f"{ours} WHERE name ~ '^hr_asn_kinerja(_portal)?$'") == (
        "hr_asn_kinerjainstalled hr_asn_kinerja_portalinstalled"
    )
    assert stack.sql("SELECT count(*) FROM ir_module_module WHERE demo") == "0"
    assert stack.sql("SELECT DISTINCT lang FROM res_partner") == "id_ID"
    assert stack.sql("SELECT DISTINCT tz FROM resource_calendar") == "Asia/Jakarta"
    stack.figures["memory after the start"] = stack.memory()


def test_login_needs_the_password_of_the_settings(stack):
    assert not stack.inside(stack.login("admin"))
    session = stack.login(stack.admin)
    assert stack.inside(session)
    cookie = next(one for one in session.cookies if one.name == "session_id")
    assert cookie.has_nonstandard_attr("HttpOnly")
    mode = stack("exec", "-T", "odoo", "stat", "-c", "%a", "/tmp/kinerja.conf")
    assert mode.strip() == "600"
    times = median(lambda: stack.login(stack.admin), 10)
    stack.figures["login: page, form and redirect through nginx"] = times


def test_the_list_of_databases_is_closed(stack):
    for path in ("/web/database/manager", "/web/database/selector"):
        assert requests.get(stack.url + path, timeout=60).status_code == 404
    answer = requests.post(f"{stack.url}/web/database/list", json={}, timeout=60)
    assert answer.status_code == 404


def test_the_account_of_odoo_is_no_superuser(stack):
    query = "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = 'odoo'"
    assert stack.sql(query) == "f"
    assert stack.inspect("db", "{{len .HostConfig.PortBindings}}") == "0"
    assert stack.inspect("odoo", "{{len .HostConfig.PortBindings}}") == "0"


def test_the_citizen_page_arrives_packed_and_without_cookie(stack, token):
    page = f"{stack.url}/q/{token}"
    headers = {"Accept-Encoding": "gzip"}
    answer = requests.get(page, headers=headers, stream=True, timeout=60)
    packed = answer.raw.read(decode_content=False)
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(packed) <= 14336
    assert b"nonce" in gzip.decompress(packed)
    assert "Set-Cookie" not in answer.headers
    assert "no-store" in answer.headers["Cache-Control"]
    assert "default-src" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Server"] == "nginx"
    times = median(lambda: requests.get(page, timeout=60), 10)
    stack.figures["citizen page through nginx"] = times


def test_an_answer_is_kept(stack, token):
    before = answers(stack)
    assert post(stack, token, score="4").status_code == 200
    assert answers(stack) == before + 1


def test_screens_are_packed(stack):
    page = requests.get(f"{stack.url}/web/login", timeout=60)
    assert page.headers["Content-Encoding"] == "gzip"
    style = re.search(r'href="(/web/assets/[^"]+\.css)"', page.text)[1]
    answer = requests.get(stack.url + style, timeout=60)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "max-age" in answer.headers["Cache-Control"]


def test_links_carry_the_public_address(stack):
    query = "SELECT value FROM ir_config_parameter WHERE key = 'web.base.url'"
    assert stack.sql(query) == stack.url


def test_the_live_connection_passes_nginx(stack):
    session = stack.login(stack.admin)
    page = session.get(f"{stack.url}/odoo", timeout=60).text
    version = re.search(r'websocket_worker_version": "([^"]+)"', page)[1]
    socket = create_connection(
        f"{stack.url.replace('http', 'ws')}/websocket?version={version}",
        origin=stack.url,
        cookie=f"session_id={session.cookies['session_id']}",
        timeout=30,
    )
    assert socket.status == 101
    socket.close()


def test_a_long_body_of_a_citizen_gets_our_page(stack, token):
    data = {"comment": "x" * 40_000}
    answer = requests.post(f"{stack.url}/q/{token}/s", data=data, timeout=60)
    assert answer.status_code == 413
    assert "Isian terlalu panjang" in answer.content.decode()


def test_a_drill_proves_the_backup(stack, backup):
    with stack.timed("drill: restore beside the running system and compare"):
        told = stack.word("drill", backup)
    assert "DRILL PASSED" in told
    assert "kinerja_drill" not in stack.word("list")
    stack.figures["the drill"] = told.strip().splitlines()[-1]


def test_a_backup_is_carried_away_and_back(stack, backup, tmp_path):
    file = tmp_path / "backup.tar"
    with file.open("wb") as target:
        stack.word("export", backup, stdout=target, stderr=None)
    stack.word("forget", backup)
    assert backup not in stack.word("list")
    with file.open("rb") as source:
        assert "Took" in stack.word("import", stdin=source)
    assert backup in stack.word("list")


def test_a_damaged_backup_is_noticed(stack, backup):
    spoil = f"cp -r /backups/{backup} /backups/20000101-000000 && "
    spoil += "printf x >> /backups/20000101-000000/filestore.tar"
    stack("exec", "-T", "odoo", "sh", "-c", spoil)
    told = stack.word("drill", "20000101-000000", check=False)
    assert "is damaged" in told
    assert "PASSED" not in told
    stack.word("forget", "20000101-000000")


def test_a_restore_brings_back_rows_and_files(stack, backup):
    before = digests(stack)
    stack.script(LOSE)
    assert digests(stack) != before
    assert "FILES []" in stack.script(READ)
    assert "still running" in stack.word("restore", backup, check=False)
    assert "REFUSED True" in stack("exec", "-T", "odoo", "python3", "-c", RENAME)
    stack("stop", "odoo")
    slip = f"{stack.url}/web/reset_password?token={SLIP}"
    assert requests.get(slip, headers={"Referer": slip}, timeout=60).status_code == 503
    with stack.timed("restore"):
        assert "RESTORED" in stack.word("restore", backup)
    assert digests(stack) == before
    stack("start", "odoo")
    stack.wait()
    assert "FILES [True]" in stack.script(READ)
    aside = re.search(r"kinerja_before_\w+", stack.word("list"))[0]
    stack.word("forget", aside)
    assert aside not in stack.word("list")


def test_too_many_requests_of_one_address_are_turned_away(stack, token):
    page = f"{stack.url}/q/{token}"
    found = [requests.get(page, timeout=60) for _time in range(60)]
    refused = [one for one in found if one.status_code == 429]
    assert found[0].status_code == 200
    assert refused
    assert refused[0].headers["Retry-After"] == "60"
    assert "Mohon tunggu" in refused[0].content.decode()
    assert requests.get(f"{stack.url}/web/login", timeout=60).status_code == 200


def test_everything_is_there_after_a_restart(stack, token):
    before = answers(stack)
    with stack.timed("restart of all, until healthy"):
        stack("restart")
        stack.wait()
    assert answers(stack) == before
    assert stack.inside(stack.login(stack.admin))
    assert post(stack, token, score="3").status_code == 200


def test_no_log_names_a_citizen(stack, token):
    told = stack.logs("nginx")
    assert re.search(r'\d\.0/24 \S+T\d\d:00 "POST /q/\*" 200 \d+', told)
    assert re.search(r'\d\.0/24 \S+ "GET /q/\*" 429 \d+', told)
    assert re.search(r'\d+\.\d+ \S+:\d\d:\d\d\S* "POST /web/login" \d+', told)
    citizens = [line for line in told.splitlines() if "/q/" in line]
    assert all(".0/24 " in line for line in citizens)
    for service in ("nginx", "odoo", "db"):
        assert token.lower() not in stack.logs(service).lower()
    assert re.search(r'"GET /web/reset_password" 503', told)
    assert SLIP not in told
