# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime

import pytz

from odoo import http
from odoo.http import request

from odoo.addons.hr_asn_kinerja.tools import crockford

from ..models.asn_citizen_response import DEFAULT_TIMEZONE
from ..models.asn_complaint import CODE_LENGTH
from ..pages import complaint as pages
from ..pages.words import words
from ..tools import nonce as nonces
from . import intake
from .citizen import find, fresh, read
from .reply import READ, SEND, failure, language, reply


class Complaint(http.Controller):
    """A complaint is given at a counter and followed with a code, without any login."""

    @http.route(["/q/<string:token>/c", "/Q/<string:token>/c"], **READ)
    def ask(self, token):
        lang, place = find(token)
        if not place:
            return failure(404)
        return reply(pages.form(words(lang), place, fresh(place, nonces.COMPLAINT)))

    @http.route(["/q/<string:token>/c", "/Q/<string:token>/c"], **SEND)
    def take(self, token):
        lang, place = find(token)
        if not place:
            return failure(404)
        form = request.httprequest.form
        given = intake.complaint(form)
        nonce = read(nonces.COMPLAINT, form, place)
        if not nonce or not given["text"]:
            page = pages.form(
                words(lang),
                place,
                fresh(place, nonces.COMPLAINT),
                kept=given,
                problem="complaint_old" if given["text"] else "complaint_empty",
            )
            return reply(page, 400)
        # The code follows from form and content: sent twice is one complaint and one
        # code, sent again with other words is another complaint.
        content = repr(sorted(given.items()))
        number = nonces.digest(request.env, "asn-complaint-code", nonce, content)
        code = crockford.encode(number, CODE_LENGTH)
        # sudo: asn.complaint - the public adds complaints and reads none
        complaints_sudo = request.env["asn.complaint"].sudo()
        complaints_sudo.with_company(place.company_id)._take(place, code, given)
        zone = pytz.timezone(place.timezone or DEFAULT_TIMEZONE)
        clock = (datetime.now(zone).date(), "simple")
        [due] = complaints_sudo._get_deadlines(place.company_id, [clock])
        return reply(pages.taken(words(lang), place, code, due["date_first_due"]))

    @http.route("/track", **READ)
    def track(self):
        return reply(pages.track(words(language())))

    @http.route("/track", **SEND)
    def track_code(self):
        texts = words(language())
        code = request.httprequest.form.get("code", "")
        # sudo: asn.complaint - who holds the code may see the state and the dates
        complaint_sudo = request.env["asn.complaint"].sudo()._find_tracked(code)
        if not complaint_sudo:
            return reply(pages.track(texts, problem="track_none"), 404)
        [shown] = complaint_sudo.read(["state", *pages.DATES])
        return reply(pages.track(texts, complaint=shown))
