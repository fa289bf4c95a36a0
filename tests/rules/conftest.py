# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Put the add-on folders on the path, so that the rules load without Odoo."""

import sys

from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from .packages import ADDONS, ROOT

# At the end of the path: an add-on folder also holds names like `tests` and `models`.
sys.path.extend(str(addon) for addon in ADDONS)

# The same examples in every run, and what is cached stays out of the work tree.
set_hypothesis_home_dir(ROOT / ".kinerja" / "hypothesis")
settings.register_profile("rules", derandomize=True, database=None, deadline=None)
settings.load_profile("rules")
