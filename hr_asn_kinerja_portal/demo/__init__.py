# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import asn_demo
from . import asn_demo_answers
from . import asn_demo_complaints
