# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import employee_workbook, login_slips
from . import asn_skp_words, asn_skp_report, asn_skp_report_parts
from . import waiting_workbook
from . import progress_workbook
from . import asn_credit_report
from . import recap_workbook
from . import asn_evaluation_content, asn_evaluation_report
from . import fill_workbook
from . import pay_workbook
from . import asn_feedback_report
