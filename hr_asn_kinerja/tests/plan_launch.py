# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An agency with last year's plans, and the launch as people meet it."""

from odoo import Command


class PlanLaunch:
    """Mixed into the test cases below; `role` is who does it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # the database may speak Indonesian
        (cls.users["manager"] | cls.users["officer"]).lang = "en_US"

    @classmethod
    def _make_last_year(cls, *employees, results=2):
        """Make agreed plans of 2025, whose period is closed then."""
        last = cls._make_period(
            cls.agency, name="2025", date_from="2025-01-01", date_to="2025-12-31"
        )
        plans = cls.env["asn.skp"].create(
            [
                {
                    "employee_id": employee.id,
                    "period_id": last.id,
                    "result_ids": [
                        Command.create(cls._prepare_last_result(number))
                        for number in range(results)
                    ],
                }
                for employee in employees
            ]
        )
        plans.state = "agreed"
        last.action_close()
        return plans

    @classmethod
    def _prepare_last_result(cls, number):
        return cls._prepare_result_values(
            name=f"Result {number}",
            sequence=number,
            kind="additional" if number else "main",
            scope="organisation",
            assigned_by="The regent",
            perspective="budget",
            indicator_ids=[
                Command.create(
                    {
                        "name": f"Indicator {number}-{place}",
                        "sequence": place,
                        "aspect": "time",
                        "polarity": "range",
                        "target_min": 10.5,
                        "target_max": 20,
                        "unit": "days",
                        "share": 25,
                    }
                )
                for place in range(3)
            ],
        )

    def _open_launch(self, role="manager", **values):
        launches = self._as_role(self.env["asn.plan.launch"], role)
        return launches.create({"period_id": self.period.id, **values})

    def _launch(self, role="manager", **values):
        """Start plans and return the job, elevated."""
        action = self._open_launch(role, **values).action_start()
        return self.env["asn.job"].browse(action["res_id"])

    def _launch_for(self, *employees, role="manager", **values):
        people = [Command.set([employee.id for employee in employees])]
        return self._launch(role, reach="people", person_ids=people, **values)

    def _plans_of(self, *employees):
        ids = [employee.id for employee in employees]
        return self.env["asn.skp"].search(
            [("employee_id", "in", ids), ("period_id", "=", self.period.id)]
        )

    def _outcomes(self, job):
        return {line.label: line.outcome for line in job.line_ids}

    def _findings(self, launch):
        launch.action_check()
        return {line.name: line.finding for line in launch.sudo().line_ids}
