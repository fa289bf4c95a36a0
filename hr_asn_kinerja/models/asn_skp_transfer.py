# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.fields import Command, Domain

from ..kinerja_rules import change
from ..kinerja_rules.workflow import SKP_WAITING


class AsnSkp(models.Model):
    """How results pass to another plan when their employee leaves the post."""

    _inherit = "asn.skp"

    event_ids = fields.One2many("asn.skp.event", "skp_id", string="Changes")

    def _find_running(self, employee, day):
        """Return the plan of the own post that runs on a day, and its open period."""
        return self.search(
            Domain("employee_id", "=", employee.id)
            & Domain("duty", "=", "main")
            & Domain("state", "not in", ("closed", "cancelled"))
            & Domain("date_from", "<=", day)
            & Domain("date_to", ">=", day)
            & Domain("period_id.state", "=", "open"),
            order="date_from desc",
            limit=1,
        )

    def _get_passing_results(self):
        """Return the results that stay with the post."""
        return self.result_ids.filtered(lambda result: change.passes(result.scope))

    def _make_writable(self, note):
        """Bring the plan to draft; return whether an agreed one was reopened for it."""
        if self.state == "agreed":
            self._open_revision(note)
            return True
        if self.state in SKP_WAITING:
            self._finish("return", {"return_note": note}, note=note)
            self._ask_next()
        return False

    def _prepare_passed_values(self):
        """Return the values of copies of these results in the successor's plan."""
        return [
            {
                **result.copy_data({"origin": "carried", "parent_id": False})[0],
                "previous_id": result.id,
            }
            for result in self._get_passing_results()
        ]

    def _prepare_acting_values(self, text, letter):
        """Return the values of the result by which an acting duty enters a plan."""
        is_main = self.duty == "main"
        return {
            "name": text,
            "kind": "additional" if is_main else "main",
            "scope": "organisation",
            "origin": "assessor",
            "assigned_by": letter,
            "indicator_ids": [
                Command.create(
                    {
                        "name": self.env._("Duties of the post carried out"),
                        "target_min": 100,
                        "unit": "%",
                    }
                )
            ],
        }

    def _differs_from_version(self, expected):
        """Return whether more than the expected new lines differ from the version."""
        version = self.version_ids.sorted("number")[-1:]._get_content()["parts"]
        now = self.env["asn.snapshot"]._get_plan_content(self)["parts"]
        now["result_ids"] = [
            line for line in now["result_ids"] if line["id"] not in expected.ids
        ]
        return any(
            self._strip_labels(lines) != self._strip_labels(version.get(name, []))
            for name, lines in now.items()
        )

    def _strip_labels(self, lines):
        """Return the lines without labels, which may change by themselves."""
        return [
            {
                "id": line["id"],
                "values": line["values"],
                "lines": {
                    name: self._strip_labels(children)
                    for name, children in line["lines"].items()
                },
            }
            for line in lines
        ]
