# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

ASN_KINDS = [
    ("pns", "PNS"),
    ("cpns", "CPNS"),
    ("pppk", "PPPK"),
    ("pppk_part_time", "PPPK Part Time"),
]
POSITION_KINDS = [
    ("jpt_utama", "Principal High Leadership (JPT Utama)"),
    ("jpt_madya", "Middle High Leadership (JPT Madya)"),
    ("jpt_pratama", "First High Leadership (JPT Pratama)"),
    ("administrator", "Administrator"),
    ("pengawas", "Supervisor (Pengawas)"),
    ("fungsional_keahlian", "Functional, Expertise"),
    ("fungsional_keterampilan", "Functional, Skill"),
    ("pelaksana", "Executive (Pelaksana)"),
]
POSITION_GRADES = [
    ("pemula", "Pemula"),
    ("terampil", "Terampil"),
    ("mahir", "Mahir"),
    ("penyelia", "Penyelia"),
    ("ahli_pertama", "Ahli Pertama"),
    ("ahli_muda", "Ahli Muda"),
    ("ahli_madya", "Ahli Madya"),
    ("ahli_utama", "Ahli Utama"),
]


class HrVersion(models.Model):
    """What changes in the career of a civil servant, dated by the version.

    A changed rank or position is a new version (`create_version`), never an overwrite:
    documents of earlier periods read the version of their own time.
    """

    _inherit = "hr.version"

    asn_kind = fields.Selection(ASN_KINDS, string="ASN Kind", tracking=True)
    asn_rank_id = fields.Many2one("asn.rank", string="Rank", tracking=True)
    position_kind = fields.Selection(POSITION_KINDS, tracking=True)
    position_grade = fields.Selection(
        POSITION_GRADES, help="Grade of a functional position.", tracking=True
    )

    @api.model
    def _get_order_at(self, date):
        """Give the order of `v` in which `hr.employee._get_version` would choose.

        The last version that has begun on the date, else the very first.
        """
        return SQL(
            """
            (v.date_version <= %(date)s) DESC,
            CASE WHEN v.date_version <= %(date)s THEN v.date_version END DESC,
            v.date_version, v.id
            """,
            date=date,
        )
