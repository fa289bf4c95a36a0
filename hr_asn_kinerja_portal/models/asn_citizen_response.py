# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import secrets
from datetime import datetime
from hashlib import blake2b

import pytz

from odoo import api, fields, models
from odoo.tools import SQL

from ..citizen_rules import trust as trust_rule

DEFAULT_TIMEZONE = "Asia/Jakarta"
NOON = 12
SCORES = range(1, 5)
# Only these count in a published figure; the others are kept for the auditor.
COUNTED = ("verified", "kiosk", "walkup")
TRUST = {
    "verified": "Verified visit",
    "kiosk": "Paired tablet",
    "walkup": "Walk-up",
    "internal": "Internal",
    "quarantined": "Quarantined",
}


class AsnCitizenResponse(models.Model):
    """One tap at a counter. Says nothing about who tapped, nor exactly when.

    There is no date, address or device on purpose; do not add one. Not even the manager
    of the agency reads these rows: people see released figures.
    """

    _name = "asn.citizen.response"
    _description = "Citizen Answer"
    _inherit = "asn.append.only"
    _order = "period desc, id"
    _rec_name = "period"
    _log_access = False

    counter_id = fields.Many2one(
        "asn.counter", required=True, index=True, ondelete="restrict", readonly=True
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        ondelete="restrict",
        readonly=True,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        required=True,
        ondelete="restrict",
        readonly=True,
        help="The unit of the counter when the answer was given.",
    )
    service_id = fields.Many2one(
        "asn.service", string="Service", ondelete="restrict", readonly=True
    )
    score = fields.Integer(required=True, readonly=True, aggregator="avg")
    period = fields.Char(required=True, readonly=True, help="Month of the answer.")
    half_day = fields.Selection(
        [("am", "Before noon"), ("pm", "After noon")], required=True, readonly=True
    )
    trust = fields.Selection(
        [(key, TRUST[key]) for key in trust_rule.CLASSES],
        string="Trust Class",
        required=True,
        readonly=True,
    )
    lang = fields.Char(string="Language of the Page", readonly=True)
    nonce_hash = fields.Char(
        required=True, readonly=True, exportable=False, groups=fields.NO_ACCESS
    )
    detail_ids = fields.One2many(
        "asn.citizen.response.detail", "response_id", string="Details"
    )

    _score_in_range = models.Constraint(
        "CHECK(score BETWEEN 1 AND 4)", "A score is a number from 1 to 4."
    )
    _nonce_once = models.UniqueIndex("(nonce_hash)", "This form was already counted.")
    _department_period = models.Index("(department_id, period)")

    @api.model
    def _take(self, place, score, nonce, facts, lang):
        """Store one tap; a form that was already sent is not counted again.

        :param place: Place of the counter
        :param score: 1 to 4, checked by the caller
        :param nonce: text of the form's nonce, verified by the caller
        :param facts: citizen_rules.trust.Facts
        :param lang: language of the page
        :return: (id of the answer, whether it is new)
        """
        period, half_day = self._moment(place.timezone)
        values = {
            "counter_id": place.counter_id,
            "company_id": place.company_id,
            "department_id": place.department_id,
            "service_id": place.service_id,
            "score": score,
            "period": period,
            "half_day": half_day,
            "trust": trust_rule.classify(facts),
            "lang": lang,
            "nonce_hash": self._hash(nonce),
        }
        return self._insert_once(values, "nonce_hash")

    @api.model
    def _moment(self, timezone):
        """Return all that is ever kept of the time: the agency's month and half-day."""
        now = datetime.now(pytz.timezone(timezone or DEFAULT_TIMEZONE))
        return f"{now:%Y-%m}", "am" if now.hour < NOON else "pm"

    @staticmethod
    def _hash(nonce):
        return blake2b(nonce.encode(), digest_size=16).hexdigest()

    @api.model
    def _seed(self, counter, period, scores, *, trust="walkup", details=()):
        """Insert many answers with few statements, for demo data and benchmarks.

        :param counter: one asn.counter record
        :param period: 'YYYY-MM'
        :param scores: iterable of 1..4, one for each answer
        :param trust: key of citizen_rules.trust for all of them
        :param details: iterable of {column of asn.citizen.response.detail: value}, for
            the first answers in turn; an empty one leaves that answer a mere tap
        :return: number of answers inserted
        """
        scores, details = list(scores), list(details)
        salt = secrets.token_hex(8)
        rows = [
            (score, secrets.choice(("am", "pm")), self._hash(f"{salt}{number}"))
            for number, score in enumerate(scores)
        ]
        ids = {}
        # A random id may meet an existing one: whatever is missing is drawn again.
        while missing := [row for row in rows if row[2] not in ids]:
            ids.update(self._insert_seeds(counter, period, trust, missing))
        of_answers = zip((row[2] for row in rows), details, strict=False)
        self.env["asn.citizen.response.detail"]._seed(
            counter, [(ids[key], detail) for key, detail in of_answers if detail]
        )
        return len(rows)

    def _insert_seeds(self, counter, period, trust, rows):
        counter.flush_recordset()
        return self.env.execute_query(
            SQL(
                """
                INSERT INTO asn_citizen_response
                    (counter_id, company_id, department_id, service_id, period, trust,
                     lang, score, half_day, nonce_hash)
                SELECT %s, %s, %s, %s, %s, %s, 'id', score, half_day, nonce_hash
                  FROM unnest(%s, %s, %s) AS seed (score, half_day, nonce_hash)
                    ON CONFLICT DO NOTHING
                RETURNING nonce_hash, id
                """,
                counter.id,
                counter.company_id.id,
                counter.department_id.id,
                counter.service_id.id or None,
                period,
                trust_rule.CLASSES[trust_rule.CLASSES.index(trust)],
                *map(list, zip(*rows, strict=True)),
            )
        )
