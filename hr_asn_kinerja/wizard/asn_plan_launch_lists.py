# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..models.asn_plan_candidate import FINDINGS
from ..tools.bulk_rows import insert_rows


class AsnPlanLaunch(models.TransientModel):
    """What is shown before the start, and the job with its lines."""

    _inherit = "asn.plan.launch"

    def _show(self, candidates, unknown):
        """Replace the lists by what was found."""
        self._forget_lists()
        insert_rows(
            self.line_ids.browse(),
            [
                *(self._prepare_line(one) for one in candidates),
                *(self._prepare_unknown(nip) for nip in unknown),
            ],
        )
        counts = dict.fromkeys((key for key, _label in FINDINGS), 0)
        for one in candidates:
            counts[one.finding] += 1
        counts["unknown"] += len(unknown)
        shown = {key: count for key, count in counts.items() if count or key == "ready"}
        insert_rows(
            self.group_ids.browse(),
            [
                {
                    "launch_id": self.id,
                    "sequence": place,
                    "finding": key,
                    "count": count,
                }
                for place, (key, count) in enumerate(shown.items())
            ],
        )
        self.write({"state": "checked", "ready_count": counts["ready"]})

    def _prepare_line(self, one):
        return {
            "launch_id": self.id,
            "finding": one.finding,
            "name": one.name,
            "nip": one.nip,
            "unit_name": one.unit_name,
            "employee_id": one.employee_id,
            "plan_id": one.plan_id or one.from_id or False,
            "source": one.source if one.finding == "ready" else False,
        }

    def _prepare_unknown(self, nip):
        return {
            "launch_id": self.id,
            "finding": "unknown",
            "name": nip,
            "nip": False,
            "unit_name": False,
            "employee_id": False,
            "plan_id": False,
            "source": False,
        }

    def _forget_lists(self):
        # sudo: asn.plan.launch.line - the lists of this very launch
        self.sudo().line_ids.unlink()
        self.sudo().group_ids.unlink()

    def _start_job(self, ready):
        return self.env["asn.job"]._start(
            "plan_launch",
            self.env._(
                "Plans %(period)s for %(count)s people",
                period=self.period_id.name,
                count=len(ready),
            ),
            [(one.name, {"employee_id": one.employee_id}) for one in ready],
            arguments={
                "source": self.source,
                "approach": self.approach,
                "with_gaps": self.with_gaps,
            },
            company=self.period_id.company_id,
            launch_period_id=self.period_id.id,
        )

    def _add_others(self, job, candidates, unknown):
        """Put those who get none into the result, with the reason."""
        others = [
            (one.name, one.employee_id, one.finding)
            for one in candidates
            if one.finding != "ready"
        ] + [(nip, False, "unknown") for nip in unknown]
        lines = self.env["asn.job.line"]
        reasons = {key: lines._explain_finding(key) for _name, _id, key in others}
        # sudo: asn.job.line - part of the job that was just started
        insert_rows(
            lines.sudo(),
            [
                {
                    "job_id": job.id,
                    "company_id": job.company_id.id,
                    "sequence": job.total + place,
                    "label": name,
                    "payload": {"employee_id": employee_id},
                    "state": "done",
                    "outcome": "skipped",
                    "reason": reasons[finding],
                }
                for place, (name, employee_id, finding) in enumerate(others, start=1)
            ],
        )
        job.total += len(others)
        job._count()
