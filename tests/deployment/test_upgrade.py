# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The stack over the years: the next release, the way back, TLS, bad settings."""

import re
import time

import pytest
import requests

from .stack import NEXT, RELEASE, run

VERSION = "SELECT latest_version FROM ir_module_module WHERE name = 'hr_asn_kinerja'"


@pytest.fixture(scope="module")
def version(stack):
    """Make the next release, as if git had brought it; give both versions."""
    manifest = stack.folder / "hr_asn_kinerja" / "__manifest__.py"
    text = manifest.read_text(encoding="utf-8")
    old = re.search(r'"version": "([\d.]+)"', text)[1]
    head, last = old.rsplit(".", 1)
    new = f"{head}.{int(last) + 1}"
    manifest.write_text(text.replace(f'"{old}"', f'"{new}"'), encoding="utf-8")
    return old, new


def test_the_next_release_is_a_backup_and_an_update(stack, token, version):
    assert stack.sql(VERSION) == version[0]
    stack.set(KINERJA_RELEASE=NEXT)
    with stack.timed("upgrade, image and backup included"):
        stack("build", "odoo", limit=900)
        stack("up", "-d")
        stack.wait()
    assert stack.sql(VERSION) == version[1]
    assert re.search(r"-before-upgrade +\d+ rows", stack.word("list"))
    assert stack.inside(stack.login(stack.admin))


def test_the_way_back_is_the_old_image_and_the_backup_before(stack, token, version):
    stack.set(KINERJA_RELEASE=RELEASE)
    told = stack.word("serve", check=False)
    assert "start the newer image, or restore the backup" in told
    name = re.search(r"\S+-before-upgrade", stack.word("list"))[0]
    stack("stop", "odoo")
    with stack.timed("rollback"):
        assert "RESTORED" in stack.word("restore", name)
        stack("up", "-d")
        stack.wait()
    assert stack.sql(VERSION) == version[0]
    assert stack.inside(stack.login(stack.admin))
    assert requests.get(f"{stack.url}/q/{token}", timeout=60).status_code == 200


def test_while_odoo_is_away_people_read_why(stack):
    stack("stop", "odoo")
    answer = requests.get(stack.url, timeout=60)
    stack("start", "odoo")
    stack.wait()
    assert answer.status_code == 503
    assert "sedang disiapkan" in answer.content.decode()


def test_tls_is_a_setting_and_two_files(stack, token):
    folder = stack.folder / "docker" / "certificates"
    key, chain = folder / "privkey.pem", folder / "fullchain.pem"
    words = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost")
    words += ("-addext", "subjectAltName=IP:127.0.0.1")
    run("openssl", *words, "-days", "2", "-keyout", key, "-out", chain)
    key.chmod(0o644)
    stack.set(KINERJA_TLS="on")
    stack("up", "-d", "nginx")
    stack.wait()
    plain = requests.get(f"{stack.url}/q/{token}", timeout=60, allow_redirects=False)
    assert plain.status_code == 308
    assert plain.headers["Location"] == f"https://127.0.0.1/q/{token}"
    secret = f"https://127.0.0.1:{stack.tls_port}"
    page = requests.get(f"{secret}/q/{token}", verify=str(chain), timeout=60)
    assert page.status_code == 200
    login = requests.get(f"{secret}/web/login", verify=str(chain), timeout=60)
    assert "max-age" in login.headers["Strict-Transport-Security"]
    assert "Secure" in login.headers["Set-Cookie"]


def test_only_a_proxy_of_ours_may_name_the_caller(stack, token):
    claim = {"X-Forwarded-For": "203.0.113.7"}
    for mode, believed in (("off", False), ("proxy", True)):
        stack.set(KINERJA_TLS=mode)
        stack("up", "-d", "nginx")
        stack.wait()
        requests.get(f"{stack.url}/q/{token}", headers=claim, timeout=60)
        # Its log is written in blocks, the last one when it ends.
        stack("stop", "nginx")
        assert ("203.0.113.0/24" in stack.logs("nginx")) == believed


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("KINERJA_ADMIN_PASSWORD", "", "is missing in the file .env"),
        ("KINERJA_DB_PASSWORD", "", "is missing in the file .env"),
        ("KINERJA_DB_PASSWORD", "odoo", "KINERJA_DB_PASSWORD is too easy to guess"),
        ("KINERJA_URL", "kinerja", "must look like https://kinerja.example.go.id"),
        ("KINERJA_WORKERS", "many", "KINERJA_WORKERS must be a number"),
    ],
)
def test_a_bad_setting_is_refused_in_one_sentence(stack, name, value, told):
    before = stack.settings[name]
    stack.set(**{name: value})
    try:
        start = time.monotonic()
        output = stack.word("serve", check=False)
    finally:
        stack.set(**{name: before})
    assert told in output
    assert "Traceback" not in output
    assert time.monotonic() - start < 60
