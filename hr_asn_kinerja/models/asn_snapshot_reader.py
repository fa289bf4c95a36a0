# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from odoo import api, fields, models

RATING_FIELDS = ("result_rating", "behaviour_rating", "predicate")
PEOPLE = {
    "employee": ("employee_name", "employee_nip", "unit_name"),
    "assessor": ("assessor_name", "assessor_nip", "assessor_unit_name"),
    "superior": ("superior_name", "superior_nip", "superior_unit_name"),
}


class AsnSnapshot(models.AbstractModel):
    """Reads frozen text again, a reader per kind and schema, beside the columns.

    What is shown differently from what was frozen is not a broken chain: the frozen
    text holds. A schema that is newer than this reader is read as the newest known.
    """

    _inherit = "asn.snapshot"

    @api.model
    def _find_different(self, links):
        """Return the last link of the first document that is shown differently.

        :param links: links of one person, in order, elevated
        """
        latest = {}
        for link in links:
            if link.evaluation_id:
                latest.setdefault(link.evaluation_id, []).append(link)
        for evaluation, chain in latest.items():
            frozen = self._read_frozen(chain)
            shown = self._read_shown(evaluation, frozen)
            if any(shown[name] != value for name, value in frozen.items()):
                return chain[-1]
        return None

    @api.model
    def _read_frozen(self, links):
        """Return {column: value} as the links of one evaluation tell it together."""
        frozen = {}
        for link in links:
            content = self._parse(link.snapshot)
            reader = getattr(self, f"_read_{content.get('document')}", None)
            if reader:
                frozen = reader(content, frozen)
        return frozen

    @api.model
    def _parse(self, text):
        """Return the content of a snapshot; what cannot be read tells nothing."""
        try:
            content = json.loads(text or "{}")
        except ValueError:
            return {}
        return content if isinstance(content, dict) else {}

    @api.model
    def _read_evaluation(self, content, _before):
        """Schemas 1 to 3: what later ones add is not a column of the evaluation."""
        ratings = content.get("ratings", {})
        columns = {
            name: (ratings[name] or {}).get("key") or False
            for name in (*RATING_FIELDS, "organisation_rating")
            if name in ratings
        }
        for name in ("recommendation", "employee_note", "delivered_on"):
            if name in content:
                columns[name] = content[name] or ""
        for role, names in PEOPLE.items():
            person = content.get("people", {}).get(role, {})
            for key, name in zip(("name", "nip", "unit"), names, strict=True):
                if key in person:
                    columns[name] = person[key] or ""
        actuals = [
            indicator.get("actual")
            for result in content.get("results", ())
            for indicator in result.get("indicators", ())
        ]
        columns["actuals"] = sorted(actual for actual in actuals if actual is not None)
        return columns

    @api.model
    def _read_objection(self, content, before):
        """Ratings as they are after the decision; the rest stays as delivered."""
        after = content.get("after", {})
        changed = {
            name: (after.get(name) or {}).get("key") or False for name in RATING_FIELDS
        }
        return {**before, **changed}

    @api.model
    def _read_reopening(self, _content, _before):
        """Nothing is delivered any more, so there is nothing to compare with."""
        return {}

    @api.model
    def _read_shown(self, evaluation, frozen):
        """Return the same columns as they stand now."""
        shown = {}
        for name in frozen:
            if name == "actuals":
                lines = evaluation.realisation_ids.filtered("is_reported")
                shown[name] = sorted(self._get_figure(line.value) for line in lines)
                continue
            value = evaluation[name]
            if evaluation._fields[name].type == "date":
                value = fields.Date.to_string(value) or ""
            is_text = evaluation._fields[name].type in ("char", "text")
            shown[name] = (value or "") if is_text else value
        return shown
