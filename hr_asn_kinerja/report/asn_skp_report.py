# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io

import qrcode
from babel.dates import format_date

from odoo import api, models
from odoo.exceptions import UserError

from ..kinerja_rules import form
from ..kinerja_rules.workflow import SKP_HOLDING
from .asn_skp_words import ASPECTS, MARKS, PERSPECTIVES, SECTIONS

# more at once would hold a server for minutes; the wizard prints them in parts
MAX_PLANS = 200
EMPTY = "-"


class ReportAsnSkp(models.AbstractModel):
    """The forms F1 to F4 of plans, in Indonesian whoever prints them.

    Everything printed is a column of the plan or of its parts: HR is never asked.
    """

    _name = "report.hr_asn_kinerja.report_asn_skp"
    _description = "Printed Performance Plan"

    @api.model
    def _get_report_values(self, docids, data=None):
        skps = self.env["asn.skp"].browse(docids).exists()
        if not skps:
            raise UserError(self.env._("There is no plan to print. Choose some first."))
        if len(skps) > MAX_PLANS:
            raise UserError(
                self.env._(
                    "These are %(count)s plans; at most %(most)s are printed at once. "
                    "Choose fewer, or use “Print Plans of a Unit”.",
                    count=len(skps),
                    most=MAX_PLANS,
                )
            )
        skps.check_access("read")
        # sudo: asn.skp - read rights were checked; a line names the leader's result
        skps_sudo = skps.sudo().with_context(lang=self._get_language())
        agreements = self.env["asn.decision"]._get_agreements(skps)
        behaviours = self._get_behaviours(skps)
        annexes = self._get_annexes(skps)
        return {
            "doc_ids": skps.ids,
            "doc_model": "asn.skp",
            "docs": skps,
            "pages": [
                {
                    **self._get_page(skp, agreements),
                    "behaviours": behaviours[skp.id],
                    "annexes": annexes[skp.id],
                }
                for skp in skps_sudo
            ],
        }

    @api.model
    def _get_language(self):
        return self.env["asn.snapshot"]._get_language()

    @api.model
    def _get_page(self, skp, agreements):
        """Return all texts of one person's forms."""
        kinds = (
            skp.approach,
            skp.position_kind or None,
            any(skp.result_ids.mapped("perspective")),
        )
        is_agreed = skp.state in SKP_HOLDING
        return {
            "form": form.plan_form(*kinds),
            "titles": form.plan_titles(*kinds),
            "agency": skp.company_id.name,
            "period": self._get_span(skp.date_from, skp.date_to),
            "mark": "" if is_agreed else MARKS.get(skp.state, MARKS["draft"]),
            "people": self._get_people(skp),
            "sections": [
                (heading, self._get_results(skp, kind)) for kind, heading in SECTIONS
            ],
            "place": skp.company_id.city or "." * 24,
            "date": self._get_day(skp.agreed_on) if is_agreed else "." * 24,
            "check": self._get_check(agreements.get(skp.id)) if is_agreed else None,
        }

    @api.model
    def _get_span(self, date_from, date_to):
        """Return the period as the form words it: 1 Januari s/d 31 Desember 2026."""
        is_one_year = date_from.year == date_to.year
        first = format_date(
            date_from, "d MMMM" if is_one_year else "d MMMM y", locale="id"
        )
        return f"{first} s/d {self._get_day(date_to)}"

    @api.model
    def _get_day(self, date):
        return format_date(date, "d MMMM y", locale="id") if date else "." * 24

    @api.model
    def _get_people(self, skp):
        """Return the two blocks, the second with what is printed of the assessor."""
        nip = self.env["hr.employee"]._format_nip
        own = (
            ("NAMA", skp.employee_name, skp.assessor_name),
            ("NIP", nip(skp.employee_nip), nip(skp.assessor_nip)),
            ("PANGKAT/GOL. RUANG", skp.rank_name, skp.assessor_rank_name),
            ("JABATAN", skp.position_name, skp.assessor_position_name),
            ("UNIT KERJA", skp.unit_name, skp.assessor_unit_name),
        )
        return [
            (label, employee or EMPTY, assessor or EMPTY)
            for label, employee, assessor in own
        ]

    @api.model
    def _get_results(self, skp, kind):
        # not filtered(): each result then reads on for those of all plans
        results = [result for result in skp.result_ids if result.kind == kind]
        return [
            {
                "number": number,
                "name": result.name,
                "leader": result.parent_id.name or EMPTY,
                "assigned_by": result.assigned_by or "",
                "perspective": PERSPECTIVES.get(result.perspective, EMPTY),
                "indicators": [
                    self._get_indicator(line) for line in result.indicator_ids
                ]
                or [dict.fromkeys(("aspect", "name", "target", "sentence"), EMPTY)],
            }
            for number, result in enumerate(results, 1)
        ]

    @api.model
    def _get_indicator(self, line):
        target = line.target_label
        return {
            "aspect": ASPECTS.get(line.aspect, EMPTY),
            "name": line.name,
            "target": target or EMPTY,
            "sentence": f"{line.name}: {target}" if target else line.name,
        }

    @api.model
    def _get_check(self, decision):
        """Return what stands below an agreed plan so that anybody can check it."""
        if not decision:
            return None
        url = decision._get_check_url()
        return {
            "number": decision._get_number_label(),
            "digest": decision.digest,
            "url": url or "",
            "code": self._draw_code(url) if url else "",
        }

    @api.model
    def _draw_code(self, url):
        """Return the address as a QR code that stands in the page itself."""
        code = qrcode.QRCode(
            error_correction=qrcode.constants.ERROR_CORRECT_M, border=4, box_size=8
        )
        # upper case fits the alphanumeric mode and makes a coarser code
        code.add_data(url.upper())
        code.make(fit=True)
        stream = io.BytesIO()
        code.make_image().save(stream, format="PNG")
        return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()
