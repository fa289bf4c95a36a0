# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL


class AsnSkpOriginReport(models.Model):
    """Who brought the results into the plans, one row a result, read only."""

    _name = "asn.skp.origin.report"
    _description = "Origin of Results"
    _auto = False
    _order = "department_id, id"
    _rec_name = "name"
    _depends = {
        "asn.skp.result": ["skp_id", "origin", "kind", "name"],
        "asn.skp": ["company_id", "period_id", "department_id", "state"],
    }

    name = fields.Text(string="Result", readonly=True)
    skp_id = fields.Many2one("asn.skp", string="SKP", readonly=True)
    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    period_id = fields.Many2one("asn.period", readonly=True)
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    kind = fields.Selection(
        [("main", "Main"), ("additional", "Additional")], readonly=True
    )
    state = fields.Selection(
        selection=lambda self: self.env["asn.skp"]._fields["state"].selection,
        readonly=True,
    )
    origin = fields.Selection(
        selection=lambda self: self.env["asn.skp.result"]._fields["origin"].selection,
        readonly=True,
    )
    employee_share = fields.Float(
        string="From Employees (%)",
        readonly=True,
        aggregator="avg",
        digits=(5, 1),
        help="How many of the results the employees wrote themselves, in percent.",
    )

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT r.id, r.name, r.skp_id, r.origin, r.kind,
                   s.company_id, s.period_id, s.department_id, s.state,
                   CASE WHEN r.origin = 'employee' THEN 100.0 ELSE 0.0 END
                       AS employee_share
              FROM asn_skp_result r
              JOIN asn_skp s ON s.id = r.skp_id
             WHERE s.state != 'cancelled'
            """
        )
