# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import LockError, UserError

KINDS = ("main", "additional")


class AsnRoleMatrix(models.AbstractModel):
    """Writing into the draft plan of somebody else, which only the matrix does.

    The plan at the top says who may; the row says into which plan; the columns are
    named here. Nothing that a caller sends reaches another record or column.
    """

    _inherit = "asn.role.matrix"

    @api.model
    def write_cell(
        self,
        skp_id,
        employee_id,
        parent_id,
        name,
        kind="main",
        indicator_id=None,
        result_id=None,
        token=None,
    ):
        """Write one result of a person; begin a draft plan where there is none.

        :param parent_id: the result at the top that it serves
        :param indicator_id: the indicator at the top, if the columns are indicators
        :param result_id: the result to change; a new one by default
        :param token: how the result was when the user saw it
        :return: ``status`` is saved, or tells that it was changed or deleted meanwhile
        """
        plan = self._begin(skp_id)
        values = self._check_values(name, kind)
        if result_id:
            result = self._find_result(plan, result_id)
            conflict = self._get_conflict(plan, result, token)
            if conflict:
                return conflict
            self._check_row(
                plan, self._get_row(plan, result.skp_id.employee_id, result)
            )
            self._refuse(self._get_result_lock(result))
            result.write(values)
        else:
            column = self._get_column_values(plan, parent_id, indicator_id)
            row = self._get_row(plan, self._browse_employee(plan, employee_id))
            self._check_row(plan, row)
            result = self._add_result(plan, row, {**column, **values})
        return self._answer(plan, "saved", result)

    @api.model
    def remove_cell(self, skp_id, result_id, token=None):
        """Take a result that came from the matrix out of a draft plan again."""
        plan = self._begin(skp_id)
        result = self._find_result(plan, result_id)
        conflict = self._get_conflict(plan, result, token)
        if conflict:
            return conflict
        row = self._get_row(plan, result.skp_id.employee_id, result)
        self._check_row(plan, row)
        if result.origin != "assessor":
            raise UserError(
                self.env._(
                    "This result was not given by you: %(name)s brought it into the "
                    "plan, and only they can delete it.",
                    name=row.name,
                )
            )
        result.unlink()
        return {"status": "removed", "row": self._read_row(plan, row)}

    @api.model
    def _check_values(self, name, kind):
        text = name.strip() if isinstance(name, str) else ""
        if not text:
            raise UserError(self.env._("Write the result first; an empty one is none."))
        if kind not in KINDS:
            raise UserError(
                self.env._("Choose whether it is a main or an additional one.")
            )
        return {"name": text, "kind": kind}

    @api.model
    def _refuse(self, reason):
        if reason:
            raise UserError(reason)

    @api.model
    def _get_column_values(self, plan, parent_id, indicator_id):
        """Return the link to the column at the top, which has to be of this plan."""
        parent = plan.result_ids.filtered(lambda one: one.id == parent_id)
        indicator = parent.indicator_ids.filtered(lambda one: one.id == indicator_id)
        if not parent or (indicator_id and not indicator):
            raise UserError(
                self.env._("This column is no longer in the plan. Reload the page.")
            )
        return {"parent_id": parent.id, "parent_indicator_id": indicator.id}

    @api.model
    def _browse_employee(self, plan, employee_id):
        return plan.env["hr.employee"].browse(self._check_id(employee_id))

    @api.model
    def _find_result(self, plan, result_id):
        """Return the result if it serves the plan at the top, else nothing."""
        result = plan.env["asn.skp.result"].browse(self._check_id(result_id)).exists()
        # one that was agreed once is not deleted but taken out
        stands = result.active and result.parent_id in plan.result_ids
        return result if stands else result.browse()

    @api.model
    def _get_conflict(self, plan, result, token):
        """Return what was done to the result since the user saw it, or nothing."""
        if not result:
            return {"status": "deleted", "result": False}
        try:
            result.lock_for_update(allow_referencing=True)
        except LockError:
            raise UserError(
                self.env._(
                    "%(name)s is writing here right now. Try again in a moment.",
                    name=result.skp_id.employee_name,
                )
            ) from None
        result.invalidate_recordset(["name", "kind", "write_date", "parent_id"])
        if result.write_date.isoformat() == token:
            return None
        return self._answer(plan, "changed", result)

    @api.model
    def _get_row(self, plan, employee, result=None):
        """Return the row of a person: that of the result, else the one to write in."""
        rows = self._get_rows(plan, employee)
        if result:
            rows = [row for row in rows if row.skp == result.skp_id]
        # an earlier plan of the year may be closed already
        rows.sort(key=lambda row: row.skp.state not in (False, "draft"))
        if not rows:
            raise UserError(
                self.env._(
                    "This person is not in your matrix any more. Reload the page to "
                    "see who is."
                )
            )
        return rows[0]

    @api.model
    def _check_row(self, plan, row):
        if row.skp:
            row.skp.lock_for_update(allow_referencing=True)
            row.skp.invalidate_recordset(["state"])
        self._refuse(self._get_row_lock(plan, row))

    @api.model
    def _add_result(self, plan, row, values):
        """Make the result in the draft of the person, and the draft if need be."""
        skp = row.skp or self._begin_plan(plan, row)
        if skp.assessor_id != plan.employee_id:
            place = (plan.employee_name, plan.position_name)
            values["assigned_by"] = ", ".join(text for text in place if text)
        return plan.env["asn.skp.result"].create(
            {**values, "skp_id": skp.id, "origin": "assessor"}
        )

    @api.model
    def _begin_plan(self, plan, row):
        """Begin a draft for somebody without a plan, and note there who did."""
        # one at a time: two cells of one person must not begin two plans
        plan.lock_for_update(allow_referencing=True)
        skp = plan.create(
            {"employee_id": row.employee.id, "period_id": plan.period_id.id}
        )
        skp._message_log(
            body=self.env._(
                "%(name)s began this plan in the role-result matrix.",
                name=self.env.user.name,
            )
        )
        return skp

    @api.model
    def _answer(self, plan, status, result):
        row = self._get_row(plan, result.skp_id.employee_id, result)
        return {
            "status": status,
            "row": self._read_row(plan, row),
            "result": self._read_result(result),
        }
