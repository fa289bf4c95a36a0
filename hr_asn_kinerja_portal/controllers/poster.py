# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re

from odoo import http
from odoo.http import content_disposition, request

from ..report import poster


class Poster(http.Controller):
    @http.route(
        "/asn/poster/<string:ids>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
        sitemap=False,
    )
    def show(self, ids):
        """Return the posters of counters as one PDF; without the right to read, 404."""
        if not re.fullmatch(r"\d{1,9}(,\d{1,9}){0,4999}", ids, re.ASCII):
            raise request.not_found()
        # each counter once: a page costs time, and an address can name one very often
        numbers = dict.fromkeys(map(int, ids.split(",")))
        asked = request.env["asn.counter"].browse(numbers).exists()
        counters = asked._filtered_access("read").filtered(
            lambda counter: not counter.revoked
        )
        if not counters:
            raise request.not_found()
        headers = [
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", content_disposition(self._name(counters))),
            ("Cache-Control", "no-store"),
        ]
        return request.make_response(poster.make(map(self._place, counters)), headers)

    def _place(self, counter):
        # The words of the poster are Indonesian, so are the names on it.
        counter = counter.with_context(lang=self._lang())
        return (
            counter.company_id.name,
            counter.department_id.name,
            counter.service_id.name,
            counter.name,
            counter.public_url,
        )

    def _lang(self):
        installed = request.env["res.lang"]._get_data(code="id_ID")
        return "id_ID" if installed else None

    def _name(self, counters):
        if len(counters) > 1:
            return f"Poster {len(counters)} loket.pdf"
        return f"Poster {counters.department_id.name} {counters.name}.pdf"
