# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime

from odoo import api, models

from ..models.asn_notice import NOTICE

#: About whom, by whom, when (UTC), emoticon and words.
FEEDBACK = (
    (
        "pegawai",
        "penilai",
        "2026-02-12 03:10",
        "good",
        "Jemput bola di Desa Kampung Dalam berjalan tertib; daftar pemohon lengkap.",
    ),
    (
        "pegawai",
        "desi.putri",
        "2026-04-21 07:40",
        "thanks",
        "Terima kasih sudah membantu antrean loket saya pada hari Senin.",
    ),
    (
        "pegawai",
        "penilai",
        "2026-07-14 02:25",
        "advice",
        "Ejaan nama diperiksa bersama pemohon sebelum dicetak, supaya tidak diulang.",
    ),
    (
        "pegawai",
        "hotman.silaban",
        "2026-08-19 04:05",
        "excellent",
        "Rekap loket selalu siap sebelum rapat bidang; datanya mudah diperiksa.",
    ),
    (
        "pegawai",
        "bkpsdm",
        "2026-09-08 06:30",
        "thanks",
        "Masukan Anda pada uji coba aplikasi sangat membantu.",
    ),
    ("pegawai", "siti.khadijah", "2026-09-22 08:15", "good", None),
    (
        "desi.putri",
        "penilai",
        "2026-08-06 03:00",
        "good",
        "Berkas akta kelahiran selesai lebih cepat dari waktu layanan.",
    ),
    (
        "siti.khadijah",
        "penilai",
        "2026-08-27 03:30",
        "attention",
        "Tiga berkas pindah datang terlambat dicatat. Mohon dicatat pada hari yang "
        "sama.",
    ),
    ("maria.bere", "penilai", "2026-09-03 02:45", "excellent", None),
    (
        "hotman.silaban",
        "pegawai",
        "2026-09-10 05:20",
        "thanks",
        "Penjelasan tata cara verifikasi sangat jelas.",
    ),
    (
        "penilai",
        "pegawai",
        "2026-09-16 07:00",
        "good",
        "Arahan setiap Senin pagi membuat pembagian loket jelas.",
    ),
    (
        "penilai",
        "wulan.ningsih",
        "2026-09-18 07:35",
        "advice",
        "Jadwal jemput bola sebaiknya diumumkan seminggu sebelumnya.",
    ),
)


class AsnDemo(models.AbstractModel):
    """What people said about each other's work during the year."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_feedback(self):
        """Give it as the real people, and move it to the day on which it was said."""
        feedbacks = self.env["asn.feedback"]
        for about, giver, moment, emoticon, words in FEEDBACK:
            given = feedbacks.with_user(self._find_user(giver)).create(
                {
                    "employee_id": self._find_employee(about).id,
                    "emoticon": emoticon,
                    "words": words,
                }
            )
            given_at = datetime.fromisoformat(moment)
            given.sudo().write({"given_at": given_at, "date": given_at.date()})
        self.env["asn.feedback.request"].with_user(self._find_user("pegawai")).create(
            {
                "asked_id": self._find_employee("penilai").id,
                "question": "Apakah rekap loket yang baru sudah cukup jelas?",
            }
        )
        notices = [("mail_message_id.message_id", "like", f"-openerp-{NOTICE}@")]
        self.env["mail.notification"].search(notices).is_read = True
