# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import fields, http
from odoo.http import request

from ..citizen_rules import ELEMENTS
from ..pages.results import results
from ..pages.words import words
from .reply import READ, database_language, language, reply

MONTHS = 12
FIGURES = (
    "period",
    "n",
    "basis",
    "converted",
    "grade",
    "verified_share",
    *(f"score_{score}" for score in range(1, 5)),
    *(f"mean_{code}" for code in ELEMENTS),
)


class Results(http.Controller):
    @http.route("/kepuasan", **READ)
    def show(self):
        lang = language()
        return reply(results(words(lang), self._agencies(database_language(lang))))

    def _agencies(self, lang):
        """Return {agency: [[figures of a unit, newest month first]]} of a year."""
        first = fields.Date.today() - relativedelta(months=MONTHS)
        # sudo: asn.satisfaction.release - released figures are for everybody
        releases_sudo = request.env["asn.satisfaction.release"].sudo()
        releases_sudo = releases_sudo.with_context(lang=lang).search_fetch(
            [("is_current", "=", True), ("period", ">=", f"{first:%Y-%m}")],
            ["company_id", "department_id", *FIGURES],
            order="company_id, department_id, period desc",
        )
        agencies = {}
        for unit, months in releases_sudo.grouped("department_id").items():
            figures = [
                {"department": unit.name, **{name: month[name] for name in FIGURES}}
                for month in months
            ]
            agencies.setdefault(months.company_id[:1].name, []).append(figures)
        return agencies
