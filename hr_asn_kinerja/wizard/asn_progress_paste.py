# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..tools import progress_rows

#: More sentences than this help nobody.
SHOWN = 50


class AsnProgressPaste(models.TransientModel):
    """Many entries at once, pasted from a spreadsheet and checked before all."""

    _name = "asn.progress.paste"
    _description = "Paste Daily Progress"

    text = fields.Text(
        string="Rows",
        help="Copy the cells in your spreadsheet and paste them here.",
    )
    result_id = fields.Many2one(
        "asn.skp.result",
        string="Result",
        default=lambda self: self.env["asn.progress"]._default_result_id(),
        domain="[('skp_id.employee_user_id', '=', uid), "
        "('skp_id.state', 'not in', ('closed', 'cancelled'))]",
        help="For rows that name neither an action plan nor a result.",
    )
    is_checked = fields.Boolean(readonly=True)
    row_count = fields.Integer(string="Rows That Can Be Kept", readonly=True)
    known_count = fields.Integer(
        string="Already Written Down",
        readonly=True,
        help="Rows with the same day, start and activity as an entry that is there. "
        "They are left out.",
    )
    problem_count = fields.Integer(string="Rows With Errors", readonly=True)
    problems = fields.Text(string="What Has to Be Put Right", readonly=True)

    def action_check(self):
        """Read everything and say what is wrong; nothing is written down."""
        self.ensure_one()
        self._check_rows()
        return self._reopen()

    def action_apply(self):
        """Write the rows down, all of them or none."""
        self.ensure_one()
        values = self._check_rows()
        if self.problem_count or not values:
            return self._reopen()
        self.env["asn.progress"].create(values)
        return self.env["ir.actions.act_window"]._for_xml_id(
            "hr_asn_kinerja.asn_progress_action_my"
        )

    def _reopen(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Paste Daily Progress"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def _check_rows(self):
        """Note what was found, and return the values of the entries to make."""
        text = self.text or ""
        if text.count("\n") > progress_rows.MAX_ROWS:
            raise UserError(
                self.env._(
                    "At most %(count)s rows are pasted at once. Paste the rest "
                    "afterwards.",
                    count=progress_rows.MAX_ROWS,
                )
            )
        entries, errors = progress_rows.parse(text)
        problems = {number: self._explain(error) for number, error in errors}
        values = self._prepare_values(entries, problems)
        known = self._find_known(values)
        new = [one for one in values if self._get_key(one) not in known]
        shown = [
            self.env._("Row %(number)s: %(problem)s", number=number, problem=problem)
            for number, problem in sorted(problems.items())[:SHOWN]
        ]
        if len(problems) > SHOWN:
            shown.append(self.env._("And %(count)s more.", count=len(problems) - SHOWN))
        self.write(
            {
                "is_checked": True,
                "row_count": len(new),
                "known_count": len(values) - len(new),
                "problem_count": len(problems),
                "problems": "\n".join(shown) or False,
            }
        )
        return new

    def _explain(self, error):
        """Return the sentence for a row that cannot be read."""
        sentences = {
            "date": self.env._(
                "“%(value)s” is no day. Write it like 31/12/2026.", value=error.value
            ),
            "time": self.env._(
                "“%(value)s” is no time. Write it like 08:30.", value=error.value
            ),
            "order": self.env._(
                "The end must be after the start: %(value)s.", value=error.value
            ),
            "name": self.env._("The activity is missing."),
            "quantity": self.env._(
                "“%(value)s” is no number above 0.", value=error.value
            ),
        }
        return sentences[error.code]

    def _prepare_values(self, entries, problems):
        """Return the values of entries, and add the problems that the plan finds."""
        place_of, values = self._get_place_finder(), []
        for entry in entries:
            place, problem = place_of(entry)
            if problem:
                problems[entry.number] = problem
                continue
            values.append(
                {
                    **place,
                    "date": entry.date,
                    "name": entry.name,
                    "start_time": entry.start,
                    "end_time": entry.end,
                    "duration": entry.end - entry.start,
                    "quantity": entry.quantity,
                    **({"unit": entry.unit} if entry.unit else {}),
                }
            )
        return values

    @api.model
    def _get_key(self, values):
        return (values["date"], round(values["start_time"], 4), values["name"])

    @api.model
    def _find_known(self, values):
        """Return the keys of what is already written down on these days."""
        dates = {one["date"] for one in values}
        if not dates:
            return set()
        rows = self.env["asn.progress"].search_read(
            Domain("skp_id.employee_user_id", "=", self.env.uid)
            & Domain("date", ">=", min(dates))
            & Domain("date", "<=", max(dates)),
            ["date", "start_time", "name"],
        )
        return {self._get_key(row) for row in rows}
