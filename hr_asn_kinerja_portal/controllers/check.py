# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import http
from odoo.http import request

from ..pages.check import check
from ..pages.words import words
from .reply import READ, language, reply


class Check(http.Controller):
    """Whether a printed plan still holds: for whoever has the paper in hand."""

    @http.route(
        ["/v", "/V", "/v/<path:number>", "/V/<path:number>"],
        **READ,
    )
    def show(self, number=None):
        texts = words(language())
        # the form of the page sends what was typed as a parameter
        asked = number or request.httprequest.args.get("n", "")
        if not asked:
            return reply(check(texts))
        document = request.env["asn.decision"]._find_document(asked)
        return reply(check(texts, document, asked=True), 200 if document else 404)
