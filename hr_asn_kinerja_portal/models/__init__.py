# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    asn_insert_once,
    asn_append_only,
    asn_citizen_response,
    asn_citizen_response_detail,
    asn_complaint,
    asn_complaint_clock,
    asn_counter,
    asn_decision,
    asn_indicator_source,
    asn_role_assignment,
    asn_satisfaction_release,
    asn_service,
    asn_skp_indicator,
    ir_http,
)
