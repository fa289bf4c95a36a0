# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Command

#: Proposed by somebody and not approved yet: an example for those who approve.
WAITING = ("pel_arsip", "umum_inovasi")


class AsnDemo(models.AbstractModel):
    """The library of results, and how people talk about their plans."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_library(self):
        """Fill the library as if it had grown over the last year."""
        company = self._find("company_tubei")
        manager = self._find_user("bkpsdm")
        rows = self._read("library")
        heads, lines = {}, []
        for row in rows:
            if row["key"]:
                lines = heads.setdefault(row["key"], (row, []))[1]
            lines.append(row)
        plans = self.env["asn.skp"].search([("company_id", "=", company.id)])
        voters = plans.employee_user_id
        templates = self.env["asn.indicator.template"].create(
            [
                {
                    "name": row["text"],
                    "company_id": company.id,
                    "position_kind": row["position_kind"] or False,
                    "unit_tag": row["unit_tag"],
                    "state": "proposed" if key in WAITING else "approved",
                    "approved_by_id": key not in WAITING and manager.id,
                    "line_ids": [
                        Command.create(self._prepare_template_line(number, line))
                        for number, line in enumerate(own, 1)
                    ],
                    "vote_ids": [
                        Command.create({"user_id": user.id})
                        for user in voters[: int(row["votes"])]
                    ],
                }
                for key, (row, own) in heads.items()
            ]
        )
        self._keep(
            {f"library_{key}": line for key, line in zip(heads, templates, strict=True)}
        )

    @api.model
    def _prepare_template_line(self, number, line):
        return {
            "sequence": number * 10,
            "name": line["indicator"],
            "aspect": line["aspect"],
            "polarity": line["polarity"],
            "target_min": float(line["min"] or 0),
            "target_max": float(line["max"] or 0),
            "unit": line["unit"],
        }

    @api.model
    def _remark_on(self, skp):
        """Let the assessor propose another wording before the plan goes back."""
        result = skp.result_ids[:1]
        indicator = result.indicator_ids[:1]
        remarks = self.env["asn.skp.remark"].with_user(skp.assessor_user_id)
        remarks.create(
            [
                {
                    "skp_id": skp.id,
                    "result_id": result.id,
                    "indicator_id": indicator.id,
                    "kind": "change",
                    "text": "Sebutkan sumber datanya supaya capaian dapat diperiksa.",
                    "suggested_name": f"{indicator.name}, menurut buku kendali",
                    "suggested_unit": indicator.unit,
                    "suggested_min": indicator.target_min,
                    "suggested_max": indicator.target_max,
                },
                *(
                    {"skp_id": skp.id, "result_id": other.id, "kind": "accept"}
                    for other in skp.result_ids - result
                ),
            ]
        )

    @api.model
    def _build_dialogues(self):
        """Minutes of two talks of the employee whom everybody looks at first."""
        skp = self.env["asn.skp"].search(
            [
                ("employee_user_id", "=", self._find_user("pegawai").id),
                ("period_id", "=", self._find("period_2026").id),
            ]
        )
        own = self.env["asn.dialogue"].with_user(skp.employee_user_id)
        planning = own.create(
            {
                "skp_id": skp.id,
                "kind": "planning",
                "date": "2026-01-14",
                "topics": "Pembagian tugas loket dan target penerbitan KTP-el.",
                "agreements": "Target penerbitan tetap. Kunjungan jemput bola "
                "dijadwalkan dua pekan sekali bersama perangkat desa.",
                "follow_up": "Mengajukan jadwal jemput bola kepada kepala bidang.",
                "follow_up_by": "employee",
                "follow_up_date": "2026-01-30",
            }
        )
        planning.action_acknowledge()
        planning.with_user(skp.assessor_user_id).action_acknowledge()
        planning.action_follow_up_done()
        own.with_user(skp.assessor_user_id).create(
            {
                "skp_id": skp.id,
                "kind": "feedback",
                "date": "2026-10-05",
                "topics": "Ketelitian ejaan nama sebelum pencetakan, dan antrean pada "
                "hari Senin.",
                "agreements": "Pemohon memeriksa ejaan pada layar lebih dahulu.",
            }
        )
