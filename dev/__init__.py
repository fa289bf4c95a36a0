# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What `./kinerja` runs: the standard library only, no product code."""
