# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from .asn_skp_term_mixin import TERM_FIELDS
from .hr_version import POSITION_KINDS


class AsnSkp(models.Model):
    """Sasaran Kinerja Pegawai: what one employee will achieve in one position.

    The employee writes while it is a draft; from then on it only changes through its
    steps.
    """

    _name = "asn.skp"
    _description = "Performance Plan (SKP)"
    _inherit = ["asn.workflow.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_from desc, employee_name, id"
    _rec_names_search = ["employee_name", "employee_nip"]
    _check_company_auto = True
    _workflow_document = "skp"
    _open_fields = frozenset({"approach", "result_ids", *TERM_FIELDS})

    period_id = fields.Many2one(
        "asn.period", required=True, index=True, ondelete="restrict", check_company=True
    )
    date_from = fields.Date(string="From", required=True, readonly=True)
    date_to = fields.Date(string="To", required=True, readonly=True)
    approach = fields.Selection(
        [("quantitative", "Quantitative"), ("qualitative", "Qualitative")],
        required=True,
        default="quantitative",
        help="Quantitative: indicator and target stand apart. Qualitative: they "
        "are told together as a sentence.",
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("submitted", "Submitted"),
            ("reviewed", "Reviewed"),
            ("agreed", "Agreed"),
            ("closed", "Closed"),
            ("cancelled", "Cancelled"),
        ],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    return_note = fields.Text(
        readonly=True, copy=False, help="Why the plan was returned the last time."
    )
    position_kind = fields.Selection(
        POSITION_KINDS,
        readonly=True,
        help="Kind of the position in which it is written.",
    )
    previous_id = fields.Many2one(
        "asn.skp",
        string="Plan Before",
        index="btree_not_null",
        readonly=True,
        copy=False,
        ondelete="set null",
        help="The plan that this one continues: last year's, or the one of the "
        "position before.",
    )
    agreed_on = fields.Date(readonly=True, copy=False)
    result_ids = fields.One2many(
        "asn.skp.result", "skp_id", string="Results", copy=True
    )
    evaluation_ids = fields.One2many("asn.evaluation", "skp_id", string="Evaluations")
    decision_ids = fields.One2many("asn.decision", "skp_id", string="Decisions")

    _listed = models.Index("(date_from DESC, employee_name, id)")
    _dates_in_order = models.Constraint(
        "CHECK(date_to >= date_from)",
        "The plan must end on or after the day it begins.",
    )
    _not_own_assessor = models.Constraint(
        "CHECK(assessor_id IS NULL OR assessor_id <> employee_id)",
        "Nobody can be their own assessor. Correct the superior in HR first.",
    )

    @api.depends("employee_name", "date_from", "date_to")
    def _compute_display_name(self):
        for skp in self:
            year = skp.date_from.year if skp.date_from else ""
            skp.display_name = f"SKP {year} - {skp.employee_name or ''}"

    @api.constrains("employee_id", "period_id", "date_from", "date_to", "state")
    def _check_overlap(self):
        """One employee has one plan at a time in a period."""
        running = self.filtered(lambda skp: skp.state != "cancelled")
        # sudo: asn.skp - the other plan may be out of the user's sight
        others = self.sudo().search(
            Domain("employee_id", "in", running.employee_id.ids)
            & Domain("period_id", "in", running.period_id.ids)
            & Domain("state", "!=", "cancelled")
        )
        by_person = others.grouped(lambda skp: skp._get_overlap_key())
        for skp in running.sudo():
            for other in by_person.get(skp._get_overlap_key(), others[:0]):
                if (
                    other != skp
                    and other.date_from <= skp.date_to
                    and other.date_to >= skp.date_from
                ):
                    raise ValidationError(
                        self.env._(
                            "%(name)s already has a plan in this period. Open it.",
                            name=skp.employee_name,
                        )
                    )

    def _get_overlap_key(self):
        """Return what two plans share that must not run at the same time."""
        self.ensure_one()
        return (self.employee_id, self.period_id)

    @api.model
    def default_get(self, fields_list):
        """Start with the running period, so that planning needs no setup screen."""
        values = super().default_get(fields_list)
        if "period_id" in fields_list and not values.get("period_id"):
            values["period_id"] = self._get_open_period().id
        return values

    @api.model
    def _get_open_period(self):
        return self.env["asn.period"].search(
            [("state", "=", "open"), ("company_id", "=", self.env.company.id)],
            order="date_from desc",
            limit=1,
        )

    @api.model_create_multi
    def create(self, vals_list):
        """Fill the people from HR; a plain user makes only their own plan."""
        if not self.env.su:
            return self._create_own(vals_list)
        skps = super().create([self._complete_values(vals) for vals in vals_list])
        skps._link_leader()
        return skps

    @api.model
    def _create_own(self, vals_list):
        """Make the plan elevated, but write its content with the user's own rights."""
        heads = [self._restrict_to_own(vals) for vals in vals_list]
        # sudo: asn.skp - people and dates are columns that the user may not write
        skps = self.sudo().create(heads).sudo(False)
        for skp, vals in zip(skps, vals_list, strict=True):
            content = {key: vals[key] for key in self._open_fields if key in vals}
            if content:
                skp.write(content)
        return skps

    @api.model
    def _restrict_to_own(self, vals):
        """Return the values of the head: the user's own employee and nothing else."""
        self.check_access("create")
        own = self.env.user.with_company(self.env.company).employee_id
        asked = vals.get("employee_id")
        if not own:
            raise UserError(
                self.env._(
                    "Your login is not linked to an employee of this agency. Ask the "
                    "personnel office to link it."
                )
            )
        if asked and asked != own.id:
            raise AccessError(self.env._("You can only write your own plan."))
        period = self.env["asn.period"].browse(vals.get("period_id") or [])
        period = period or self._get_open_period()
        if period.state != "open":
            raise UserError(
                self.env._("There is no open period. The agency has to open one first.")
            )
        return {"employee_id": own.id, "period_id": period.id}

    @api.model
    def _complete_values(self, vals):
        """Return the values with agency, dates and people filled from HR."""
        # sudo: hr.employee - the plan takes its people from HR whoever makes it
        period = self.env["asn.period"].sudo().browse(vals["period_id"])
        employee = self.env["hr.employee"].sudo().browse(vals["employee_id"])
        assessor = employee.browse(vals.get("assessor_id") or employee.parent_id.id)
        superior = employee.browse(vals.get("superior_id") or assessor.parent_id.id)
        date_from = fields.Date.to_date(vals.get("date_from")) or period.date_from
        return {
            "company_id": period.company_id.id,
            "date_from": date_from,
            "date_to": period.date_to,
            **self._get_people_values(
                employee, assessor, superior, self._get_version_date(period, date_from)
            ),
            **vals,
        }

    @api.model
    def _get_people_values(self, employee, assessor, superior, date):
        """Return the columns of the people, and the kind of the position."""
        values = super()._get_people_values(employee, assessor, superior, date)
        # sudo: hr.employee - the plan takes its people from HR whoever makes it
        version_sudo = employee.sudo()._get_version(date)
        return {**values, "position_kind": version_sudo.position_kind}

    @api.model
    def _get_version_date(self, period, date_from):
        """Return today, moved into the time of the plan."""
        return max(min(period._today(), period.date_to), date_from)

    def _get_period(self):
        return self.period_id

    def _prepare_evaluation_values(self, interval):
        """Return the values of an evaluation of this plan: its people come along."""
        self.ensure_one()
        names = self.env["asn.document.mixin"]._fields
        people = [
            name
            for name, field in self.env["asn.evaluation"]._fields.items()
            if name in names and field.store and not field.compute and name != "id"
        ]
        values = self._read_format(people, load=None)[0]
        return {
            **{name: values[name] for name in people},
            "skp_id": self.id,
            "interval_id": interval.id,
        }
