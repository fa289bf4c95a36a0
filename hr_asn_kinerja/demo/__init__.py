# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    asn_demo,
    asn_demo_agency,
    asn_demo_other_agency,
)
