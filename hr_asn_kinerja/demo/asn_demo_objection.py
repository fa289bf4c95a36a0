# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

WAITING = "ferdy.liem"
REASONS = {
    "result": "Penataan arsip kependudukan bulan Juli dan Agustus belum dihitung, "
    "padahal buku penerimaan arsip sudah saya serahkan pada 4 September. Mohon "
    "angka realisasinya dilihat kembali.",
    "behaviour": "Keluhan pemohon pada 12 Agustus bukan di meja saya; hari itu saya "
    "bertugas di layanan keliling sesuai surat tugas.",
}
DECIDED_REASONS = {
    "result": "Dua laporan yang saya kirim pada minggu terakhir triwulan belum dibaca "
    "ketika penilaian dibuat."
}
EXPLANATION = (
    "Kedua laporan memang masuk setelah rekap ditutup. Isinya benar dan target "
    "triwulan tercapai; saya tidak keberatan bila hasilnya ditinjau kembali."
)
DECISION = (
    "Laporan yang tertinggal sah dan menunjukkan hasil di atas yang direncanakan. "
    "Penjelasan pejabat penilai mendukung perubahan."
)


class AsnDemo(models.AbstractModel):
    """One objection that waits for the assessor, and one that was decided."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_objections(self):
        delivered = self.env["asn.evaluation"].search(
            [
                ("state", "=", "delivered"),
                ("interval_id.period_id", "=", self._find("period_2026").id),
                ("assessor_user_id", "!=", False),
                ("superior_user_id", "!=", False),
                ("employee_user_id", "!=", False),
            ],
            order="id",
        )
        waiting_user = self._find_user(WAITING)
        waiting = delivered.filtered(lambda line: line.employee_user_id == waiting_user)
        if waiting:
            waiting[:1].with_user(waiting_user).action_object(REASONS)
        known = waiting_user | self._find_user("pegawai") | self._find_user("auditor")
        others = delivered.filtered(
            lambda line: (
                line.employee_user_id not in known and line.result_rating != "above"
            )
        )
        if others:
            self._pass_objection(others[:1])

    @api.model
    def _pass_objection(self, evaluation):
        evaluation.with_user(evaluation.employee_user_id).action_object(DECIDED_REASONS)
        evaluation.with_user(evaluation.assessor_user_id).action_explain(EXPLANATION)
        ratings = {
            "result_rating": "above",
            "behaviour_rating": evaluation.behaviour_rating,
        }
        evaluation.with_user(evaluation.superior_user_id).action_decide(
            "changed", ratings, DECISION
        )
