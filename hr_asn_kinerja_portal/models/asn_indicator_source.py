# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, models
from odoo.tools.misc import formatLang

from ..citizen_rules.release import MIN_ANSWERS
from ..tools import figures


class AsnIndicatorSource(models.AbstractModel):
    _inherit = "asn.indicator.source"

    @api.model
    def _propose_satisfaction(self, indicators, interval):
        """Propose the released index of the unit of each plan, with its sub-units.

        Only whole months inside the interval, only released figures: what is not
        released yet must not show through a realisation either.
        """
        units = indicators.skp_id.department_id
        # sudo: asn.satisfaction.release - figures of the own unit, whoever asks
        releases_sudo = self.env["asn.satisfaction.release"].sudo()
        releases_sudo = releases_sudo.search(
            [
                ("department_id", "child_of", units.ids),
                ("is_current", "=", True),
                *self._months_inside(interval),
            ],
            order="period",
        )
        by_unit = {
            unit: self._describe(unit, self._below(unit.sudo(), releases_sudo))
            for unit in units
        }
        nowhere = (None, self.env._("The plan names no unit."))
        return {
            indicator.id: by_unit.get(indicator.skp_id.department_id, nowhere)
            for indicator in indicators
        }

    @api.model
    def _below(self, unit_sudo, releases_sudo):
        path = unit_sudo.parent_path
        return releases_sudo.filtered(
            lambda release: release.department_id.parent_path.startswith(path)
        )

    @api.model
    def _months_inside(self, interval):
        """Return the domain of the months that lie wholly inside the interval."""
        before_first = interval.date_from - timedelta(days=1)
        after_last = interval.date_to + timedelta(days=1)
        return [
            ("period", ">", f"{before_first:%Y-%m}"),
            ("period", "<", f"{after_last:%Y-%m}"),
        ]

    @api.model
    def _describe(self, unit, releases_sudo):
        """Return the index of released figures with a sentence that explains it."""
        n = sum(releases_sudo.mapped("n"))
        if n < MIN_ANSWERS:
            return None, self.env._(
                "Not enough answers yet: %(n)s released for %(unit)s in this time, at"
                " least %(minimum)s are needed.",
                n=n,
                unit=unit.sudo().name,
                minimum=MIN_ANSWERS,
            )
        counts = figures.add(release.element_counts or {} for release in releases_sudo)
        result = (
            figures.element_index(counts)
            if counts
            else figures.face_index(self._faces(releases_sudo))
        )
        months = releases_sudo.mapped("period")
        sentence = self.env._(
            "Satisfaction index %(index)s (%(grade)s) of %(unit)s: %(n)s answers at"
            " %(counters)s counters, released for %(months)s.",
            index=formatLang(self.env, float(result.converted), digits=2),
            grade=result.grade,
            unit=unit.sudo().name,
            n=n,
            counters=len(releases_sudo.counter_ids),
            months=", ".join(sorted(set(months))),
        )
        if not counts:
            sentence += " " + self.env._(
                "It comes from the faces alone: fewer than five people answered the"
                " nine questions."
            )
        return result.converted, sentence

    @api.model
    def _faces(self, releases_sudo):
        return [sum(releases_sudo.mapped(f"score_{score}")) for score in range(1, 5)]
