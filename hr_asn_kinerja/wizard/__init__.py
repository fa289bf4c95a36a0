# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import asn_login_batch, asn_login_slips
from . import asn_skp_return
