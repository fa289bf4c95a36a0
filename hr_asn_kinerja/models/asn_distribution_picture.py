# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import SQL, format_date

from ..kinerja_rules import PREDICATES, disclosure
from ..tools.typed import as_id, storable
from .asn_distribution_figures import AGENCY

# so much stands in one reason
LONGEST = 4000


class AsnDistribution(models.AbstractModel):
    """The picture of a unit beside its pattern, and the reason of a departure."""

    _inherit = "asn.distribution"

    @api.model
    def get_picture(self, interval_id=None, unit_id=None):
        """Return the choices of the screen and the figures of one unit.

        :param interval_id: without it the last one of which something is rated
        :param unit_id: 0 or None: the whole agency, for those who may see it
        :return: ``{"intervals", "interval_id", "units", "unit_id", "figure", "below",
            "reasons", "can_explain"}``; without any unit to see, ``figure`` is False
        :raises AccessError: not a person of the agency
        """
        self._check_reader()
        intervals = self._get_intervals()
        interval = intervals.filtered(lambda one: one.id == as_id(interval_id))
        interval = interval or self._get_running_interval(intervals)
        head = {
            "intervals": [
                {"id": one.id, "name": one.display_name} for one in intervals
            ],
            "interval_id": interval.id,
        }
        if not interval:
            return {**head, **self._get_empty()}
        reader = self._get_reader()
        units = self._get_units(interval.company_id)
        seen_ids = self._get_seen_units(reader, interval, units)
        seen = units.filtered(lambda one: one.active and one.id in seen_ids)
        has_agency = reader.is_auditor or reader.is_manager
        unit = seen.filtered(lambda one: one.id == as_id(unit_id))
        unit = unit or (seen.browse() if has_agency else self._get_tops(seen)[:1])
        if not unit and not has_agency:
            return {**head, **self._get_empty()}
        return {
            **head,
            "units": self._get_choices(seen, has_agency),
            "unit_id": unit.id or AGENCY,
            **self._get_unit_values(reader, units, interval, unit, seen),
            "reasons": self._get_reasons(interval, unit),
            "can_explain": bool(unit)
            and self._can_explain(reader, units, interval, unit),
        }

    @api.model
    def explain(self, interval_id, unit_id, text):
        """Keep the reason why a unit departs from its pattern.

        :raises AccessError: not the superior of the assessors there
        :raises UserError: no text, or the interval no longer changes
        """
        self._check_reader()
        interval = self._get_intervals().filtered(
            lambda one: one.id == as_id(interval_id)
        )
        units = self._get_units(interval.company_id) if interval else None
        unit = units and units.filtered(lambda one: one.id == as_id(unit_id))
        reader = self._get_reader()
        if not unit or not self._can_explain(reader, units, interval, unit):
            raise AccessError(
                self.env._(
                    "Only the superior of the assessors in this unit writes the reason."
                )
            )
        interval._check_unlocked()
        text = storable(text).strip() if isinstance(text, str) else ""
        if not text or len(text) > LONGEST:
            raise UserError(
                self.env._(
                    "Please write the reason, in at most %(most)s characters.",
                    most=LONGEST,
                )
            )
        # sudo: asn.distribution.reason - rows are only made here, after the check
        self.env["asn.distribution.reason"].sudo().create(
            {
                "interval_id": interval.id,
                "department_id": unit.id,
                "text": text,
                "user_id": self.env.uid,
                "written_at": fields.Datetime.now(),
            }
        )
        return self.get_picture(interval.id, unit.id)

    @api.model
    def _check_reader(self):
        if not self.env.user._is_internal():
            raise AccessError(
                self.env._("The distribution is for people of the agency.")
            )

    @api.model
    def _get_intervals(self):
        """Return the intervals of the agencies at hand that have begun."""
        return self.env["asn.period.interval"].search(
            [
                ("company_id", "=", self.env.company.id),
                ("period_id.state", "!=", "draft"),
                ("date_from", "<=", self.env["asn.period"]._today()),
            ]
        )

    @api.model
    def _get_running_interval(self, intervals):
        """Return the last interval whose evaluations are open."""
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                "SELECT i.id FROM asn_period_interval i WHERE i.id = ANY(%s) AND EXISTS"
                " (SELECT FROM asn_evaluation e WHERE e.interval_id = i.id)",
                intervals.ids,
            )
        )
        opened = {key for (key,) in rows}
        return (intervals.filtered(lambda one: one.id in opened) or intervals)[:1]

    @api.model
    def _get_empty(self):
        return {
            "units": [],
            "unit_id": AGENCY,
            "figure": False,
            "below": [],
            "reasons": [],
            "can_explain": False,
        }

    @api.model
    def _get_tops(self, seen):
        """Return the seen units that stand below no other seen unit."""
        inside = set(seen.ids)
        return seen.filtered(
            lambda unit: not any(
                int(key) in inside for key in unit.parent_path.split("/")[:-2]
            )
        )

    @api.model
    def _get_choices(self, seen, has_agency):
        choices = [
            {
                "id": unit.id,
                "name": unit.name,
                "depth": unit.parent_path.count("/") - (0 if has_agency else 1),
            }
            for unit in seen
        ]
        agency = {"id": AGENCY, "name": self.env.company.name, "depth": 0}
        return [agency, *choices] if has_agency else choices

    @api.model
    def _get_unit_values(self, reader, units, interval, unit, seen):
        figures = self._get_figures_for(reader, units, interval, unit)
        below = seen.filtered(lambda one: one.parent_id.id == unit.id)
        return {
            "figure": self._describe(figures[unit.id or AGENCY]),
            "below": [
                {"id": one.id, "name": one.name, **self._describe(figures[one.id])}
                for one in below
            ],
        }

    @api.model
    def _describe(self, figure):
        """Return a figure as the screen draws it, worst predicate first."""
        labels = self._get_labels("asn.unit.performance", "rating")
        values = {
            "rating": labels.get(figure.rating, ""),
            "unrated": figure.unrated,
            "is_partial": figure.is_partial,
            "least": disclosure.LEAST,
            "bars": [],
            "total": 0,
            "moved": 0,
        }
        if figure.counts is None:
            return values
        names = self._get_labels("asn.evaluation", "predicate")
        expected = figure.expected or {}
        values["bars"] = [
            {
                "key": key,
                "label": names[key],
                "actual": figure.counts[key],
                "expected": expected.get(key, False),
            }
            for key in reversed(PREDICATES)
        ]
        values["total"] = sum(figure.counts.values())
        if figure.expected:
            apart = sum(abs(figure.counts[key] - expected[key]) for key in PREDICATES)
            values["moved"] = (apart + 1) // 2
        return values

    @api.model
    def _get_labels(self, model, name):
        return dict(self.env[model]._fields[name]._description_selection(self.env))

    @api.model
    def _can_explain(self, reader, units, interval, unit):
        """Reading everything is not leading: only a superior speaks for a unit."""
        return not reader.is_auditor and unit.id in self._get_led_units(
            reader, interval, units
        )

    @api.model
    def _get_reasons(self, interval, unit):
        """Return the reasons of the unit that the reader may read, newest first."""
        domain = Domain("interval_id", "=", interval.id) & Domain(
            "department_id", "=", unit.id
        )
        reasons = self.env["asn.distribution.reason"].search(domain)
        return [
            {
                "id": reason.id,
                "text": reason.text,
                # sudo: res.users - the name of the author
                "author": reason.user_id.sudo().name,
                "day": format_date(
                    self.env, self.env["asn.period"]._get_day(reason.written_at)
                ),
            }
            for reason in reasons
        ]
