# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How every public page leaves: headers, language and compression."""

import gzip
import re

from werkzeug.http import parse_accept_header

from odoo.http import Response, request
from odoo.tools import config

from ..pages.error import error
from ..pages.style import DIGEST
from ..pages.words import DATABASE_LANGUAGE, DEFAULT, LANGUAGES, words

MAX_BODY = 32 * 1024
# No session file, no cookie, no token of the session: see tools/nonce.py.
PUBLIC = {
    "type": "http",
    "auth": "public",
    "csrf": False,
    "save_session": False,
    "sitemap": False,
    "max_content_length": MAX_BODY,
    "citizen": True,
}
READ = PUBLIC | {"methods": ["GET"], "readonly": True}
SEND = PUBLIC | {"methods": ["POST"]}
OUR_PATH = re.compile(r"/([qQvV](/.*)?|track/?|kepuasan/?)", re.DOTALL)
POLICY = (
    f"default-src 'none'; style-src 'sha256-{DIGEST}'; img-src data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Encoding, Accept-Language",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
FAILURES = {404: "not_found", 405: "method", 413: "too_long"}


def reply(html, status=200, **headers):
    """Return a response with our headers, compressed if nobody else does it."""
    body = html.encode()
    headers = HEADERS | headers
    if _compress_here():
        body = gzip.compress(body, compresslevel=6, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(body, status=status, headers=list(headers.items()))


def failure(status, **headers):
    """Return our own page for a status; it tells nothing about what was asked for."""
    kind = FAILURES.get(status, "method" if status < 500 else "failed")
    # The body may be what is wrong: the language comes from the address alone.
    page = error(words(choose(request.httprequest.args.get("l"))), kind)
    return reply(page, status, **headers)


def language():
    """Return the language a visitor asked for, by the switch or by the browser."""
    asked = request.httprequest.args.get("l") or request.httprequest.form.get("l")
    return choose(asked)


def choose(asked):
    """Return a language we have; Indonesian if nothing fits."""
    if asked in LANGUAGES:
        return asked
    accepted = request.httprequest.accept_languages
    return accepted.best_match(LANGUAGES, default=DEFAULT)


def database_language(lang):
    """Return the code under which names are translated, if it is installed."""
    code = DATABASE_LANGUAGE.get(lang)
    return code if request.env["res.lang"]._get_data(code=code) else None


def _compress_here():
    headers = request.httprequest.headers
    if config["proxy_mode"] and "X-Forwarded-Host" in headers:
        return False
    accepted = parse_accept_header(headers.get("Accept-Encoding", ""))
    return accepted.quality("gzip") > 0 if "gzip" in accepted else False
