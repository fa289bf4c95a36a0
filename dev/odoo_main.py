# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Odoo's own command as a real file: its gevent worker starts this file again."""

import odoo.cli

if __name__ == "__main__":
    odoo.cli.main()
