# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL

from .asn_period import DEFAULT_TIMEZONE


class AsnDelivery(models.Model):
    """Which evaluation is delivered when: names and dates only, never a rating.

    Officers and managers read no evaluation before its delivery; this is what they may
    know of it. One query, nothing is stored.
    """

    _name = "asn.delivery"
    _description = "Delivery of an Evaluation"
    _auto = False
    _order = "days_late desc, deliver_until, id"
    _rec_name = "employee_name"
    _rec_names_search = ["employee_name", "assessor_name"]
    _depends = {
        "asn.evaluation": [
            "acknowledge_until",
            "acknowledged_on",
            "assessor_id",
            "assessor_name",
            "assessor_user_id",
            "company_id",
            "deliver_until",
            "delivered_on",
            "department_id",
            "employee_id",
            "employee_name",
            "employee_user_id",
            "interval_id",
            "state",
            "superior_id",
            "superior_user_id",
            "unit_name",
        ],
        "asn.period.interval": ["period_id"],
        "res.company": ["resource_calendar_id"],
        "resource.calendar": ["tz"],
    }

    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    interval_id = fields.Many2one("asn.period.interval", readonly=True)
    period_id = fields.Many2one("asn.period", readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True)
    employee_name = fields.Char(string="Name", readonly=True)
    employee_user_id = fields.Many2one(
        "res.users", string="Employee's User", readonly=True
    )
    unit_name = fields.Char(string="Unit (as printed)", readonly=True)
    assessor_id = fields.Many2one(
        "hr.employee", string="Official Who Assesses", readonly=True
    )
    assessor_name = fields.Char(string="Assessor", readonly=True)
    assessor_user_id = fields.Many2one(
        "res.users", string="Assessor's User", readonly=True
    )
    superior_id = fields.Many2one(
        "hr.employee", string="Assessor's Superior", readonly=True
    )
    superior_user_id = fields.Many2one(
        "res.users", string="Superior's User", readonly=True
    )
    deliver_until = fields.Date(string="Last Day to Deliver", readonly=True)
    delivered_on = fields.Date(readonly=True)
    acknowledge_until = fields.Date(string="Last Day to Confirm", readonly=True)
    acknowledged_on = fields.Date(string="Confirmed On", readonly=True)
    days_late = fields.Integer(readonly=True, aggregator="max")
    is_late = fields.Boolean(string="Late", readonly=True)
    is_open = fields.Boolean(string="Not Delivered Yet", readonly=True)
    is_unconfirmed = fields.Boolean(
        string="Receipt Not Confirmed in Time", readonly=True
    )

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT e.id, e.company_id, e.department_id, e.interval_id, i.period_id,
                   e.employee_id, e.employee_name, e.employee_user_id, e.unit_name,
                   e.assessor_id, e.assessor_name, e.assessor_user_id, e.superior_id,
                   e.superior_user_id, e.deliver_until, e.delivered_on,
                   e.acknowledge_until, e.acknowledged_on,
                   GREATEST(COALESCE(
                       COALESCE(e.delivered_on, t.today) - e.deliver_until, 0), 0)
                   AS days_late,
                   COALESCE(COALESCE(e.delivered_on, t.today) > e.deliver_until, FALSE)
                   AS is_late,
                   e.delivered_on IS NULL AS is_open,
                   COALESCE(e.acknowledged_on IS NULL
                            AND t.today > e.acknowledge_until, FALSE)
                   AS is_unconfirmed
              FROM asn_evaluation e
              JOIN asn_period_interval i ON i.id = e.interval_id
              JOIN LATERAL (
                   SELECT (%(now)s::timestamp AT TIME ZONE 'UTC'
                           AT TIME ZONE COALESCE(r.tz, %(zone)s))::date AS today
                     FROM res_company c
                LEFT JOIN resource_calendar r ON r.id = c.resource_calendar_id
                    WHERE c.id = e.company_id) t ON TRUE
            """,
            now=fields.Datetime.now(),
            zone=DEFAULT_TIMEZONE,
        )
