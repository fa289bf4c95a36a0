# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from odoo import api, models
from odoo.exceptions import UserError

MAX_ACCOUNTS = 200
BLANK = "." * 24
EMPTY = "-"
PREDICATES = {
    "very_good": "Sangat Baik",
    "good": "Baik",
    "needs_improvement": "Butuh Perbaikan",
    "poor": "Kurang",
    "very_poor": "Sangat Kurang",
}
GRADES = {
    "pemula": "Pemula",
    "terampil": "Terampil",
    "mahir": "Mahir",
    "penyelia": "Penyelia",
    "ahli_pertama": "Ahli Pertama",
    "ahli_muda": "Ahli Muda",
    "ahli_madya": "Ahli Madya",
    "ahli_utama": "Ahli Utama",
}
#: Rows of the last sheet: what each kind of line is called there.
KINDS = (
    ("opening", "Saldo awal (angka kredit dasar/lama)"),
    ("conversion", "Konversi predikat kinerja"),
    ("diploma", "Peningkatan pendidikan"),
    ("correction", "Penyesuaian"),
)


class ReportAsnCredit(models.AbstractModel):
    """The three sheets of angka kredit, in Indonesian whoever prints them.

    Conversion of the last year, accumulation of all lines, and the comparison with the
    minimums on which the authorised official decides.
    """

    _name = "report.hr_asn_kinerja.report_asn_credit"
    _description = "Printed Credit"

    @api.model
    def _get_report_values(self, docids, data=None):
        accounts = self.env["asn.credit.account"].browse(docids).exists()
        if not accounts:
            raise UserError(self.env._("There is no credit to print. Choose some."))
        if len(accounts) > MAX_ACCOUNTS:
            raise UserError(
                self.env._(
                    "At most %(most)s people are printed at once. Choose fewer.",
                    most=MAX_ACCOUNTS,
                )
            )
        accounts.check_access("read")
        # sudo: asn.credit - read rights were checked; the assessor's name is printed
        accounts_sudo = accounts.sudo()
        return {
            "doc_ids": accounts.ids,
            "doc_model": "asn.credit.account",
            "docs": accounts,
            "pages": [self._get_page(account) for account in accounts_sudo],
        }

    @api.model
    def _get_page(self, account):
        lines = account.credit_ids.sorted(lambda line: (line.date_to, line.id))
        conversions = lines.filtered("evaluation_id")
        last = conversions[-1:]
        of_year = conversions.filtered(
            lambda line: line.date_to.year == last.date_to.year
        )
        return {
            "agency": account.company_id.name,
            "place": account.company_id.city or BLANK,
            "people": self._get_people(account),
            "year": last.date_to.year if last else EMPTY,
            "conversions": [self._get_line(line) for line in of_year],
            "conversion_total": self._sum(of_year),
            "assessor": self._get_assessor(last.evaluation_id),
            "lines": [self._get_line(line) for line in lines],
            "total": self._number(account.total),
            "sums": [
                (label, self._sum(lines.filtered(lambda line, k=kind: line.kind == k)))
                for kind, label in KINDS
            ],
            "targets": self._get_targets(account),
            "conclusion": self._get_conclusion(account),
        }

    @api.model
    def _get_people(self, account):
        nip = self.env["hr.employee"]._format_nip(account.employee_nip)
        return [
            ("Nama", account.employee_name or EMPTY),
            ("NIP", nip or EMPTY),
            ("Pangkat/golongan ruang", account.rank_code or EMPTY),
            ("Jabatan", account.position_name or EMPTY),
            ("Jenjang", GRADES[account.grade]),
            ("Unit kerja", account.department_id.name or EMPTY),
        ]

    @api.model
    def _get_assessor(self, evaluation):
        nip = self.env["hr.employee"]._format_nip(evaluation.assessor_nip)
        return (evaluation.assessor_name or BLANK, nip or BLANK)

    @api.model
    def _get_line(self, line):
        begin = self._day(line.date_from) if line.date_from else ""
        end = self._day(line.date_to)
        labels = dict(KINDS)
        return {
            "span": f"{begin} s/d {end}" if begin else end,
            "label": PREDICATES.get(line.predicate) or labels[line.kind],
            "months": line.months or EMPTY,
            "share": f"{line.share}%" if line.share else EMPTY,
            "coefficient": self._number(line.coefficient)
            if line.coefficient
            else EMPTY,
            "amount": self._number(line.amount),
            "reason": line.reason or "",
        }

    @api.model
    def _get_targets(self, account):
        """Return (label, minimum, total, surplus or gap) for rank and grade."""
        rows = []
        for label, minimum in (
            ("Kenaikan pangkat setingkat lebih tinggi", account.rank_minimum),
            ("Kenaikan jenjang jabatan setingkat lebih tinggi", account.grade_minimum),
        ):
            if minimum:
                rest = Decimal(str(account.total)) - Decimal(str(minimum))
                sign = "Kelebihan" if rest >= 0 else "Kekurangan"
                rows.append(
                    (
                        label,
                        self._number(minimum),
                        self._number(account.total),
                        f"{sign} {self._number(abs(rest))}",
                    )
                )
        return rows

    @api.model
    def _get_conclusion(self, account):
        if account.is_grade_reached:
            return (
                "Angka kredit kumulatif memenuhi syarat untuk dipertimbangkan naik "
                "jenjang, setelah lulus uji kompetensi dan tersedia lowongan kebutuhan."
            )
        if account.is_rank_reached:
            return (
                "Angka kredit kumulatif memenuhi syarat untuk dipertimbangkan naik "
                "pangkat setingkat lebih tinggi."
            )
        return (
            "Angka kredit kumulatif belum memenuhi syarat kenaikan pangkat/jenjang "
            "setingkat lebih tinggi."
        )

    @api.model
    def _sum(self, lines):
        return self._number(self.env["asn.credit.account"]._sum_exact(lines))

    @api.model
    def _number(self, value):
        return format_decimal(
            Decimal(str(value or 0)), format="#,##0.000", locale="id_ID"
        )

    @api.model
    def _day(self, date):
        return format_date(date, "d MMMM y", locale="id")
