# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..kinerja_rules.workflow import SKP_HOLDING


class AsnRoleMatrix(models.AbstractModel):
    """Matriks Pembagian Peran dan Hasil: who carries which result of a leader.

    The results of one agreed plan stand across the top, the people down the side, and
    each cell holds the results by which a person serves one of them. Everything here is
    called by the screen: each method first asks who the user is to the plan at the top,
    and only then works elevated, on named columns.
    """

    _name = "asn.role.matrix"
    _description = "Role-Result Matrix"

    @api.model
    @api.readonly
    def get_matrix(self, skp_id=None):
        """Return plan, columns, rows and results of a matrix, in a few queries.

        :param skp_id: the plan at the top; the user's own running one by default
        """
        plans = self._get_plans()
        plan = self._get_plan(skp_id) if skp_id else self._choose_plan(plans)
        answer = {"plans": [self._read_plan(one) for one in plans | plan]}
        if not plan:
            return {**answer, "plan": False, "columns": [], "rows": [], "results": []}
        rows = self._get_rows(plan)
        return {
            **answer,
            "plan": {**self._read_plan(plan), "lock": self._get_plan_lock(plan)},
            "columns": [self._read_column(result) for result in plan.result_ids],
            "rows": [self._read_row(plan, row) for row in rows],
            "results": self._read_results(self._get_results(plan, rows)),
        }

    @api.model
    def _get_plans_domain(self):
        """Plans of the user and of the officials for whom the user acts today."""
        officials = self.env["asn.delegation"]._get_running(self.env.user).official_id
        return (
            Domain("employee_user_id", "=", self.env.uid)
            | Domain("employee_id", "in", officials.ids)
        ) & Domain("state", "in", SKP_HOLDING)

    @api.model
    def _get_plans(self):
        """Return, elevated, the plans of which the user may open the matrix."""
        return self._elevate()["asn.skp"].search(
            self._get_plans_domain()
            & Domain("company_id", "in", self.env.companies.ids),
            order="date_from desc, id desc",
        )

    @api.model
    def _choose_plan(self, plans):
        """Return the user's own plan that runs, else the newest one."""
        own = plans.filtered(lambda plan: plan.employee_user_id == self.env.user)
        running = plans.filtered(lambda plan: plan.state == "agreed")
        return (own & running)[:1] or running[:1] or plans[:1]

    @api.model
    def _get_plan(self, skp_id):
        """Return the plan at the top, elevated, once it is sure that the user may.

        :raises AccessError: neither its employee nor acting for them
        :raises UserError: not agreed yet
        """
        plan = self._elevate()["asn.skp"].browse(self._check_id(skp_id)).exists()
        officials = self.env["asn.delegation"]._get_running(self.env.user).official_id
        if plan.company_id not in self.env.companies or (
            plan.employee_user_id != self.env.user and plan.employee_id not in officials
        ):
            raise AccessError(
                self.env._(
                    "Only the owner of this plan, or who acts for them, opens its "
                    "matrix. Open it from the menu My Team."
                )
            )
        if plan.state not in SKP_HOLDING:
            raise UserError(
                self.env._(
                    "The matrix opens as soon as this plan is agreed: its results "
                    "stand across the top."
                )
            )
        return plan

    @api.model
    def _elevate(self):
        """Return an elevated environment without what a caller put into the context."""
        kept = ("lang", "tz", "uid", "allowed_company_ids")
        context = {
            key: self.env.context[key] for key in kept if key in self.env.context
        }
        # sudo: asn.skp, hr.employee - each caller checks the plan at the top first
        return self.env(su=True, context=context)

    @api.model
    def _check_id(self, number):
        """Refuse what is no id: callers over RPC send anything."""
        if isinstance(number, bool) or not isinstance(number, int) or number < 1:
            raise UserError(
                self.env._("This is no longer here. Reload the page to see how it is.")
            )
        return number

    @api.model
    def _get_plan_lock(self, plan):
        """Return why nothing may be written into the matrix, as a sentence."""
        if plan.state != "agreed":
            return self.env._("This plan is closed, so its matrix is only for reading.")
        if plan.period_id.state != "open":
            return self.env._(
                "The period is closed, so nothing in it changes any more."
            )
        return ""

    @api.model
    def _begin(self, skp_id):
        """Return the plan at the top if the user may write into its matrix now."""
        plan = self._get_plan(skp_id)
        lock = self._get_plan_lock(plan)
        if lock:
            raise UserError(lock)
        return plan

    @api.model
    def _read_plan(self, plan):
        return {
            "id": plan.id,
            "employee_id": plan.employee_id.id,
            "name": plan.employee_name or "",
            "position": plan.position_name or "",
            "period": plan.period_id.name,
            "is_own": plan.employee_user_id == self.env.user,
        }

    @api.model
    def _read_column(self, result):
        return {
            "id": result.id,
            "name": result.name,
            "kind": result.kind,
            "indicators": [
                {"id": line.id, "name": line.name, "target": line.target_label}
                for line in result.indicator_ids
            ],
        }
