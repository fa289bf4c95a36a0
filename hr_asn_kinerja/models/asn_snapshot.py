# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import secrets
from decimal import Decimal

from odoo import api, fields, models

from ..kinerja_rules import chain

# 1: without behaviours and annexes, 2: without the ratings of the core values;
# what was frozen under them stays as it is
SCHEMA = 3
PRINT_LANGUAGE = "id_ID"


class AsnSnapshot(models.AbstractModel):
    """Turns an evaluation into the text that is frozen at delivery."""

    _name = "asn.snapshot"
    _description = "Snapshot of an Evaluation"

    @api.model
    def _take(self, evaluation, assessment):
        """Return the canonical text: keys with the labels as printed, figures as text.

        :param evaluation: the evaluation with its ratings already written
        :param assessment: the worksheet; its reasons stay private, so only their
            digest is kept, with a salt that stays on the worksheet
        """
        # sudo: the snapshot holds what the document holds, whoever delivers it
        document = evaluation.sudo().with_context(lang=self._get_language())
        return chain.canonical(
            {
                "schema": SCHEMA,
                # makes the digest of a small content impossible to guess
                "nonce": secrets.token_hex(16),
                "document": "evaluation",
                "id": document.id,
                "skp": document.skp_id.id,
                "agency": document.company_id.name,
                "interval": {
                    "kind": document.interval_id.kind,
                    "label": document.interval_id.display_name,
                    "from": fields.Date.to_string(document.interval_id.date_from),
                    "to": fields.Date.to_string(document.interval_id.date_to),
                },
                "taken_at": fields.Datetime.now().isoformat() + "Z",
                "people": self._get_people(document),
                "ratings": self._get_ratings(document),
                "reasons_digest": assessment._seal_reasons(),
                "recommendation": document.recommendation or "",
                "employee_note": document.employee_note or "",
                "delivered_on": fields.Date.to_string(document.delivered_on),
                "objection_until": fields.Date.to_string(document.objection_until),
                "results": self._get_results(document),
                "behaviours": self._get_behaviours(document),
                "annexes": self._get_annexes(document),
            }
        )

    @api.model
    def _get_language(self):
        installed = dict(self.env["res.lang"].get_installed())
        return PRINT_LANGUAGE if PRINT_LANGUAGE in installed else self.env.lang

    @api.model
    def _get_people(self, document):
        names = {
            "employee": {
                "name": document.employee_name,
                "nip": document.employee_nip,
                "rank": document.rank_name,
                "position": document.position_name,
                "unit": document.unit_name,
            }
        }
        for role in ("assessor", "superior"):
            names[role] = {
                "name": document[f"{role}_name"],
                "nip": document[f"{role}_nip"],
                "rank": document[f"{role}_rank_name"],
                "position": document[f"{role}_position_name"],
                "unit": document[f"{role}_unit_name"],
            }
        return {
            role: {key: value or "" for key, value in person.items()}
            for role, person in names.items()
        }

    @api.model
    def _get_ratings(self, document):
        return {
            name: {"key": document[name], "label": document._get_label(name)}
            for name in (
                "organisation_rating",
                "result_rating",
                "behaviour_rating",
                "predicate",
            )
        }

    @api.model
    def _get_results(self, document):
        """Return the plan with its realisations, in the order of the plan."""
        by_indicator = {line.indicator_id: line for line in document.realisation_ids}
        return [
            self._get_result(result, result.indicator_ids, by_indicator)
            for result in document.skp_id.result_ids
        ]

    @api.model
    def _get_result(self, result, indicators, by_indicator):
        return {
            "name": result.name,
            "kind": result.kind,
            "scope": result.scope,
            "assigned_by": result.assigned_by or "",
            "perspective": result.perspective or "",
            "leader_result": result.parent_id.display_name or "",
            "indicators": [
                self._get_indicator(indicator, by_indicator.get(indicator))
                for indicator in indicators
            ],
        }

    @api.model
    def _get_behaviours(self, document):
        """Return the core values with what was expected, and the rating if any."""
        ratings = {
            line.behaviour_id: {"key": line.rating, "label": line._get_rating_label()}
            for line in document.value_ids
        }
        return [
            {
                "code": line.behaviour_id.code,
                "name": line.behaviour_id.name,
                "indicators": line.behaviour_id.indicator_ids.mapped("name"),
                "expectation": line.expectation or "",
                "rating": ratings.get(line.behaviour_id),
            }
            for line in document.skp_id.behaviour_ids
        ]

    @api.model
    def _get_annexes(self, document):
        return [
            {"kind": line.kind, "name": line.name} for line in document.skp_id.annex_ids
        ]

    @api.model
    def _get_figure(self, value):
        """Return a figure as text, the same for 468 and 468.0."""
        return f"{Decimal(str(value)).normalize():f}"

    @api.model
    def _get_indicator(self, indicator, realisation):
        reported = bool(realisation and realisation.is_reported)
        return {
            "name": indicator.name,
            "aspect": indicator.aspect,
            "polarity": indicator.polarity,
            "target": indicator.target_label,
            "source": indicator.source,
            "actual": self._get_figure(realisation.value) if reported else None,
            "note": (realisation and realisation.note) or "",
            "evidence": [
                {"name": file.name, "checksum": file.checksum or ""}
                for file in (realisation.evidence_ids if realisation else ())
            ],
        }
