# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_date

# columns of a line that are said by another one, or that say only its place
UNPRINTED = ("sequence", "target_min", "target_max", "target_text", "unit", "source")


class AsnSkpVersion(models.Model):
    """One agreed version of a plan. Append-only.

    Its content is the snapshot of the decision; the newest version is the valid one,
    also while a revision is being written.
    """

    _name = "asn.skp.version"
    _description = "Agreed Version of a Plan"
    _order = "skp_id, number desc"
    _rec_name = "number"

    skp_id = fields.Many2one(
        "asn.skp",
        string="SKP",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    number = fields.Integer(string="Version", required=True, readonly=True)
    decision_id = fields.Many2one(
        "asn.decision", required=True, readonly=True, ondelete="restrict"
    )
    agreed_on = fields.Date(required=True, readonly=True)
    replaced_on = fields.Date(
        compute="_compute_replaced_on", help="Empty while this version is valid."
    )
    digest = fields.Char(compute="_compute_digest", compute_sudo=True)
    note = fields.Text(
        string="Reason",
        readonly=True,
        help="Why the version before was revised.",
    )
    content = fields.Html(compute="_compute_content", compute_sudo=True, sanitize=False)

    _once = models.UniqueIndex("(skp_id, number)", "This version already exists.")

    @api.depends("number", "agreed_on")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for version in self:
            version.display_name = self.env._(
                "Version %(number)s of %(day)s",
                number=version.number,
                day=format_date(self.env, version.agreed_on),
            )

    @api.depends("skp_id.version_ids.number")
    def _compute_replaced_on(self):
        # sudo: asn.skp.version - the next one is of the same plan
        numbers = {
            (version.skp_id.id, version.number): version.agreed_on
            for version in self.sudo().skp_id.version_ids
        }
        for version in self:
            key = (version.sudo().skp_id.id, version.number + 1)
            version.replaced_on = numbers.get(key, False)

    @api.depends("decision_id")
    def _compute_digest(self):
        for version in self:
            version.digest = version.decision_id.digest

    @api.depends("decision_id")
    @api.depends_context("lang")
    def _compute_content(self):
        for version in self:
            version.content = self.env["ir.qweb"]._render(
                "hr_asn_kinerja.asn_skp_version_document",
                {"rows": version._get_document()},
            )

    def write(self, vals):
        # related columns follow their document
        if vals.keys() - {"company_id"}:
            raise AccessError(self.env._("An agreed version is never changed."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise AccessError(self.env._("An agreed version is never deleted."))

    def action_open(self):
        """Show the version as a document."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def action_compare(self):
        """Show what has changed since this version."""
        self.ensure_one()
        return self.env["asn.skp.compare"]._open(self.skp_id, self)

    def _get_document(self):
        """Return the rows of the version as they are printed."""
        rows = []
        for key, depth, text in self._get_rows(self._get_content()):
            name, _line_end, details = text.partition("\n")
            is_part = len(key) == 1 and key != ("head",)
            row = {"depth": depth, "name": name, "details": details}
            rows.append({**row, "is_part": is_part})
        return rows

    def _get_content(self):
        """Return the content of the snapshot."""
        self.ensure_one()
        # sudo: asn.decision - whoever reads the version may read what stands in it
        return json.loads(self.sudo().decision_id.snapshot)

    @api.model
    def _get_rows(self, content):
        """Return the content as rows (key, depth, text), in the order of the plan."""
        people = content["people"]
        head = [
            content["period"]["label"],
            " - ".join(format_date(self.env, content[name]) for name in ("from", "to")),
            content["approach"]["label"],
            self._get_person_text(people["employee"]),
            self._get_person_text(people["assessor"]),
        ]
        rows = [(("head",), 0, "\n".join(filter(None, head)))]
        for name, lines in content["parts"].items():
            label = self.env["asn.skp"]._fields[name]._description_string(self.env)
            if lines:
                rows.append(((name,), 0, label))
            rows += self._get_line_rows(lines, 1)
        return rows

    @api.model
    def _get_person_text(self, person):
        names = ("name", "nip", "rank", "position", "unit")
        return " / ".join(person[name] for name in names if person[name])

    @api.model
    def _get_line_rows(self, lines, depth):
        rows = []
        for line in lines:
            rows.append(((line["model"], line["id"]), depth, self._get_text(line)))
            for children in line["lines"].values():
                rows += self._get_line_rows(children, depth + 1)
        return rows

    @api.model
    def _get_text(self, line):
        """Return a line as people read it: its name, then what is said of it."""
        columns = self.env[line["model"]]._fields
        texts = [line["labels"].get("name", "")]
        for name, label in sorted(line["labels"].items()):
            is_zero = columns[name].type in ("float", "monetary") and label == "0"
            if name == "name" or name in UNPRINTED or not label or is_zero:
                continue
            texts.append(f"{columns[name]._description_string(self.env)}: {label}")
        return "\n".join(filter(None, texts))
