# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import asn_demo
from . import asn_demo_agency
from . import asn_demo_other_agency
from . import asn_demo_content
from . import asn_demo_plan
from . import asn_demo_evaluation
from . import asn_demo_years
from . import asn_demo_pegawai
from . import asn_demo_dialogue, asn_demo_calibration
from . import asn_demo_work
from . import asn_demo_feedback
from . import asn_demo_objection
from . import asn_demo_closing
from . import asn_demo_consequence
