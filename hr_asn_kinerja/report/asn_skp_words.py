# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The words of the forms: those of the regulation, never translated."""

ASPECTS = {
    "quantity": "Kuantitas",
    "quality": "Kualitas",
    "time": "Waktu",
    "cost": "Biaya",
}
PERSPECTIVES = {
    "service_recipient": "Penerima Layanan",
    "business_process": "Proses Bisnis",
    "internal_strengthening": "Penguatan Internal",
    "budget": "Anggaran",
}
SECTIONS = (("main", "A. UTAMA"), ("additional", "B. TAMBAHAN"))
ANNEXES = (
    ("resources", "DUKUNGAN SUMBER DAYA"),
    ("accountability", "SKEMA PERTANGGUNGJAWABAN"),
    ("consequences", "KONSEKUENSI"),
)
MARKS = {"draft": "BELUM DISEPAKATI", "cancelled": "DIBATALKAN"}
