# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.addons.hr_asn_kinerja.hooks import forget


def uninstall_hook(env):
    """Take along what Odoo's own uninstallation would leave behind."""
    forget(env, "hr_asn_kinerja_portal")
