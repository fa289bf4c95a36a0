# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import Command, api, models

from ..kinerja_rules import accumulation, credit

#: Whose guidance has begun already, with what was written.
GUIDED = "zulfikar.anwar"
CAUSE = "Aplikasi persuratan yang baru belum dikuasai, sehingga berkas menumpuk."
GOAL = "Surat masuk diagendakan pada hari yang sama, tanpa tunggakan di akhir minggu."
COACHING = "Pendampingan aplikasi persuratan oleh arsiparis, dua jam setiap Jumat"
#: Appraised by numbers in 2021: results, behaviour, peers asked, innovation.
SCORES = {
    "penilai": (112, 111, True, True),
    "pegawai": (101.5, 92.25, False, False),
    "hotman.silaban": (108, 96, False, False),
    "zulfikar.anwar": (84, 88.5, False, False),
}


class AsnDemo(models.AbstractModel):
    """What followed from the results: guidance, credit, pay table, old scores."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_consequences(self):
        self._begin_guidance()
        self._build_opening_balances()
        self._build_pay_tables()
        self._build_old_scores()

    @api.model
    def _begin_guidance(self):
        """Let one assessor have written the plan; the others still have to."""
        followup = self.env["asn.followup"].search(
            [
                ("employee_id", "=", self._find_employee(GUIDED).id),
                ("kind", "=", "guidance"),
            ],
            order="id",
            limit=1,
        )
        if not followup:
            return
        mine = followup.with_user(followup.assessor_user_id)
        mine.write(
            {
                "cause": CAUSE,
                "goal": GOAL,
                "step_ids": [
                    Command.create(
                        {
                            "name": COACHING,
                            "date": followup.date_from + timedelta(days=45),
                            "responsible": "employee",
                        }
                    )
                ],
            }
        )
        mine.action_start()
        mine.step_ids[0].action_done()

    @api.model
    def _build_opening_balances(self):
        """Enter what people in functional positions had before last year."""
        manager = self._find_user("bkpsdm")
        company = self._find("company_tubei")
        accounts = self.env["asn.credit.account"].search(
            [("company_id", "=", company.id), ("is_current", "=", True)]
        )
        values = []
        for account in accounts:
            if account.employee_user_id == manager:
                continue
            base = accumulation.base(account.grade, account.rank_code or None)
            years = self._random("credit", account.employee_nip).randint(1, 3)
            amount = base + credit.coefficient(account.grade) * years
            values.append(
                {
                    "employee_id": account.employee_id.id,
                    "grade": account.grade,
                    "kind": "opening",
                    "amount": float(amount),
                    "date_to": "2024-12-31",
                    "reason": f"PAK Nomor 800.1.3/{account.id:03}/BKPSDM/2025",
                }
            )
        self.env["asn.credit"].with_user(manager).create(values)

    @api.model
    def _build_pay_tables(self):
        company = self._find("company_tubei")
        first, second = (
            self.env["asn.pay.table"]
            .with_user(self._find_user("bkpsdm"))
            .create(
                [
                    {
                        "name": "Peraturan Bupati Nomor 4 Tahun 2025 (contoh)",
                        "company_id": company.id,
                        "date_from": "2025-01-01",
                        "date_to": "2025-12-31",
                        "percent_needs_improvement": 80,
                        "percent_poor": 50,
                        "percent_very_poor": 50,
                    },
                    {
                        "name": "Peraturan Bupati Nomor 2 Tahun 2026 (contoh)",
                        "company_id": company.id,
                        "date_from": "2026-01-01",
                        "note": "Persentase dari komponen prestasi kerja TPP.",
                    },
                ]
            )
        )
        self._keep({"pay_table_2025": first.sudo(), "pay_table_2026": second.sudo()})

    @api.model
    def _build_old_scores(self):
        manager = self._find_user("bkpsdm")
        period = (
            self.env["asn.period"]
            .with_user(manager)
            .create(
                {
                    "name": "2021",
                    "company_id": self._find("company_tubei").id,
                    "date_from": "2021-01-01",
                    "date_to": "2021-12-31",
                }
            )
        )
        period.action_open()
        period.action_close()
        period.has_legacy_scores = True
        self._keep({"period_2021": period.sudo()})
        self.env["asn.legacy.score"].with_user(manager).create(
            [
                {
                    "employee_id": self._find_employee(key).id,
                    "period_id": period.id,
                    "result_value": results,
                    "behaviour_value": behaviours,
                    "peers_used": peers,
                    "innovation": innovation,
                    "document": f"Penilaian SKP 2021 ({number})",
                }
                for number, (
                    key,
                    (results, behaviours, peers, innovation),
                ) in enumerate(SCORES.items(), 1)
            ]
        )
