# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import secrets

from odoo import api, fields, models

from ..kinerja_rules import chain

SCHEMA_PLAN = 1


class AsnSnapshot(models.AbstractModel):
    """Turns a plan into the text that is frozen at agreement."""

    _inherit = "asn.snapshot"

    @api.model
    def _take_plan(self, skp, agreed_on):
        """Return the canonical text of an agreed plan."""
        return chain.canonical(
            {
                **self._get_plan_content(skp),
                # makes the digest of a small content impossible to guess
                "nonce": secrets.token_hex(16),
                "taken_at": fields.Datetime.now().isoformat() + "Z",
                "agreed_on": fields.Date.to_string(agreed_on),
            }
        )

    @api.model
    def _get_plan_content(self, skp):
        """Return the content of a plan: keys with the labels as printed."""
        # sudo: the snapshot holds what the plan holds, whoever agrees to it
        document = skp.sudo().with_context(lang=self._get_language())
        return {
            "schema": SCHEMA_PLAN,
            "document": "skp",
            "id": document.id,
            "agency": document.company_id.name,
            "period": {
                "id": document.period_id.id,
                "label": document.period_id.display_name,
            },
            "from": fields.Date.to_string(document.date_from),
            "to": fields.Date.to_string(document.date_to),
            "approach": {
                "key": document.approach,
                "label": document._get_label("approach"),
            },
            "people": self._get_people(document),
            "parts": {
                name: self._get_lines(document[name])
                for name in document._get_plan_parts()
            },
        }

    @api.model
    def _get_lines(self, lines):
        return [self._get_line(line) for line in lines]

    @api.model
    def _get_line(self, line):
        """Return one line of a plan: every column its author may fill."""
        values, labels = {}, {}
        for name in line._get_content_fields():
            values[name], labels[name] = self._get_cell(line, name)
        if "target_label" in line._fields:
            labels["target_label"] = line.target_label or ""
        return {
            "model": line._name,
            "id": line.id,
            "values": values,
            "labels": labels,
            "lines": {
                name: self._get_lines(line[name]) for name in line._get_child_fields()
            },
        }

    @api.model
    def _get_cell(self, line, name):
        """Return (value, printed label) of a column as a snapshot can hold them."""
        value, kind = line[name], line._fields[name].type
        if kind == "many2one":
            return value.id or None, value.display_name or ""
        if kind == "selection":
            return value or None, line._get_selection_label(name)
        if kind in ("float", "monetary"):
            figure = self._get_figure(value)
            return figure, figure
        if kind in ("integer", "boolean"):
            return value, str(value)
        if kind in ("date", "datetime"):
            text = str(value or "")
            return text or None, text
        return value or None, value or ""

    @api.model
    def _get_results(self, document):
        """Return what this evaluation is about, also where a revision took it out."""
        lines = document.realisation_ids
        if not lines:
            return super()._get_results(document)
        by_indicator = {line.indicator_id: line for line in lines}
        indicators = lines.indicator_id.with_context(active_test=False).sorted()
        by_result = indicators.grouped("result_id")
        results = indicators.result_id.sorted()
        return [
            self._get_result(result, by_result[result], by_indicator)
            for result in results
        ]
