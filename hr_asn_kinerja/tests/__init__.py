# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_nip
from . import test_skp
from . import test_cascade
from . import test_cascade_late, test_cascade_finding
from . import test_cascade_tree
from . import test_role_matrix, test_role_matrix_people
from . import test_role_matrix_tour
from . import test_skp_terms, test_skp_drafting
from . import test_identity
from . import test_evaluation
from . import test_delivery
from . import test_foreign_writes
from . import test_access_matrix
from . import test_secrecy
from . import test_chain
from . import test_rights_end
from . import test_access_http
from . import test_batch
from . import test_hostile_context
from . import test_installation
from . import test_realisation
from . import test_tours
from . import test_flow_corners
from . import test_scope
from . import test_job
from . import test_read_log
from . import test_holiday
from . import test_traces
from . import test_typed
from . import test_second_click
from . import test_period_length
from . import test_plan_launch, test_plan_launch_rows, test_plan_undo
from . import test_role, test_role_dates, test_role_screen
from . import test_delegation_notice
from . import test_access_explain
from . import test_login, test_login_leave, test_login_slips
from . import test_preflight, test_excuse, test_data_correction
from . import test_employee_import, test_employee_versions, test_employee_workbook
from . import test_employee_suggestions
from . import test_export, test_shown
from . import test_skp_compare, test_skp_revise, test_skp_revise_evaluation
from . import test_data_finding_moved, test_skp_transfer, test_skp_transfer_undo
from . import test_start, test_start_agency
from . import test_skp_paper, test_skp_paper_parts, test_skp_print, test_skp_pdf
from . import test_remark, test_dialogue, test_library
from . import test_window, test_ask, test_approval_step
from . import test_waiting, test_reminder, test_reassign, test_two_at_once
from . import test_evidence_files, test_feedback, test_feedback_evaluation
from . import test_progress, test_progress_rollup, test_action_plan
from . import test_progress_paste, test_progress_export
from . import test_lock, test_lock_parts
from . import test_followup, test_history
from . import test_credit
from . import test_objection, test_objection_steps
from . import test_recap_import, test_recap_comparison, test_recap_export
from . import test_distribution
from . import test_calibration, test_calibration_rights
from . import test_delivery_clock
from . import test_verify
from . import test_explanation
from . import test_evaluation_paper
from . import test_evaluation_print
from . import test_fill
from . import test_annual
from . import test_closing
from . import test_pay, test_legacy_score
from . import test_unit_performance
from . import test_assessment_values, test_assessment_page
from . import test_objection_tour, test_objection_evidence
from . import test_consequence_batch
