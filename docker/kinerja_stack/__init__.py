# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the container of Odoo does beside Odoo: start, upgrade, backup, restore."""
