# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from typing import NamedTuple

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL

from .asn_evaluation import DELIVERED_STATES
from .asn_officer_scope import OFFICER_GROUP
from .asn_workflow_mixin import AUDITOR_GROUP, MANAGER_GROUP


class Reader(NamedTuple):
    """What counts of the current user for the picture, as plain ids."""

    user_id: int
    is_auditor: bool
    is_manager: bool
    officer_unit_ids: frozenset
    official_ids: tuple


class AsnDistribution(models.AbstractModel):
    """Who may see the distribution of which units."""

    _name = "asn.distribution"
    _description = "Distribution of Predicates"

    @api.model
    def _get_reader(self):
        user = self.env.user
        units = self.env["hr.department"]
        if user.has_group(OFFICER_GROUP):
            units = self.env["asn.officer.scope"]._get_departments_today(user)
        officials = self.env["asn.delegation"]._get_running(user).official_id
        return Reader(
            user.id,
            user.has_group(AUDITOR_GROUP),
            user.has_group(MANAGER_GROUP),
            frozenset(units.ids),
            tuple(officials.ids),
        )

    @api.model
    def _get_seen_units(self, reader, interval, units):
        """Return the ids of the units whose picture the reader may open.

        :param units: all units of the agency, elevated
        """
        if reader.is_auditor or reader.is_manager:
            return set(units.ids)
        return set(reader.officer_unit_ids) | self._get_led_units(
            reader, interval, units
        )

    @api.model
    def _get_led_units(self, reader, interval, units):
        """Return the units in which the reader is the assessors' superior.

        Whoever also heads a unit above them sees the whole of it.
        """
        is_superior = Domain("superior_user_id", "=", reader.user_id) | Domain(
            "superior_id", "in", list(reader.official_ids)
        )
        # sudo: asn.evaluation - in which units the reader is the superior, no rating
        evaluations_sudo = self.env["asn.evaluation"].sudo()
        groups = evaluations_sudo._read_group(
            is_superior & Domain("interval_id", "=", interval.id), ["department_id"]
        )
        led = {unit.id for (unit,) in groups if unit}
        paths = {unit.id: unit.parent_path or "" for unit in units}
        # sudo: hr.employee - who the reader is, and in whose place they act
        own_sudo = (
            self.env["hr.employee"].sudo().search([("user_id", "=", reader.user_id)])
        )
        posts = {*own_sudo.ids, *reader.official_ids}
        for head in units.filtered(lambda unit: unit.manager_id.id in posts):
            below = {
                key for key, path in paths.items() if path.startswith(head.parent_path)
            }
            if below & led:
                led |= below
        return led

    @api.model
    def _get_known_sql(self, reader, evaluation):
        """Return the condition for ratings that the reader can read one by one.

        It is asked of evaluations and of worksheets, both by the name of e.

        :param evaluation: the column with the id of the evaluation, as SQL
        """
        officials = list(reader.official_ids) or [0]
        judges = SQL(
            "(e.employee_user_id IS DISTINCT FROM %s AND (e.assessor_user_id = %s"
            " OR e.superior_user_id = %s OR e.assessor_id = ANY(%s)"
            " OR e.superior_id = ANY(%s)))",
            *[reader.user_id] * 3,
            *[officials] * 2,
        )
        served = SQL("e.department_id = ANY(%s)", list(reader.officer_unit_ids) or [0])
        delivered = SQL(
            "(e.state IN %s AND (e.employee_user_id = %s OR %s OR %s))",
            DELIVERED_STATES,
            reader.user_id,
            SQL("TRUE") if reader.is_manager or reader.is_auditor else SQL("FALSE"),
            served,
        )
        return SQL("(%s OR %s)", judges, delivered)
