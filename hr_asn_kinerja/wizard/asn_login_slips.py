# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import logging
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..models.asn_period import DEFAULT_TIMEZONE
from ..models.res_users import SLIP_DAYS
from ..report import login_slips

_logger = logging.getLogger(__name__)

# codes are drawn while the manager waits, about 40 a second
MAX_SLIPS = 500


class AsnLoginBatch(models.TransientModel):
    """The slips: printing writes a mark on the people and kills their older slips.

    The file itself is made while it is downloaded, by the manager who printed it, and
    stored nowhere.
    """

    _inherit = "asn.login.batch"

    printed_ids = fields.Many2many(
        "hr.employee", "asn_login_batch_printed_rel", readonly=True
    )
    mark = fields.Char(readonly=True, groups=fields.NO_ACCESS)
    slips = fields.Binary(compute="_compute_slips")

    @api.depends("printed_ids", "file_format")
    def _compute_slips(self):
        for batch in self:
            # sudo: asn.login.batch - asks whether something was printed
            printed = batch.sudo().mark
            batch.slips = base64.b64encode(batch._draw()) if printed else False

    def action_print_slips(self):
        """Mark the people, so that older slips die, and offer the file."""
        self._check_manager()
        people = self._get_people()
        people._check_may_make_logins()
        people = self._filter_to_print(people._get_logins_to_activate(people))
        if not people:
            raise UserError(
                self.env._(
                    "There is no slip to print: make the logins first, or choose "
                    "people who have not activated theirs."
                )
            )
        if len(people) > MAX_SLIPS and self.file_format == "pdf":
            raise UserError(
                self.env._(
                    "These are %(count)s slips; at most %(most)s fit into one PDF. "
                    "Choose a smaller unit, or XLSX.",
                    count=len(people),
                    most=MAX_SLIPS,
                )
            )
        self._mark(people)
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/slips?download=true"
            f"&nocache=true&filename={self._get_filename()}",
            "target": "download",
        }

    def _mark(self, people):
        today = self.env["asn.period"].with_company(self.company_id)._today()
        until = today + timedelta(days=SLIP_DAYS)
        # sudo: res.users - people and state of their logins were checked above
        mark = people.sudo().user_id._mark_for_slips(until)
        # sudo: asn.login.batch - the mark is not a field of the form
        self.sudo().write(
            {
                "printed_ids": [fields.Command.set(people.ids)],
                "mark": mark,
            }
        )
        _logger.info("User %s prints %s activation slips", self.env.uid, len(people))

    def _get_filename(self):
        self.ensure_one()
        return f"slip-aktivasi-{self.id}.{self.file_format}"

    def _draw(self):
        self._check_manager()
        writer = {
            "pdf": login_slips.draw_pdf,
            "xlsx": login_slips.write_xlsx,
            "csv": login_slips.write_csv,
        }[self.file_format]
        return writer(self._get_slips(), self._get_words())

    def _get_slips(self):
        """Return the slips of those whose link is still the one printed here."""
        zone = self.company_id.resource_calendar_id.tz or DEFAULT_TIMEZONE
        people = self.printed_ids
        # sudo: asn.login.batch - the mark proves that this manager printed them
        mark = self.sudo().mark
        people = people._get_logins_to_activate(people).sorted(
            lambda person: (person.department_id.complete_name or "", person.name)
        )
        # sudo: res.users - only those that wait for their first password
        return [
            login_slips.Slip(
                name=person.name,
                login=user_sudo.login,
                nip=person.nip_formatted,
                unit=person.department_id.name,
                url=user_sudo._get_slip_url(zone),
            )
            for person in people
            if (user_sudo := person.sudo().user_id).partner_id.signup_type == mark
        ]

    def _get_words(self):
        # sudo: asn.login.batch - the day that stands in the mark
        until = self.env["res.users"]._read_slip_until(self.sudo().mark)
        page = self.env["res.users"].get_base_url()
        return login_slips.Words(
            title=self.env._("Activation of your login, Kinerja ASN"),
            labels=(
                self.env._("Name"),
                "NIP",
                self.env._("Unit"),
                self.env._("Login"),
                self.env._("Activation Link"),
            ),
            steps=self.env._(
                "Scan the code with the camera of your phone and choose a password "
                "that only you know. The slip works once; keep it to yourself."
            ),
            page=self.env._("Afterwards log in at %(page)s", page=page),
            until=self.env._(
                "Valid until %(date)s",
                date=format_date(self.env, until, date_format="d MMMM y"),
            ),
        )
