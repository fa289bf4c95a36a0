# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Command

MEMBERS = ("penilai", "sri.mulyaningsih")
DECREE = "800.1.11/117/BKPSDM/2026"
OFFICIAL = "sukarman.wijaya"
QUARTER = 3
#: Units whose proposals were compared, and where the comparison is still going on.
CLOSED, OPEN = "dpmptsp", "dinkes"
MINUTES = (
    "Hadir: dua anggota kalibrasi dan Sekretaris Daerah. Usulan rating dibandingkan "
    "antarbidang berdasarkan capaian dan bukti dukung. Satu rating diubah karena "
    "capaiannya setara dengan rekan pada bidang lain; alasan tercatat. Usulan lain "
    "tetap."
)
REASON = (
    "Capaian indikatornya setara dengan pegawai lain yang mendapat rating ini, dan "
    "bukti dukungnya lengkap."
)
DEPARTURE = (
    "Target layanan adminduk tahun ini tercapai lebih awal karena penambahan loket, "
    "sehingga predikat pegawai lebih tinggi daripada pola."
)


class AsnDemo(models.AbstractModel):
    """Patterns, a session that is closed and one that is open, and one reason."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_this_year(self):
        result = super()._build_this_year()
        manager = self._find_user("bkpsdm")
        self.env["asn.distribution.pattern"].with_user(manager).action_open()
        quarter = self._find("period_2026").interval_ids.filtered(
            lambda one: one.kind == "quarter" and one.sequence == QUARTER
        )
        roles = self._appoint_members()
        self._close_session(self._open_session(CLOSED, quarter, roles))
        self._open_session(OPEN, quarter, roles)
        self._explain_departure("dukcapil", "syafrudin.alamsyah", quarter)
        return result

    @api.model
    def _appoint_members(self):
        return self.env["asn.role.assignment"].create(
            [
                {
                    "user_id": self._find_user(key).id,
                    "role": "calibration",
                    "date_from": "2026-07-01",
                    "mandate_number": DECREE,
                }
                for key in MEMBERS
            ]
        )

    @api.model
    def _open_session(self, unit, quarter, roles):
        sessions = self.env["asn.calibration"].with_user(self._find_user("bkpsdm"))
        session = sessions.create(
            {
                "department_id": self._find_unit(unit).id,
                "interval_id": quarter.id,
                "official_id": self._find_employee(OFFICIAL).id,
                "member_ids": [Command.create({"role_id": role.id}) for role in roles],
            }
        )
        session.action_open()
        self._keep({f"calibration_{unit}": session.sudo()})
        return session

    @api.model
    def _close_session(self, session):
        """Change one rating as a member, and close as the official."""
        member = session.with_user(self._find_user(MEMBERS[1]))
        sheet = member._get_proposals().filtered("predicate")[:1]
        if sheet:
            result = "meets" if sheet.result_rating == "above" else "above"
            member.action_change(
                sheet.evaluation_id.id, result, sheet.behaviour_rating, REASON
            )
        official = session.with_user(self._find_user(OFFICIAL))
        official.minutes = MINUTES
        official.action_close()

    @api.model
    def _explain_departure(self, unit, author, quarter):
        distribution = self.env["asn.distribution"].with_user(self._find_user(author))
        distribution.explain(quarter.id, self._find_unit(unit).id, DEPARTURE)
