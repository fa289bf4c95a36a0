# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnSkp(models.Model):
    """Many new plans filled with what the library has for their positions."""

    _inherit = "asn.skp"

    @api.model
    def _find_source_library(self, period, candidates):
        """Return {employee id: what `_replace` changes} where the library has some."""
        people = self.env["hr.employee"].browse([one.employee_id for one in candidates])
        date = self._get_version_date(period, period.date_from)
        kinds = {
            employee_id: values["position_kind"]
            for employee_id, values in self._get_people_values_of(people, date).items()
        }
        templates = self._get_launch_templates(set(kinds.values()), period.company_id)
        return {
            employee_id: {"from_id": False}
            for employee_id, kind in kinds.items()
            if templates.get(kind)
        }

    @api.model
    def _get_launch_templates(self, kinds, company):
        library = self.env["asn.indicator.template"]
        return library._get_library_sources(kinds - {False}, company)

    def _fill_from_library(self):
        """Begin each plan with the most useful results of its kind of position."""
        kinds = set(self.mapped("position_kind"))
        templates = self._get_launch_templates(kinds, self.company_id)
        self.env["asn.skp.result"].create(
            [
                {"skp_id": skp.id, **template._prepare_result_values(10 * number)}
                for skp in self
                for number, template in enumerate(
                    templates.get(skp.position_kind, ()), start=1
                )
            ]
        )
        self._fill_standard()
