# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import secrets

from odoo import api, fields, models

from ..kinerja_rules import chain

SCHEMA_OBJECTION = 1
SCHEMA_REOPENING = 1
RATING_FIELDS = ("result_rating", "behaviour_rating", "predicate")


class AsnSnapshot(models.AbstractModel):
    """Turns the decision on an objection, and a reopening, into text for the chain."""

    _inherit = "asn.snapshot"

    @api.model
    def _take_objection(self, evaluation, objection):
        """Return the canonical text of a settled or decided objection."""
        # sudo: the snapshot holds what the document holds, whoever decides
        document = evaluation.sudo().with_context(lang=self._get_language())
        line = objection.sudo().with_context(lang=self._get_language())
        return chain.canonical(
            {
                **self._get_matter(document, "objection", SCHEMA_OBJECTION),
                "level": line.level,
                "round": line.round,
                "filed_on": fields.Date.to_string(line.filed_on),
                "reasons": line._get_reasons(),
                "evidence": [
                    {"name": file.name, "checksum": file.checksum or ""}
                    for file in line.evidence_ids
                ],
                "explanation": line.explanation or "",
                "explained_by": line.explained_by or "",
                "outcome": line.outcome,
                "decision_reason": line.decision_reason or "",
                "decided_on": fields.Date.to_string(line.decided_on),
                "decided_by": line.decided_by,
                "appointed_number": line.appointed_number or "",
                "before": self._get_side(line, "before"),
                "after": self._get_side(line, "after"),
            }
        )

    @api.model
    def _take_reopening(self, evaluation, note, number):
        """Return the canonical text of the order that reopens an evaluation."""
        # sudo: the snapshot holds what the document holds, whoever reopens
        document = evaluation.sudo().with_context(lang=self._get_language())
        return chain.canonical(
            {
                **self._get_matter(document, "reopening", SCHEMA_REOPENING),
                "number": number,
                "note": note,
                "digest_before": document.digest or "",
                "before": {
                    name: {
                        "key": document[name] or None,
                        "label": document._get_label(name),
                    }
                    for name in RATING_FIELDS
                },
            }
        )

    @api.model
    def _get_matter(self, document, kind, schema):
        return {
            "schema": schema,
            # makes the digest of a small content impossible to guess
            "nonce": secrets.token_hex(16),
            "document": kind,
            "id": document.id,
            "skp": document.skp_id.id,
            "agency": document.company_id.name,
            "taken_at": fields.Datetime.now().isoformat() + "Z",
            "people": self._get_people(document),
        }

    @api.model
    def _get_side(self, line, side):
        """Return the ratings before or after the decision, keys with their labels."""
        names = {"result_rating": "result", "behaviour_rating": "behaviour"}
        ratings = {}
        for name in RATING_FIELDS:
            column = f"{names.get(name, name)}_{side}"
            selection = line._fields[column]._description_selection(line.env)
            ratings[name] = {
                "key": line[column] or None,
                "label": dict(selection).get(line[column], ""),
            }
        return ratings
