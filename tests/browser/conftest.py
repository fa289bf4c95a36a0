# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The product as people meet it: a served demo agency, a real Chromium, plain HTTP.

`./kinerja test e2e` serves the agency and says where it is in the environment.
"""

import os
import re
from pathlib import Path

import psycopg2
import pytest
import requests
from playwright.sync_api import sync_playwright

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let the fixtures know how the test ended."""
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report


@pytest.fixture(scope="session")
def url():
    """Return the address of the served agency."""
    address = os.environ.get("KINERJA_URL")
    if not address:
        pytest.fail("Start these tests with ./kinerja test e2e")
    return address


@pytest.fixture(scope="session")
def password():
    return os.environ["KINERJA_PASSWORD"]


@pytest.fixture
def sql():
    """Return a function that runs a query on the served database and gives the rows."""
    connection = psycopg2.connect(os.environ["KINERJA_DSN"])
    connection.autocommit = True

    def run(query, *values):
        with connection.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchall() if cursor.description else []

    yield run
    connection.close()


@pytest.fixture
def token(sql):
    """Return the token of a counter of the first agency that is in use."""
    rows = sql(
        "SELECT token FROM asn_counter WHERE active AND company_id = 1"
        " ORDER BY id LIMIT 1"
    )
    return rows[0][0]


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["KINERJA_CHROMIUM"], args=list(CHROMIUM_FLAGS)
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, url, request):
    """Return a function that opens a page of a given size, without script if asked."""
    contexts = []

    def open_(size=None, script=True, scheme="light"):
        size = size or DESKTOP
        context = chromium.new_context(
            base_url=url,
            viewport=size,
            is_mobile=size["width"] < 600,
            has_touch=size["width"] < 600,
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            java_script_enabled=script,
            color_scheme=scheme,
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context.new_page()

    yield open_
    for context in contexts:
        if getattr(request.node, "failed", False) and context.pages:
            folder = Path(os.environ["KINERJA_SHOTS"])
            context.pages[0].screenshot(path=folder / f"{request.node.name}.png")
        context.close()


@pytest.fixture
def log_in(open_page, password):
    """Return a function that opens a page on which a person is logged in."""

    def log_in_(login, size=None):
        page = open_page(size)
        page.goto("/web/login")
        page.fill("input[name=login]", login)
        page.fill("input[name=password]", password)
        page.click("form.oe_login_form button[type=submit]")
        page.wait_for_url(re.compile("/(odoo|my)"))
        return page

    return log_in_


@pytest.fixture
def shot():
    """Return a function that keeps a picture for people to look at."""
    folder = Path(os.environ["KINERJA_SHOTS"])
    folder.mkdir(parents=True, exist_ok=True)

    def take(page, name, full_page=False):
        page.screenshot(path=folder / f"{name}.png", full_page=full_page)

    return take


class Session(requests.Session):
    """A logged-in person who speaks to the server without a browser."""

    def __init__(self, url, login, password):
        super().__init__()
        self.url = url
        page = self.get(f"{url}/web/login", timeout=30)
        csrf = re.search(r'name="csrf_token" value="([^"]+)"', page.text).group(1)
        answer = self.post(
            f"{url}/web/login",
            data={"login": login, "password": password, "csrf_token": csrf},
            timeout=30,
        )
        assert "/web/login" not in answer.url, f"{login} could not log in"

    def call(self, model, method, *args, **kwargs):
        """Call a method as the web client does; return (result, error name)."""
        answer = self.post(
            f"{self.url}/web/dataset/call_kw/{model}/{method}",
            json={
                "jsonrpc": "2.0",
                "method": "call",
                "params": {
                    "model": model,
                    "method": method,
                    "args": list(args),
                    "kwargs": kwargs,
                },
            },
            timeout=60,
        ).json()
        error = answer.get("error")
        return answer.get("result"), error["data"]["name"] if error else None


@pytest.fixture
def session(url, password):
    """Return a function that logs a person in for calls without a browser."""
    return lambda login: Session(url, login, password)
