# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import http
from odoo.http import request

from ..citizen_rules.trust import Facts
from ..pages import form as form_page
from ..pages import thanks as thanks_page
from ..pages.words import words
from ..tools import nonce as nonces
from . import intake
from .reply import PUBLIC, READ, SEND, database_language, failure, language, reply

# The details may come a day after a tap that itself came a day after the page.
DETAIL_VALID_S = 2 * nonces.VALID_S


class Citizen(http.Controller):
    """The page behind the code on a counter. Everything here works without script."""

    @http.route(["/q/<string:token>", "/Q/<string:token>"], **READ)
    def show(self, token):
        lang, place = find(token)
        if not place:
            return failure(404)
        return reply(form_page.form(words(lang), place, fresh(place)))

    @http.route(["/q/<string:token>/s", "/Q/<string:token>/s"], **SEND)
    def submit(self, token):
        lang, place = find(token)
        if not place:
            return failure(404)
        form = request.httprequest.form
        given = intake.answer(form)
        nonce = read(nonces.FORM, form, place)
        if not nonce or "score" not in given:
            problem = "again_old" if "score" in given else "again_score"
            page = form_page.form(
                words(lang), place, fresh(place), kept=given, problem=problem
            )
            return reply(page, 400)
        return reply(self._take(place, lang, given, nonce))

    @http.route(["/q/<string:token>/d", "/Q/<string:token>/d"], **SEND)
    def submit_detail(self, token):
        lang, place = find(token)
        if not place:
            return failure(404)
        form = request.httprequest.form
        nonce = nonces.read(
            request.env, nonces.DETAIL, form.get("nonce", ""), DETAIL_VALID_S
        )
        # sudo: asn.citizen.response - the signed nonce names the citizen's own answer
        response_sudo = request.env["asn.citizen.response"].sudo()
        response_sudo = response_sudo.browse(nonce.subject_id if nonce else ()).exists()
        if not response_sudo or response_sudo.counter_id.id != place.counter_id:
            return reply(thanks_page.refused(words(lang), place), 400)
        if columns := intake.detail(intake.answer(form)):
            details_sudo = response_sudo.detail_ids.with_company(place.company_id)
            details_sudo._take(response_sudo.id, place.company_id, columns)
        return reply(thanks_page.done(words(lang), place))

    @http.route(["/q", "/Q"], **PUBLIC, readonly=True)
    def nothing(self, allowed=None):
        """Answer all that leads nowhere; see ir.http, which sends it here."""
        if allowed:
            return failure(405, Allow=allowed)
        return failure(404)

    def _take(self, place, lang, given, nonce):
        """Store the tap and what came with it; return the page that thanks."""
        columns = intake.detail(given)
        # sudo: asn.citizen.response - the public adds answers and reads none
        answers_sudo = request.env["asn.citizen.response"].sudo()
        answers_sudo = answers_sudo.with_company(place.company_id)
        response_id, _is_new = answers_sudo._take(
            place, given["score"], nonce.key, self._facts(columns, nonce), lang
        )
        if not columns:
            follow_up = nonces.issue(
                request.env, nonces.DETAIL, response_id, like=nonce
            )
            return thanks_page.thanks(words(lang), place, follow_up)
        answers_sudo.env["asn.citizen.response.detail"]._take(
            response_id, place.company_id, columns
        )
        return thanks_page.done(words(lang), place)

    def _facts(self, columns, nonce):
        age_s = nonce.age_s
        return Facts(
            code_valid=False,
            kiosk_paired=False,
            internal_session=bool(
                request.session.uid and request.env.user._is_internal()
            ),
            office_network=False,
            nonce_age_s=age_s,
            straight_line=intake.is_straight_line(columns, age_s),
            burst=False,
            over_cap=False,
        )


def find(token):
    """Return the language of the visitor and the Place of the counter, or None."""
    lang = language()
    counters = request.env["asn.counter"]
    return lang, counters._find_public(token, database_language(lang))


def fresh(place, scope=nonces.FORM):
    """Return the text of a new nonce for a page of this counter."""
    return nonces.issue(request.env, scope, place.counter_id)


def read(scope, form, place):
    """Return the Nonce of a sent form if it may count for this counter."""
    # A page of somebody else cannot fetch a nonce of ours, but it could ship its own.
    origin = request.httprequest.headers.get("Sec-Fetch-Site", "none")
    nonce = nonces.read(request.env, scope, form.get("nonce", ""))
    if origin not in ("none", "same-origin") or not nonce:
        return None
    return nonce if nonce.subject_id == place.counter_id else None
