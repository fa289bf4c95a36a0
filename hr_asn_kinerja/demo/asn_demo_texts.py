# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What people wrote into their documents."""

RETURN_NOTE = (
    "Target pembayaran belum selaras dengan rencana kas triwulanan. Mohon sesuaikan, "
    "lalu ajukan kembali paling lambat akhir pekan ini."
)

#: By aspect: what stands behind a realisation.
NOTES = {
    "quantity": (
        "Dihitung dari register pelayanan yang sudah diverifikasi atasan.",
        "Sesuai rekapitulasi bulanan; daftar terlampir pada laporan bidang.",
        "Bersumber dari laporan kegiatan yang telah ditandatangani.",
    ),
    "quality": (
        "Hasil uji petik bersama tim; lembar verifikasi tersimpan di bidang.",
        "Berdasarkan hasil reviu dokumen pada akhir triwulan.",
        "Dihitung dari formulir pemeriksaan mutu yang diisi setiap pekan.",
    ),
    "time": (
        "Rata-rata dihitung dari tanggal berkas lengkap sampai tanggal selesai.",
        "Bersumber dari catatan waktu pada buku kendali layanan.",
        "Dihitung dari buku agenda; hari libur nasional tidak dihitung.",
    ),
    "cost": (
        "Dibandingkan dengan rencana kas yang telah ditetapkan.",
        "Sesuai kartu persediaan dan berita acara pemakaian.",
    ),
}
NOTES_ANNUAL = (
    "Rata-rata empat triwulan; rincian ada pada evaluasi setiap triwulan.",
    "Dihitung dari realisasi triwulan I sampai dengan IV.",
)
NOTES_BELOW = (
    "Belum tercapai karena berkas menumpuk pada pertengahan triwulan; penyelesaian "
    "bertahap sudah dijadwalkan.",
    "Belum tercapai; pencatatan sempat tertinggal dan sedang dilengkapi.",
)
EMPLOYEE_NOTES = (
    "",
    "",
    "",
    "Pada triwulan ini saya juga membantu penyusunan laporan unit.",
    "Gangguan jaringan selama tiga hari sempat memperlambat layanan; semua permohonan "
    "sudah diselesaikan.",
    "Mohon arahan untuk peningkatan kompetensi yang sesuai dengan tugas saya.",
)
RESULT_REASONS = {
    "above": (
        "Sebagian besar indikator melampaui target dan buktinya lengkap.",
        "Hasil kerja melampaui target tanpa mengurangi mutu layanan.",
        "Target tercapai lebih cepat; hasilnya sudah dimanfaatkan unit lain.",
    ),
    "meets": (
        "Seluruh indikator utama tercapai sesuai target dengan bukti yang memadai.",
        "Hasil kerja sesuai dengan yang disepakati pada awal tahun.",
        "Target tercapai; satu indikator perlu dijaga pada triwulan berikutnya.",
    ),
    "below": (
        "Dua indikator utama tertinggal dari target tanpa kendala di luar kendali.",
        "Hasil belum sesuai kesepakatan; bukti untuk satu indikator tidak lengkap.",
    ),
}
BEHAVIOUR_REASONS = {
    "above": (
        "Berinisiatif membimbing rekan kerja dan menjadi teladan disiplin.",
        "Menggagas perbaikan alur kerja dan melibatkan unit lain dengan baik.",
        "Sigap membantu masyarakat, termasuk di luar tugas pokoknya.",
    ),
    "meets": (
        "Disiplin, ramah, dan dapat diandalkan dalam pekerjaan sehari-hari.",
        "Bekerja sama dengan baik dan terbuka terhadap umpan balik.",
        "Menunjukkan perilaku sesuai nilai dasar ASN secara konsisten.",
    ),
}
RECOMMENDATIONS = {
    "above": (
        "Pertahankan kinerja ini. Diusulkan menjadi pembimbing bagi pegawai baru.",
        "Sangat baik. Dipertimbangkan untuk penugasan yang lebih menantang.",
    ),
    "meets": (
        "Pertahankan, dan tingkatkan pendokumentasian bukti dukung setiap bulan.",
        "Kinerja baik. Ikuti pelatihan teknis yang relevan pada semester depan.",
        "Jaga ketepatan waktu layanan; lanjutkan koordinasi mingguan.",
    ),
    "below": (
        "Susun rencana perbaikan bersama atasan; kemajuan dibahas setiap dua pekan.",
        "Perlu bimbingan kinerja dan pengaturan ulang prioritas pekerjaan.",
    ),
}
#: By rating of the unit.
UNIT_NOTES = {
    "outstanding": "Seluruh indikator kinerja utama melampaui target perjanjian "
    "kinerja.",
    "good": "Capaian indikator kinerja utama sesuai target perjanjian kinerja.",
    "needs_improvement": "Sebagian indikator kinerja utama belum mencapai target; "
    "rencana perbaikan sudah ditetapkan.",
}
