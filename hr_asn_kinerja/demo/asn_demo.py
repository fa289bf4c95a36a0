# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import csv
import random

from odoo import api, models
from odoo.tools.misc import file_open

MODULE = "hr_asn_kinerja"
LANGUAGE = "id_ID"
TIMEZONE = "Asia/Jakarta"
SEED = 20260124
# Sixty people at once: nobody is told, nothing is sent.
QUIET = {
    "mail_activity_quick_update": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "mail_notify_force_send": False,
    "no_reset_password": True,
    "tracking_disable": True,
}


class AsnDemo(models.AbstractModel):
    """Builds the fictional agencies of the demo data, once.

    Documents go through their real steps as the real people, so that decisions and
    snapshots are real. The clock is real too: whatever happened "last year" was
    entered on the day of the installation, and the decisions say so.
    """

    _name = "asn.demo"
    _description = "Demo Agency"

    @api.model
    def _build(self):
        """Build everything, unless it was built before."""
        demo = self.with_context(**QUIET, lang=self._get_lang())
        if demo._find("company_tubei"):
            return
        demo._load_terms()
        demo._build_agency()
        demo._build_other_agency()
        demo._build_periods()
        demo._build_last_year()
        demo._build_this_year()
        demo._build_objections()
        demo._build_library()
        demo._build_dialogues()
        demo._build_work()
        demo._build_feedback()
        demo._build_consequences()
        demo._retire()
        demo._read_notices()

    @api.model
    def _get_lang(self):
        """Return Indonesian where it is installed."""
        installed = dict(self.env["res.lang"].get_installed())
        return LANGUAGE if LANGUAGE in installed else self.env.user.lang

    @api.model
    def _load_terms(self, module=MODULE):
        """Load our translations now: demo data comes before them, snapshots do not."""
        found = self.env["ir.module.module"].search([("name", "=", module)])
        found._update_translations()

    @api.model
    def _random(self, *words):
        """Return a generator that draws the same numbers in each installation."""
        return random.Random("/".join(map(str, (SEED, *words))))

    @api.model
    def _read(self, name, module=MODULE):
        """Return the rows of a table of a demo folder."""
        with file_open(f"{module}/demo/{name}.csv") as table:
            return list(csv.DictReader(table))

    @api.model
    def _find(self, key, module=MODULE):
        """Return the record of the key, None when it was not made."""
        return self.env.ref(self._get_xmlid(key, module), raise_if_not_found=False)

    @api.model
    def _keep(self, records, module=MODULE):
        """Give records their external ids.

        :param records: {key: record}
        """
        self.env["ir.model.data"]._update_xmlids(
            [
                {
                    "xml_id": self._get_xmlid(key, module),
                    "record": record,
                    "noupdate": True,
                }
                for key, record in records.items()
            ]
        )

    @api.model
    def _get_xmlid(self, key, module):
        return f"{module}.demo_{key.replace('.', '_')}"
