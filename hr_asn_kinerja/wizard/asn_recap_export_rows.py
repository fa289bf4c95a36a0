# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from array import array
from decimal import Decimal

from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

from ..kinerja_rules import recap
from ..report.asn_skp_words import ASPECTS

BATCH = 2000
RATING_COLUMNS = (
    "employee_nip",
    "employee_name",
    "position_name",
    "result_rating",
    "behaviour_rating",
    "predicate",
)


class AsnRecapExport(models.TransientModel):
    """The rows of the exports, batch by batch."""

    _inherit = "asn.recap.export"

    def _get_batches(self, model, domain, order):
        """Give the ids of what the user may read, in order, in batches."""
        query = model._search(domain, order=order)
        self.env.cr.execute(query.select())
        ids = array("q")
        while rows := self.env.cr.fetchmany(BATCH):
            ids.extend(row[0] for row in rows)
        for begin in range(0, len(ids), BATCH):
            yield list(ids[begin : begin + BATCH])

    def _get_ratings(self):
        """Give one row a person in the columns of the national recap."""
        evaluations = self.env["asn.evaluation"]
        evaluations.flush_model([*RATING_COLUMNS, "state"])
        names = SQL(", ").join(SQL.identifier("e", name) for name in RATING_COLUMNS)
        for ids in self._get_batches(
            evaluations, self._get_domain(), "unit_name, employee_name, id"
        ):
            self.env["asn.read.log"]._note_ids(ids)
            # the ids come from a search with the rights of the user
            self.env.cr.execute(
                SQL(
                    "SELECT %s FROM asn_evaluation e"
                    " JOIN UNNEST(%s) WITH ORDINALITY AS o (id, place) ON o.id = e.id"
                    " ORDER BY o.place",
                    names,
                    ids,
                )
            )
            for *person, result, behaviour, predicate in self.env.cr.fetchall():
                yield (
                    *person,
                    recap.RATING_LABELS.get(result),
                    recap.RATING_LABELS.get(behaviour),
                    recap.PREDICATE_LABELS.get(predicate),
                )

    def _get_realisations(self):
        """Give one row an indicator, in the order of the plan."""
        lines = self.env["asn.indicator.realisation"]
        domain = Domain("evaluation_id", "any", self._get_domain())
        for ids in self._get_batches(lines, domain, "evaluation_id, indicator_id, id"):
            batch = lines.browse(ids)
            self.env["asn.read.log"]._note_ids(batch.evaluation_id.ids)
            # sudo: asn.skp.indicator - texts of lines that the user may read
            yield from map(self._get_realisation, batch.sudo())
            self.env.invalidate_all()

    def _get_realisation(self, line):
        evaluation, indicator = line.evaluation_id, line.indicator_id
        value = Decimal(str(line.value)) if line.is_reported else ""
        return (
            evaluation.employee_nip,
            evaluation.employee_name,
            line.result_name,
            ASPECTS.get(indicator.aspect),
            line.indicator_name,
            line.target_label,
            value,
            line.unit,
            # what the national screen shows here is fixed
            "ekinerja",
            ", ".join(line.evidence_ids.mapped("name")),
            line.note,
        )
