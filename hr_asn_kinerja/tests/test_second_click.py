# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from psycopg2.errors import UniqueViolation

from odoo.exceptions import LockError
from odoo.models import BaseModel
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSecondClick(KinerjaCase):
    def test_a_locked_record_says_so_in_plain_words(self):
        skp = self._make_skp("own")
        busy = patch.object(BaseModel, "lock_for_update", side_effect=LockError("busy"))
        with busy, self.assertRaisesRegex(LockError, "second click"):
            skp.lock_for_update()
        with busy, self.assertRaisesRegex(LockError, "^busy$"):
            self.people["own"].lock_for_update()

    def _assert_once(self, rows):
        row = rows.sudo()[:1]
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            row.copy(
                {
                    "mandate_number": row.mandate_number,
                    "date_from": row.date_from,
                    "date_to": row.date_to,
                }
            )

    def test_a_role_is_given_once(self):
        self._assert_once(self.scope)
        self._assert_once(self.delegation)
        values = {"user_id": self.users["outsider"].id, "role": "calibration"}
        roles = self._as_role(self.env["asn.role.assignment"], "manager")
        role = roles.create({**values, "mandate_number": "1"})
        self._assert_once(role)
        # ended and given anew is another row
        role.sudo().date_from = "2026-04-01"
        role.date_to = "2026-04-09"
        self.assertTrue(roles.create({**values, "mandate_number": "2"}))
