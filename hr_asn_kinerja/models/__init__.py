# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import base
from . import asn_login_mixin, asn_leave_mixin
from . import (
    hr_department,
    hr_employee,
    hr_employee_public,
    hr_version,
    res_users,
)
from . import asn_rank
from . import asn_holiday
from . import asn_notice
from . import asn_role_history
from . import asn_membership_guard
from . import asn_membership_mixin
from . import asn_delegation
from . import asn_delegation_notice
from . import asn_delegation_ask
from . import asn_officer_scope
from . import asn_guard_mixin
from . import asn_evidence_mixin
from . import asn_skp_line_mixin
from . import asn_ask_mixin
from . import asn_job
from . import asn_job_line
from . import asn_job_login
from . import asn_job_evaluation
from . import asn_job_print, asn_job_print_line
from . import asn_employee_sync
from . import asn_employee_sync_apply
from . import asn_job_employee
from . import asn_document_mixin
from . import asn_workflow_mixin
from . import asn_period
from . import asn_period_window
from . import asn_period_interval
from . import asn_start, asn_start_facts, asn_start_step
from . import asn_skp
from . import asn_skp_flow
from . import asn_skp_leader, asn_skp_leader_before, asn_skp_suggestion
from . import asn_approval_step, res_company
from . import asn_skp_act, asn_skp_approval, asn_skp_ask
from . import asn_skp_window, asn_skp_reassign
from . import asn_skp_line_kept, asn_skp_line_content
from . import asn_plan_candidate
from . import asn_skp_people, asn_skp_launch, asn_skp_launch_library
from . import asn_skp_launch_link, asn_skp_touched
from . import asn_job_launch, asn_job_undo, asn_job_line_launch
from . import asn_skp_result
from . import asn_skp_indicator
from . import asn_skp_result_link
from . import asn_skp_indicator_share
from . import asn_skp_result_matrix
from . import asn_skp_matrix, asn_matrix_member
from . import asn_role_matrix, asn_role_matrix_rows
from . import asn_role_matrix_write, asn_role_matrix_people
from . import asn_skp_indicator_figures
from . import asn_skp_result_content
from . import asn_behaviour
from . import asn_behaviour_indicator
from . import asn_annex_text
from . import asn_skp_term_mixin
from . import asn_skp_behaviour
from . import asn_skp_annex
from . import asn_skp_terms
from . import asn_skp_drafting
from . import asn_skp_result_drafting
from . import asn_indicator_source
from . import asn_skp_remark_mixin
from . import asn_skp_result_remark, asn_skp_indicator_remark
from . import asn_skp_remark, asn_skp_remark_flow
from . import asn_skp_submission
from . import asn_skp_dialog
from . import asn_dialogue, asn_dialogue_flow
from . import asn_indicator_template, asn_indicator_template_flow
from . import asn_indicator_template_line, asn_indicator_template_vote
from . import asn_skp_library, asn_skp_result_library
from . import asn_skp_origin_report
from . import asn_unit_performance
from . import asn_evaluation
from . import asn_evaluation_evidence, asn_evaluation_open, asn_evaluation_values
from . import asn_unit_performance_flow, asn_unit_performance_roles
from . import asn_unit_performance_log
from . import asn_evaluation_flow
from . import asn_read_log
from . import asn_indicator_realisation
from . import asn_assessment
from . import asn_assessment_rating, asn_assessment_advice
from . import asn_assessment_page, asn_assessment_sheet, asn_evaluation_earlier
from . import asn_assessment_behaviour, asn_evaluation_behaviour, asn_period_advice
from . import asn_decision
from . import asn_decision_number, asn_skp_paper, ir_actions_report
from . import asn_snapshot
from . import asn_decision_plan, asn_snapshot_plan
from . import asn_evaluation_change, asn_indicator_realisation_written
from . import asn_skp_version, asn_skp_version_difference
from . import asn_skp_revise, asn_skp_realised
from . import asn_skp_close, asn_skp_duty
from . import asn_skp_event, asn_skp_event_undo, asn_skp_result_event
from . import asn_skp_result_agreed
from . import asn_skp_transfer
from . import asn_excuse
from . import asn_person
from . import asn_data_finding, asn_data_finding_fix
from . import asn_data_finding_moved
from . import asn_data_check
from . import asn_data_correction, asn_data_correction_flow
from . import asn_role_assignment
from . import asn_role_holder
from . import asn_access_count
from . import asn_access_rows
from . import asn_access_reasons
from . import asn_cascade_finding, asn_cascade_finding_fix
from . import asn_cascade, asn_cascade_scope, asn_cascade_node, asn_cascade_export
from . import asn_reminder
from . import asn_skp_waiting, asn_skp_waiting_remind
from . import asn_waiting_letter
from . import ir_attachment, res_config_settings
from . import asn_feedback, asn_feedback_give, asn_feedback_change
from . import asn_feedback_notice, asn_feedback_evidence, asn_feedback_request
from . import asn_evaluation_feedback, asn_skp_feedback
from . import asn_indicator_realisation_explained
from . import hr_employee_public_search
from . import asn_period_interval_locked, asn_work_mixin
from . import asn_skp_indicator_rollup, asn_progress_rollup
from . import asn_action_plan, asn_progress, asn_progress_write, asn_progress_act
from . import asn_progress_template, asn_indicator_realisation_progress
from . import asn_evaluation_progress
from . import asn_interval_lock, asn_period_interval_lock, asn_period_lock
from . import asn_evaluation_lock, asn_assessment_lock, asn_unit_performance_lock
from . import asn_skp_lock, asn_skp_line_lock, ir_attachment_lock
from . import asn_followup, asn_followup_dates, asn_followup_step
from . import asn_followup_flow, asn_followup_todo
from . import asn_evaluation_followup, asn_evaluation_final, asn_period_consequence
from . import asn_history
from . import asn_credit_account, asn_credit, asn_credit_conversion
from . import asn_evaluation_credit
from . import asn_period_remedy, asn_objection, asn_evaluation_delivery
from . import asn_evaluation_remedy, asn_evaluation_objection
from . import asn_evaluation_decide, asn_evaluation_order, asn_assessment_seal
from . import asn_snapshot_objection
from . import asn_read_log_many
from . import asn_recap_result, asn_job_recap
from . import asn_recap_comparison, asn_recap_comparison_rows
from . import asn_distribution_pattern, asn_distribution_reason
from . import asn_distribution_scope, asn_distribution_figures
from . import asn_assessment_unit
from . import asn_distribution_picture, asn_distribution_bias, asn_period_bias
from . import asn_calibration, asn_calibration_member, asn_calibration_seat
from . import asn_calibration_change, asn_calibration_answer
from . import asn_calibration_seats, asn_calibration_flow, asn_calibration_rating
from . import asn_calibration_list, asn_distribution_calibration
from . import asn_evaluation_calibration, asn_assessment_calibration
from . import asn_evaluation_told
from . import asn_delivery, asn_delivery_remind, asn_reminder_delivery
from . import asn_snapshot_reader, asn_decision_verify, asn_job_verify
from . import asn_chain_heads
from . import asn_access_calibration
from . import asn_decision_paper, asn_evaluation_paper
from . import asn_job_print_evaluation
from . import asn_skp_opened, asn_indicator_source_year
from . import asn_period_interval_open
from . import asn_period_fill, asn_evaluation_fill
from . import asn_evaluation_deliver, asn_assessment_deliver, asn_job_deliver
from . import asn_pay_table, asn_legacy_score, asn_legacy_score_entry
