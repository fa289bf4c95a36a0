# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL


class AsnDistribution(models.AbstractModel):
    """What a session lets people see of the distribution, and what they have read."""

    _inherit = "asn.distribution"

    @api.model
    def _get_seen_units(self, reader, interval, units):
        """Members see the unit while it is open, the official also afterwards."""
        seen = super()._get_seen_units(reader, interval, units)
        official = Domain("official_user_id", "=", reader.user_id) | Domain(
            "official_id", "in", list(reader.official_ids)
        )
        member = Domain("state", "=", "open") & Domain(
            "member_ids.user_id", "=", reader.user_id
        )
        # sudo: asn.calibration - in which units the reader sits
        sessions_sudo = self.env["asn.calibration"].sudo()
        sessions_sudo = sessions_sudo.search(
            Domain("interval_id", "=", interval.id) & (official | member)
        )
        # the appointment of a member may have ended before the session
        sessions_sudo = sessions_sudo.filtered(
            lambda one: (
                one.official_user_id.id == reader.user_id
                or one.official_id.id in reader.official_ids
                or one.with_user(reader.user_id)._is_sitting()
            )
        )
        paths = tuple(sessions_sudo.department_id.mapped("parent_path"))
        if paths:
            seen |= {unit.id for unit in units if unit.parent_path.startswith(paths)}
        return seen

    @api.model
    def _get_known_sql(self, reader, evaluation):
        """What a member has once read is known, also after the session."""
        return SQL(
            "(%s OR EXISTS (SELECT FROM asn_calibration_seat s"
            " WHERE s.evaluation_id = %s AND s.user_id = %s))",
            super()._get_known_sql(reader, evaluation),
            evaluation,
            reader.user_id,
        )
