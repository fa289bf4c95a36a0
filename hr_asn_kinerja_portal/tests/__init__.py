# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    test_access,
    test_access_rpc,
    test_agencies,
    test_answers,
    test_bad_input,
    test_check,
    test_complaint,
    test_counter,
    test_indicator_source,
    test_nonce,
    test_pages,
    test_poster,
    test_portal,
    test_release,
    test_role,
    test_tools,
)
