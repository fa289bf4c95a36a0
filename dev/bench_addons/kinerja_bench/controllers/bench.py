# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import http
from odoo.http import request

ROUTE = {"auth": "public", "csrf": False, "save_session": False}


class Bench(http.Controller):
    """What any public route costs in this Odoo, before it does anything useful."""

    @http.route("/kinerja_bench/read", methods=["GET"], readonly=True, **ROUTE)
    def read(self):
        """Answer without touching a record."""
        return "ok"

    @http.route("/kinerja_bench/insert", methods=["POST"], **ROUTE)
    def insert(self, name="", score="0"):
        """Create one record."""
        # sudo: kinerja.bench.row - visitors write rows that mean nothing
        rows = request.env["kinerja.bench.row"].sudo()
        rows.create({"name": name, "score": int(score)})
        return "ok"
