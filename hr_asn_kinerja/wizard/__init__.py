# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import asn_shown_mixin
from . import asn_login_batch, asn_login_slips
from . import asn_employee_import, asn_employee_import_check
from . import asn_employee_import_problem
from . import asn_employee_import_files, asn_employee_import_words
from . import asn_plan_launch, asn_plan_launch_people, asn_plan_launch_lists
from . import asn_plan_launch_group, asn_plan_launch_line
from . import asn_role_appoint, asn_role_end
from . import asn_access_explain
from . import asn_unit_performance_note
from . import asn_skp_return, asn_skp_print
from . import asn_skp_return_remarks, asn_skp_remark_answer
from . import asn_skp_revise, asn_skp_compare
from . import asn_skp_transfer, asn_skp_transfer_preview
from . import asn_skp_transfer_lines, asn_skp_transfer_apply
from . import asn_skp_allow, asn_skp_reassign, asn_skp_waiting_sheet
from . import asn_start_agency, asn_start_manager
from . import asn_feedback_give, asn_feedback_ask
from . import asn_progress_copy, asn_progress_sheet
from . import asn_progress_paste, asn_progress_paste_place
from . import asn_interval_lock_decide
from . import asn_recap_import, asn_recap_import_check
from . import asn_recap_import_problem, asn_recap_import_words
from . import asn_recap_export, asn_recap_export_rows
from . import asn_calibration_adjust, asn_calibration_note
from . import asn_objection_file, asn_objection_answer, asn_evaluation_order
from . import asn_evaluation_print
from . import asn_evaluation_fill_sheet
from . import asn_period_close
from . import asn_pay_export, asn_legacy_score_withdraw
