# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_nip
from . import test_skp
from . import test_cascade
from . import test_identity
from . import test_evaluation
from . import test_delivery
from . import test_foreign_writes
