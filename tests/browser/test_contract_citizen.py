# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The citizen contract, line by line, from outside and over the wire.

Runs against a server with and without Odoo's website app.
"""

import gzip
import re
import time

import pytest
import requests

NO_TOKENS = (
    "0000000000000000",  # well formed, unknown
    "SHORT",
    "ÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀ",
    "%00" * 16,
    "..%2F..%2Fetc%2Fpasswd",
    "' OR 1=1 --",
)


class Citizen:
    """A phone without cookies and without script."""

    def __init__(self, url, token):
        self.page = f"{url}/q/{token}"

    def get(self, tail="", **kwargs):
        return requests.get(self.page + tail, timeout=30, **kwargs)

    def post(self, tail, **data):
        return requests.post(self.page + tail, data=data, timeout=30)

    def nonce(self, text=None):
        text = text or self.get().text
        return re.search(r'name="?nonce"? value="?([^" >]+)', text).group(1)


@pytest.fixture
def citizen(url, token):
    return Citizen(url, token)


def count(sql):
    return sql("SELECT count(*) FROM asn_citizen_response")[0][0]


def trust_of_the_new(sql, before):
    rows = sql("SELECT id, trust FROM asn_citizen_response")
    return [trust for key, trust in rows if key not in before]


def ids(sql):
    return {key for (key,) in sql("SELECT id FROM asn_citizen_response")}


def test_the_page_is_one_light_response(citizen):
    answer = citizen.get(headers={"Accept-Encoding": "gzip"}, stream=True)
    body = answer.raw.read()
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(body) <= 14_336
    text = gzip.decompress(body).decode()
    assert not re.findall(r'(?:src|href)="?https?:', text)
    assert "<script" not in text
    assert text.count('name="score"') + text.count("name=score") == 4


def test_the_page_sets_no_cookie_and_protects_itself(citizen):
    headers = citizen.get().headers
    assert "Set-Cookie" not in headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "form-action 'self'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("asked", "lang"), [("en", "en"), ("id", "id"), ("fr", "id")])
def test_the_page_speaks_the_language_of_the_browser(citizen, asked, lang):
    text = citizen.get(headers={"Accept-Language": asked}).text
    assert re.search(rf'<html lang="?{lang}\b', text)


def test_upper_case_and_look_alikes_lead_to_the_same_page(url, token, citizen):
    titles = {
        re.search("<title>(.*?)</title>", page.text).group(1)
        for page in (
            citizen.get(),
            requests.get(f"{url}/Q/{token}", timeout=30),
            requests.get(f"{url}/q/{token.lower()}", timeout=30),
        )
    }
    assert len(titles) == 1


def test_one_tap_counts(citizen, sql):
    before = ids(sql)
    nonce = citizen.nonce()
    time.sleep(2.1)
    answer = citizen.post("/s", score="4", nonce=nonce)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert trust_of_the_new(sql, before) == ["walkup"]


def test_a_replayed_form_is_thanked_and_counted_once(citizen, sql):
    nonce = citizen.nonce()
    time.sleep(2.1)
    first = citizen.post("/s", score="3", nonce=nonce)
    before = count(sql)
    again = citizen.post("/s", score="1", nonce=nonce)
    assert (first.status_code, again.status_code) == (200, 200)
    # "the same thank-you page": alike but for the follow-up nonce
    assert len(first.text) == len(again.text)
    assert count(sql) == before


def test_a_robot_is_thanked_and_quarantined(citizen, sql):
    before = ids(sql)
    assert citizen.post("/s", score="1", nonce=citizen.nonce()).status_code == 200
    assert trust_of_the_new(sql, before) == ["quarantined"]


@pytest.mark.parametrize(
    "data",
    [
        {"score": "5"},
        {"score": "x"},
        {"score": ""},
        {"score": "4", "nonce": ""},
        {"score": "4", "nonce": "garbage"},
        {"score": "4", "nonce": "A" * 5000},
        {"score": "4", "nonce": "\x00"},
        {},
    ],
)
def test_a_bad_form_comes_back_fresh_and_stores_nothing(citizen, sql, data):
    data = {"nonce": citizen.nonce(), **data} if "nonce" not in data else data
    before = count(sql)
    answer = citizen.post("/s", **data)
    assert 400 <= answer.status_code < 500
    assert citizen.nonce(answer.text)
    assert count(sql) == before


def test_a_nonce_of_another_counter_is_foreign(url, sql, token, citizen):
    (other,) = sql(
        "SELECT token FROM asn_counter WHERE active AND token <> %s LIMIT 1", token
    )[0]
    foreign = Citizen(url, other).nonce()
    assert citizen.post("/s", score="4", nonce=foreign).status_code == 400


def test_details_are_taken_once(citizen, sql):
    nonce = citizen.nonce()
    time.sleep(2.1)
    thanks = citizen.post("/s", score="4", nonce=nonce)
    follow_up = citizen.nonce(thanks.text)
    before = sql("SELECT count(*) FROM asn_citizen_response_detail")[0][0]
    for u1 in ("4", "1"):
        answer = citizen.post("/d", nonce=follow_up, u1=u1, comment="=HYPERLINK(1)")
        assert answer.status_code == 200
    rows = sql(
        "SELECT requirements, comment, comment_export FROM asn_citizen_response_detail"
        " ORDER BY response_id = (SELECT max(response_id)"
        " FROM asn_citizen_response_detail)"
    )
    assert len(rows) == before + 1
    assert (4, "=HYPERLINK(1)", "'=HYPERLINK(1)") in [
        (int(first or 0), comment, export) for first, comment, export in rows
    ]


def test_all_that_leads_nowhere_is_one_page(url):
    answers = [requests.get(f"{url}/q/{one}", timeout=30) for one in NO_TOKENS]
    answers += [requests.get(f"{url}/q/{one}/x/y", timeout=30) for one in NO_TOKENS]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    ignored = {"Date", "Server", "Connection", "Keep-Alive"}
    headers = {
        frozenset((k, v) for k, v in answer.headers.items() if k not in ignored)
        for answer in answers
    }
    assert len(headers) == 1


def test_wrong_methods_and_long_bodies_get_our_page(citizen):
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = requests.request(method, citizen.page, timeout=30)
        assert answer.status_code == 405
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    answer = citizen.post("/s", score="4", comment="x" * 33_000)
    assert answer.status_code == 413
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_complaint_gets_a_code_that_tells_its_state(url, citizen):
    page = citizen.get("/c")
    assert page.status_code == 200
    nonce = citizen.nonce(page.text)
    time.sleep(2.1)
    filed = citizen.post("/c", nonce=nonce, text="Loket tutup sebelum jam layanan.")
    assert filed.status_code == 200
    code = re.search(r"\b([0-9A-Z]{4}[- ]?[0-9A-Z]{4}[- ]?[0-9A-Z]{4})\b", filed.text)
    tracked = requests.post(f"{url}/track", data={"code": code.group(1)}, timeout=30)
    assert tracked.status_code == 200
    assert "Loket tutup" not in tracked.text


def test_public_results_show_released_figures_only(url, sql):
    page = requests.get(f"{url}/kepuasan", timeout=30)
    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers
    assert sql("SELECT count(*) FROM asn_satisfaction_release")[0][0] > 0
