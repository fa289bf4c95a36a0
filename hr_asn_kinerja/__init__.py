# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import log_mask, models, report, wizard
from . import demo
from .hooks import uninstall_hook
