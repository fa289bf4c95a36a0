# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from odoo import api, fields, models
from odoo.tools import SQL

from odoo.addons.hr_asn_kinerja.tools.formulas import guard

from ..citizen_rules import ELEMENTS

ASKED = [("yes", "Yes"), ("no", "No")]
SEXES = [("female", "Female"), ("male", "Male")]
AGE_BANDS = [
    ("under_20", "Under 20"),
    ("20_29", "20 to 29"),
    ("30_39", "30 to 39"),
    ("40_49", "40 to 49"),
    ("50_59", "50 to 59"),
    ("60_up", "60 and older"),
]
EDUCATIONS = [
    ("sd", "Primary school (SD)"),
    ("smp", "Junior high school (SMP)"),
    ("sma", "Senior high school (SMA)"),
    ("diploma", "Diploma (D1-D3)"),
    ("s1", "Bachelor (S1)"),
    ("s2", "Master (S2)"),
    ("s3", "Doctor (S3)"),
]
OCCUPATIONS = [
    ("pns", "Civil servant (PNS)"),
    ("tni", "Armed forces (TNI)"),
    ("polri", "Police (Polri)"),
    ("private", "Private employee"),
    ("entrepreneur", "Entrepreneur"),
    ("other", "Other"),
]
ABOUT = {
    "asked": ASKED,
    "sex": SEXES,
    "age_band": AGE_BANDS,
    "education": EDUCATIONS,
    "occupation": OCCUPATIONS,
}


class AsnCitizenResponseDetail(models.Model):
    """What a citizen chose to add to the tap: nine questions, a comment, who they are.

    A second insert, once per answer. An element that was not answered is NULL, which
    the client shows as 0.
    """

    _name = "asn.citizen.response.detail"
    _description = "Details of a Citizen Answer"
    _inherit = "asn.append.only"
    _rec_name = "response_id"
    _log_access = False

    response_id = fields.Many2one(
        "asn.citizen.response", required=True, ondelete="cascade", readonly=True
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        ondelete="restrict",
        readonly=True,
    )
    requirements = fields.Integer(readonly=True, aggregator="avg")
    procedure = fields.Integer(readonly=True, aggregator="avg")
    time = fields.Integer(readonly=True, aggregator="avg")
    cost = fields.Integer(readonly=True, aggregator="avg")
    product = fields.Integer(readonly=True, aggregator="avg")
    competence = fields.Integer(readonly=True, aggregator="avg")
    conduct = fields.Integer(readonly=True, aggregator="avg")
    complaints = fields.Integer(
        string="Handling of Complaints", readonly=True, aggregator="avg"
    )
    facilities = fields.Integer(readonly=True, aggregator="avg")
    comment = fields.Text(readonly=True, exportable=False)
    comment_export = fields.Text(
        string="Comment (for Export)",
        compute="_compute_comment_export",
        store=True,
        help="The comment, made harmless for spreadsheets.",
    )
    asked = fields.Selection(ASKED, string="Asked for a Certain Score", readonly=True)
    sex = fields.Selection(SEXES, readonly=True)
    age_band = fields.Selection(AGE_BANDS, string="Age", readonly=True)
    education = fields.Selection(EDUCATIONS, readonly=True)
    occupation = fields.Selection(OCCUPATIONS, readonly=True)

    _response_once = models.UniqueIndex(
        "(response_id)", "An answer has only one set of details."
    )
    _elements_in_range = models.Constraint(
        "CHECK(" + " AND ".join(f'"{code}" BETWEEN 1 AND 4' for code in ELEMENTS) + ")",
        "Each element is answered from 1 to 4.",
    )

    @api.depends("comment")
    def _compute_comment_export(self):
        for detail in self:
            detail.comment_export = detail.comment and guard(detail.comment)

    @api.model
    def _take(self, response_id, company_id, values):
        """Store the details of an answer; a second set is not stored.

        :param values: {column: checked value}; what was not answered may be missing
        :return: whether the details were stored by this call
        """
        _id, stored = self._insert_once(
            self._complete(values)
            | {"response_id": response_id, "company_id": company_id},
            "response_id",
        )
        return stored

    @api.model
    def _complete(self, values):
        """Return a value for each column, with the comment for export."""
        comment = values.get("comment") or None
        columns = dict.fromkeys((*ELEMENTS, *ABOUT)) | values
        return columns | {
            "comment": comment,
            "comment_export": comment and guard(comment),
        }

    @api.model
    def _seed(self, counter, details):
        """Insert (response id, values) pairs with few statements."""
        rows = {
            response_id: self._complete(values)
            | {"response_id": response_id, "company_id": counter.company_id.id}
            for response_id, values in details
        }
        # A random id may meet an existing one: whatever is missing is drawn again.
        while rows:
            columns = SQL(", ").join(map(SQL.identifier, next(iter(rows.values()))))
            inserted = self.env.execute_query(
                SQL(
                    """
                    INSERT INTO asn_citizen_response_detail (%s)
                    SELECT %s FROM json_populate_recordset(
                           NULL::asn_citizen_response_detail, %s)
                        ON CONFLICT DO NOTHING
                    RETURNING response_id
                    """,
                    columns,
                    columns,
                    json.dumps(list(rows.values())),
                )
            )
            if not inserted:
                raise ValueError("an answer already has its details")
            for (response_id,) in inserted:
                del rows[response_id]
