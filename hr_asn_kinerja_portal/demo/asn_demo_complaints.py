# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, models

from ..models.asn_complaint import CODE_LENGTH
from .asn_demo import PORTAL

HANDLERS = ("herlambang.setiadi", "rosmawati")
#: key -> counter, days ago, kind, who handles it, how far it has come, values, answer
COMPLAINTS = {
    "antrean": (
        "kk",
        1,
        "simple",
        None,
        "received",
        {
            "text": "Nomor antrean di Loket 2 tidak dipanggil berurutan. Saya datang "
            "lebih dahulu, tetapi dilayani terakhir.",
            "contact_phone": "0800-0000-0000",
        },
        None,
    ),
    "kursi_roda": (
        "talang_indah",
        9,
        "simple",
        "rosmawati",
        "processing",
        {
            "text": "Kursi roda di puskesmas rusak sehingga orang tua saya harus "
            "dipapah dari tempat parkir. Mohon diperbaiki.",
            "contact_name": "Warga Talang Indah",
            "contact_email": "warga@contoh.example",
        },
        None,
    ),
    "syarat": (
        "ktp",
        25,
        "information",
        "herlambang.setiadi",
        "answered",
        {
            "text": "Apakah mengganti KTP yang rusak masih memerlukan surat pengantar "
            "dari desa? Keterangan di papan dan di laman berbeda.",
        },
        "Surat pengantar tidak diperlukan lagi. Cukup membawa KTP yang rusak dan kartu "
        "keluarga. Papan informasi sudah kami perbaiki; terima kasih atas masukannya.",
    ),
}
STEPS = ("verify", "process", "answer")
REACHED = {"received": 0, "verified": 1, "processing": 2, "answered": 3}


class AsnDemo(models.AbstractModel):
    """Complaints in three states, handled by people of the units concerned."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_complaints(self):
        self.env["asn.role.assignment"].create(
            [
                {
                    "user_id": self._find_user(key).id,
                    "role": "complaint_handler",
                    "date_from": "2026-01-01",
                    "mandate_number": "800.1.3/021/BKPSDM/2026",
                }
                for key in HANDLERS
            ]
        )
        for key, values in COMPLAINTS.items():
            self._build_complaint(key, *values)

    @api.model
    def _build_complaint(
        self, key, counter, days, kind, handler, until, values, answer
    ):
        code = self._draw_code("complaint", key, CODE_LENGTH)
        token = self._find(f"counter_{counter}", PORTAL).token
        complaints = self.env["asn.complaint"]
        complaints._take(
            self.env["asn.counter"]._find_public(token, self.env.lang), code, values
        )
        complaint = complaints._find_tracked(code)
        self._keep({f"complaint_{key}": complaint}, PORTAL)
        complaint.kind = kind
        if handler:
            complaint.user_id = self._find_user(handler)
            self._pass_complaint(complaint, until, answer)
        self._backdate(complaint, days)

    @api.model
    def _pass_complaint(self, complaint, until, answer):
        handled = complaint.with_user(complaint.user_id)
        if answer:
            handled.answer = answer
        for step in STEPS[: REACHED[until]]:
            getattr(handled, f"action_{step}")()

    @api.model
    def _backdate(self, complaint, days):
        """Move its dates into the past, so that the clocks of the three differ."""
        received = complaint.date_received - timedelta(days=days)
        complaint.date_received = received
        for name, after in (("date_verified", 1), ("date_answered", 4)):
            if complaint[name]:
                complaint[name] = received + timedelta(days=after)
