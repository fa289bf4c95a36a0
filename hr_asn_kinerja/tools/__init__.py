# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reading of files as plain Python: no odoo import, no database, no clock."""
