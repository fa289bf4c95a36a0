# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

#: By core value: what leaders here expect in particular, two to choose from.
EXPECTATIONS = {
    "service": (
        "Menyelesaikan permohonan pada hari yang sama dan menjelaskan alasan setiap "
        "penundaan kepada pemohon.",
        "Menyediakan layanan ramah bagi lansia dan penyandang disabilitas tanpa "
        "diminta.",
    ),
    "accountable": (
        "Melaporkan kendala paling lambat satu hari kerja setelah diketahui.",
        "Menyimpan bukti dukung setiap bulan sehingga siap diperiksa.",
    ),
    "competent": (
        "Mengikuti sedikitnya satu pelatihan dan membagikan ilmunya kepada rekan.",
        "Membimbing satu rekan kerja sampai mandiri.",
    ),
    "harmonious": (
        "Menggantikan rekan yang berhalangan tanpa mengganggu layanan.",
        "Menyelesaikan perbedaan pendapat dalam tim secara terbuka.",
    ),
    "loyal": ("Menjaga kerahasiaan data penduduk dan data pegawai.",),
    "adaptive": (
        "Mengusulkan sedikitnya satu perbaikan alur kerja setiap semester.",
        "Memakai aplikasi baru sejak hari pertama dan membantu rekan mencobanya.",
    ),
    "collaborative": (
        "Berkoordinasi dengan unit terkait sebelum tenggat, bukan sesudahnya.",
        "Melibatkan perangkat desa dalam setiap kegiatan lapangan.",
    ),
}
#: By words of the result: from which side a senior official looks at it.
PERSPECTIVES = (
    ("pelayanan", "service_recipient"),
    ("masyarakat", "service_recipient"),
    ("aparatur", "internal_strengthening"),
    ("kompetensi", "internal_strengthening"),
    ("anggaran", "budget"),
    ("keuangan", "budget"),
)
QUALITATIVE = "julianti"
LANGUAGES = {"higher": "paling sedikit", "lower": "paling banyak", "range": "antara"}


class AsnDemo(models.AbstractModel):
    """Expectations, annexes and perspectives: what makes a plan a whole one."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _fill_contents(self, year, skps):
        """Write what leaders expect and take the usual texts, for all at once."""
        plans = self.env["asn.skp"].union(*skps.values())
        plans.action_suggest_annexes()
        keys = {skp: key for key, skp in skps.items()}
        for line in plans.behaviour_ids:
            code = line.behaviour_id.code
            drawn = self._random("expectation", year, keys[line.skp_id], code)
            if drawn.random() < 0.6:
                line.expectation = drawn.choice(EXPECTATIONS[code])

    @api.model
    def _prepare_content(self, skp, row):
        """Return scope and perspective of a result."""
        values = {}
        if skp.has_perspective:
            values["scope"] = "organisation"
        if skp._is_senior():
            text = row["text"].casefold()
            found = [side for word, side in PERSPECTIVES if word in text]
            values["perspective"] = (found or ["business_process"])[0]
        elif (
            row["serves"]
            and row["kind"] == "main"
            and skp.position_kind
            in (
                "administrator",
                "pengawas",
            )
        ):
            values["scope"] = "organisation"
        return values

    @api.model
    def _share_targets(self, results):
        """Let results with the unit of the leader's first indicator carry a part."""
        for parent, children in results.grouped("parent_id").items():
            target = parent.indicator_ids[:1]
            lines = children.indicator_ids.filtered(
                lambda line, target=target: line.unit == target.unit
                and line.aspect == target.aspect == "quantity"
            )
            if not target or not lines:
                continue
            for line in lines:
                line.leader_indicator_id = target
                line.share = 100 / len(lines)

    @api.model
    def _tell_in_words(self, skp):
        """Make a plan qualitative: its targets become sentences."""
        skp.approach = "qualitative"
        for line in skp.result_ids.indicator_ids:
            words = LANGUAGES[line.polarity]
            line.target_text = f"Tercapai {words} {line.target_label} sepanjang tahun."
