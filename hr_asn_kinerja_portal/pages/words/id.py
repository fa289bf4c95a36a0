# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Bahasa Indonesia. Questions and answers are those of PermenPANRB 14/2017."""

WORDS = {
    "lang": "id",
    "language": "Indonesia",
    "switch": "Bahasa",
    # The four faces
    "title": "Bagaimana pelayanan kami?",
    "hint": "Sentuh satu wajah, langsung terkirim.",
    "faces": ("Tidak puas", "Kurang puas", "Puas", "Sangat puas"),
    "service": "Layanan",
    "counter": "Loket",
    "privacy": "Jawaban Anda digabung dengan jawaban warga lain dan dipakai untuk"
    " memperbaiki pelayanan. Nama, nomor telepon, perangkat, dan jam kedatangan Anda"
    " tidak disimpan.",
    "never": "Kami tidak pernah meminta NIK, OTP, atau uang.",
    "complain": "Sampaikan pengaduan",
    "results": "Lihat hasil penilaian warga",
    "track": "Lacak pengaduan",
    # Once more
    "again": "Kirim lagi: {answer}",
    "again_old": "Halaman ini sudah terlalu lama terbuka, jadi belum terkirim. Pilihan"
    " Anda masih ada: sentuh tombol di bawah untuk mengirimnya.",
    "again_score": "Belum ada wajah yang terpilih. Silakan sentuh salah satu.",
    "kept": "Jawaban Anda yang lain ikut terkirim.",
    # Thank you
    "thanks": "Terima kasih!",
    "counted": "Penilaian Anda sudah kami terima.",
    "more": "Punya satu menit lagi?",
    "more_hint": "Semua pertanyaan berikut boleh dilewati.",
    "send_more": "Kirim jawaban tambahan",
    "comment": "Saran atau cerita Anda",
    "comment_hint": "Mohon jangan menulis nama orang atau NIK. Paling banyak 1.000"
    " huruf.",
    "asked": "Apakah ada yang meminta Anda memberi nilai tertentu?",
    "asked.options": {"yes": "Ya", "no": "Tidak"},
    "about": "Tentang Anda (boleh dikosongkan)",
    "no_answer": "Tidak diisi",
    "sex": "Jenis kelamin",
    "sex.options": {"female": "Perempuan", "male": "Laki-laki"},
    "age_band": "Umur",
    "age_band.options": {
        "under_20": "Di bawah 20 tahun",
        "20_29": "20-29 tahun",
        "30_39": "30-39 tahun",
        "40_49": "40-49 tahun",
        "50_59": "50-59 tahun",
        "60_up": "60 tahun ke atas",
    },
    "education": "Pendidikan",
    "education.options": {
        "sd": "SD",
        "smp": "SMP",
        "sma": "SMA",
        "diploma": "D1-D3",
        "s1": "S1",
        "s2": "S2",
        "s3": "S3",
    },
    "occupation": "Pekerjaan",
    "occupation.options": {
        "pns": "PNS",
        "tni": "TNI",
        "polri": "Polri",
        "private": "Swasta",
        "entrepreneur": "Wirausaha",
        "other": "Lainnya",
    },
    "done": "Terima kasih, jawaban Anda lengkap.",
    "done_text": "Setiap bulan kami mengumumkan hasilnya. Dari situ Anda bisa melihat"
    " apa yang membaik.",
    "problem": "Ada masalah yang perlu ditangani?",
    "late_detail": "Jawaban tambahan ini tidak dapat diterima lagi. Penilaian pertama"
    " Anda tetap dihitung.",
    # The nine questions
    "nine": "Sembilan pertanyaan",
    "requirements": "Bagaimana pendapat Saudara tentang kesesuaian persyaratan"
    " pelayanan dengan jenis pelayanannya?",
    "requirements.options": (
        "Tidak sesuai",
        "Kurang sesuai",
        "Sesuai",
        "Sangat sesuai",
    ),
    "requirements.short": "Persyaratan",
    "procedure": "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di"
    " unit ini?",
    "procedure.options": ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    "procedure.short": "Sistem, mekanisme, dan prosedur",
    "time": "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan"
    " pelayanan?",
    "time.options": ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
    "time.short": "Waktu penyelesaian",
    "cost": "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "cost.options": ("Sangat mahal", "Cukup mahal", "Murah", "Gratis"),
    "cost.short": "Biaya/tarif",
    "product": "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara"
    " yang tercantum dalam standar pelayanan dengan hasil yang diberikan?",
    "product.options": ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    "product.short": "Produk spesifikasi jenis pelayanan",
    "competence": "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas"
    " dalam pelayanan?",
    "competence.options": ("Tidak mampu", "Kurang mampu", "Mampu", "Sangat mampu"),
    "competence.short": "Kompetensi pelaksana",
    "conduct": "Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan"
    " terkait kesopanan dan keramahan?",
    "conduct.options": ("Tidak baik", "Kurang baik", "Baik", "Sangat baik"),
    "conduct.short": "Perilaku pelaksana",
    "complaints": "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna"
    " layanan?",
    "complaints.options": (
        "Tidak ada",
        "Ada tetapi tidak berfungsi",
        "Berfungsi kurang maksimal",
        "Dikelola dengan baik",
    ),
    "complaints.short": "Penanganan pengaduan, saran, dan masukan",
    "facilities": "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
    "facilities.options": ("Buruk", "Cukup", "Baik", "Sangat baik"),
    "facilities.short": "Sarana dan prasarana",
    # Complaint
    "complaint": "Pengaduan",
    "complaint_intro": "Ceritakan apa yang terjadi. Pengaduan tidak terhubung dengan"
    " penilaian Anda dan boleh tanpa nama.",
    "complaint_text": "Apa yang terjadi?",
    "complaint_empty": "Mohon tulis pengaduan Anda dahulu.",
    "complaint_old": "Halaman ini sudah terlalu lama terbuka, jadi belum terkirim."
    " Tulisan Anda masih ada: silakan kirim sekali lagi.",
    "contact": "Agar kami dapat menghubungi Anda (boleh dikosongkan)",
    "contact_hint": "Hanya petugas pengaduan yang dapat melihat data ini.",
    "contact_name": "Nama",
    "contact_phone": "Nomor telepon",
    "contact_email": "Surel (e-mail)",
    "send_complaint": "Kirim pengaduan",
    "complaint_taken": "Pengaduan Anda sudah kami terima.",
    "code_intro": "Kode pelacakan Anda:",
    "code_hint": "Catat atau foto kode ini. Kode hanya ditampilkan sekali dan tidak"
    " dapat kami kirim ulang.",
    "first_until": "Tanggapan pertama paling lambat {date}.",
    # Tracking
    "track_intro": "Masukkan 12 huruf dan angka yang Anda terima saat mengadu.",
    "track_code": "Kode pelacakan",
    "track_show": "Lihat status",
    "track_none": "Kode tidak dikenal. Periksa lagi huruf dan angkanya.",
    "state": "Status",
    "state.options": {
        "received": "Diterima",
        "verified": "Diverifikasi",
        "processing": "Diproses",
        "answered": "Dijawab",
        "closed": "Selesai",
    },
    "date_received": "Diterima tanggal",
    "date_first_due": "Tanggapan pertama paling lambat",
    "date_verified": "Diverifikasi tanggal",
    "date_due": "Dijawab paling lambat",
    "date_answered": "Dijawab tanggal",
    # Results
    "public": "Hasil Penilaian Warga",
    "public_intro": "Indeks kepuasan tiap unit, dihitung dari jawaban warga. Angka baru"
    " muncul setelah paling sedikit lima jawaban, agar tidak seorang pun dikenali.",
    "public_none": "Belum ada hasil yang dapat diumumkan.",
    "grades": {
        "A": "Sangat baik",
        "B": "Baik",
        "C": "Kurang baik",
        "D": "Tidak baik",
    },
    "index": "Indeks",
    "answers": "{n} jawaban",
    "verified": "{share} % kunjungan terverifikasi",
    "basis_faces": "dari satu sentuhan wajah",
    "basis_elements": "dari sembilan unsur",
    "trend": "Indeks per bulan: {values}",
    "elements": "Nilai tiap unsur (1-4)",
    "months": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    # A printed document
    "check": "Periksa dokumen kinerja",
    "check_intro": "Ketik nomor dokumen yang tercetak di kaki dokumen, atau pindai"
    " kode QR di sebelahnya.",
    "check_private": "Halaman ini hanya menyatakan apakah dokumen masih berlaku. Nama,"
    " NIP, dan isinya tidak ditampilkan.",
    "check_number": "Nomor dokumen",
    "check_show": "Periksa",
    "check_digest": "Sidik digital (SHA-256)",
    "check_date": "Disepakati tanggal",
    "check_date.evaluation": "Diserahkan tanggal",
    "check_compare": "Cocokkan sidik digital ini dengan yang tercetak: satu huruf saja"
    " berbeda berarti dokumen itu bukan yang disepakati.",
    "check.valid": "BERLAKU.",
    "check_valid": "Dokumen ini adalah yang terakhir disepakati.",
    "check_valid.evaluation": "Evaluasi ini adalah yang terakhir diserahkan.",
    "check.replaced": "SUDAH DIGANTI.",
    "check_replaced": "Sejak {date} berlaku dokumen yang lebih baru. Mintalah dokumen"
    " terbaru kepada pemiliknya.",
    "check.withdrawn": "DIBATALKAN.",
    "check_withdrawn": "Dokumen ini tidak berlaku lagi sejak {date}.",
    "check.unknown": "TIDAK DIKENAL.",
    "check_unknown": "Tidak ada dokumen dengan nomor ini. Periksa lagi huruf dan"
    " angkanya.",
    # Errors
    "not_found": "Halaman tidak ditemukan",
    "not_found_text": "Alamat ini tidak dikenal atau sudah tidak berlaku. Pindai lagi"
    " kode QR di loket, atau tanyakan kepada petugas.",
    "method": "Permintaan tidak dikenal",
    "method_text": "Buka lagi halaman ini lewat kode QR di loket.",
    "too_long": "Tulisan terlalu panjang",
    "too_long_text": "Kembali, pendekkan tulisannya, lalu kirim lagi. Belum ada yang"
    " tersimpan.",
    "failed": "Maaf, ada gangguan di sistem kami",
    "failed_text": "Belum ada yang tersimpan. Kembali dan coba kirim lagi sebentar"
    " lagi.",
}
