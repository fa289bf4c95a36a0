# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Command

PERSON = "pegawai"
#: Second quarter: the file behind the first figures.
EVIDENCE_NAME = "rekap-loket-1-triwulan-2-2026.csv"
EVIDENCE = """Bulan;Permohonan;Diserahkan;Rata-rata waktu (jam)
April;158;155;21,4
Mei;149;149;20,8
Juni;167;163;22,1
"""
EVIDENCE_FIGURES = ((467, "Jumlah keping menurut rekap terlampir."),) + (
    (21.4, "Rata-rata tertimbang menurut rekap terlampir."),
)
#: Third quarter: what is written down so far, by the first indicator of a result.
PROGRESS = {
    "penerbitan": (
        468,
        "Juli 161, Agustus 148, September 159 keping; sesuai buku penyerahan.",
    ),
    "ketepatan": (
        0.43,
        "Dua keping dicetak ulang pada bulan Agustus karena salah ejaan nama.",
    ),
    "jemput_bola": (
        17,
        "Tiga kunjungan bersama perangkat desa; berita acara ada di subbagian umum.",
    ),
}


class AsnDemo(models.AbstractModel):
    """The employee whom everybody looks at first: figures that can be followed."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _complete_filling(self, evaluation, key):
        """Replace drawn figures where a file stands behind them."""
        if key == PERSON and evaluation.interval_id == self._find_quarter(2):
            self._attach_evidence(evaluation)

    @api.model
    def _find_quarter(self, number):
        return self._find("period_2026").interval_ids.filtered(
            lambda interval: interval.kind == "quarter" and interval.sequence == number
        )

    @api.model
    def _attach_evidence(self, evaluation):
        lines = evaluation.skp_id.result_ids[:1].indicator_ids
        by_indicator = evaluation.realisation_ids.grouped("indicator_id")
        for indicator, (value, note) in zip(lines, EVIDENCE_FIGURES, strict=True):
            by_indicator[indicator].write({"value": value, "note": note})
        line = by_indicator[lines[0]]
        file = (
            self.env["ir.attachment"]
            .with_user(evaluation.employee_user_id)
            .sudo()
            .create(
                {
                    "name": EVIDENCE_NAME,
                    "raw": EVIDENCE.encode(),
                    "mimetype": "text/csv",
                    "res_model": line._name,
                    "res_id": line.id,
                }
            )
        )
        line.evidence_ids = [Command.link(file.id)]

    @api.model
    def _begin_to_fill(self, evaluation, key):
        """Write what stands in an evaluation that has not been submitted."""
        if key != PERSON:
            return
        table = self._read_plans()["loket_ktp"]
        by_indicator = evaluation.realisation_ids.grouped("indicator_id")
        for result, name in zip(evaluation.skp_id.result_ids, table, strict=True):
            if name in PROGRESS:
                value, note = PROGRESS[name]
                line = by_indicator[result.indicator_ids[:1]]
                line.write({"value": value, "note": note})
