# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The main story, clicked through as each role in a real browser.

The tests run in order: each continues where the one before ended. The pictures are
those of the README and the user guide.
"""

import re
import time

import pytest

from .conftest import PHONE

EVALUATION = "Triwulan III 2026 - Andi Pratama, A.Md."
PREDICATE = "Sangat Baik"
FORM = ".o_form_view"
LINES = ".o_field_widget[name=realisation_ids]"


def state(page):
    """Return the label of the document's current state."""
    return page.locator(
        ".o_statusbar_status button.o_arrow_button_current"
    ).text_content()


def expect_state(page, label):
    page.locator(
        ".o_statusbar_status button.o_arrow_button_current", has_text=label
    ).wait_for()


def open_row(page, text):
    page.locator(".o_data_row", has_text=text).first.locator(
        ".o_data_cell"
    ).first.click()
    page.locator(FORM).wait_for()


def own_evaluation(person):
    """Return what the person can read of the evaluation of the third quarter."""
    fields = ["state", "result_rating", "behaviour_rating", "predicate", "digest"]
    rows, error = person.call(
        "asn.evaluation",
        "search_read",
        [
            ["interval_id.date_from", "=", "2026-07-01"],
            ["employee_user_id", "=", person.uid],
        ],
        fields,
    )
    assert error is None
    return rows[0]


def as_person(session, login):
    person = session(login)
    info = person.post(
        f"{person.url}/web/session/get_session_info",
        json={"jsonrpc": "2.0", "method": "call", "params": {}},
        timeout=30,
    ).json()
    person.uid = info["result"]["uid"]
    return person


def test_the_employee_fills_in_and_submits(log_in, shot):
    page = log_in("pegawai")
    page.goto("/odoo/kinerja-evaluasi")
    open_row(page, "Triwulan III")
    expect_state(page, "Diisi Pegawai")
    page.locator(LINES).wait_for()
    shot(page, "pegawai")
    while (magic := page.locator(f"{LINES} button[name=action_use_proposal]")).count():
        before = magic.count()
        magic.first.click()
        page.wait_for_timeout(700)
        if magic.count() == before:
            break
    for text, value in (("waktu penerbitan", "22"), ("Pemakaian blangko", "101")):
        row = page.locator(f"{LINES} .o_data_row", has_text=text)
        row.locator("td[name=value]").click()
        selected = page.locator(f"{LINES} .o_selected_row", has_text=text)
        selected.locator("td[name=value] input").fill(value)
    page.locator(".o_form_button_save").click()
    page.locator("button[name=action_submit]").click()
    expect_state(page, "Diajukan")
    assert "sedang menilai" in page.locator("[name=next_step]").text_content()


def test_the_assessor_rates_with_everything_on_one_page(log_in, session, shot):
    page = log_in("penilai")
    page.goto("/odoo/kinerja-penilaian")
    open_row(page, "Andi Pratama")
    for name, reason in (
        ("result", "Target penerbitan terlampaui dan waktu layanan membaik."),
        ("behaviour", "Ramah dan sigap melayani pemohon lanjut usia."),
    ):
        page.locator(f"[name={name}_rating] label", has_text="Di Atas").click()
        page.locator(f"[name={name}_reason] textarea").fill(reason)
    page.locator("[name=recommendation] textarea").fill("Pertahankan.")
    page.locator("[name=predicate]", has_text=PREDICATE).wait_for()
    page.evaluate("document.querySelector('.o_content').scrollTo(0, 330)")
    shot(page, "penilai")
    page.locator("button[name=action_rate]").click()
    expect_state(page, "Dinilai")
    employee = as_person(session, "pegawai")
    assert own_evaluation(employee) | {"id": 0} == {
        "id": 0,
        "state": "rated",
        "result_rating": False,
        "behaviour_rating": False,
        "predicate": False,
        "digest": False,
    }
    count, _error = employee.call("asn.assessment", "search_count", [])
    assert not count
    page.locator("button[name=action_deliver]").click()
    page.locator(".modal footer .btn-primary").click()
    expect_state(page, "Disampaikan")
    assert own_evaluation(employee)["predicate"] == "very_good"


def test_the_employee_reads_the_result_on_a_phone(log_in, shot):
    page = log_in("pegawai", PHONE)
    page.goto("/my/kinerja")
    page.get_by_text(PREDICATE).first.wait_for()
    shot(page, "pegawai_ponsel", full_page=True)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]


def test_the_employee_confirms_receipt(log_in, shot):
    page = log_in("pegawai")
    page.goto("/odoo/kinerja-evaluasi")
    open_row(page, "Triwulan III")
    page.locator("[name=predicate]", has_text=PREDICATE).wait_for()
    page.locator("button[name=action_acknowledge]").click()
    page.locator("[name=acknowledged_on]").wait_for()
    shot(page, "hasil", full_page=True)
    assert not page.locator("button[name=action_acknowledge]").is_visible()


def test_a_citizen_is_done_with_one_tap(open_page, token, sql, shot):
    before = sql("SELECT count(*) FROM asn_citizen_response")[0][0]
    page = open_page(PHONE, script=False)
    page.goto(f"/q/{token}")
    shot(page, "warga")
    # younger forms are taken for a robot's
    time.sleep(2.1)
    page.locator("button[name=score][value='4']").click()
    page.get_by_role("heading").first.wait_for()
    assert sql("SELECT count(*) FROM asn_citizen_response")[0][0] == before + 1
    shot(page, "warga_terima_kasih", full_page=True)
    page.locator("input[name=u7][value='4']").check(force=True)
    page.locator("textarea[name=comment]").fill("Petugas ramah, terima kasih.")
    page.locator("form[action$='/d'] button").last.click()
    page.get_by_role("heading").first.wait_for()
    shot(page, "warga_selesai")
    rows = sql(
        "SELECT count(*) FROM asn_citizen_response_detail WHERE comment = %s",
        "Petugas ramah, terima kasih.",
    )
    assert rows[0][0] == 1


@pytest.mark.parametrize(("width", "height"), [(320, 900), (360, 740)])
def test_the_citizens_page_fits_a_small_phone(open_page, token, shot, width, height):
    page = open_page({"width": width, "height": height}, scheme="dark")
    page.goto(f"/q/{token}?l=en")
    shot(page, f"warga_{width}_gelap")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for face in page.locator("button[name=score]").all():
        box = face.bounding_box()
        assert min(box["width"], box["height"]) >= 48
        assert box["y"] + box["height"] <= height


def test_a_plan_is_returned_with_a_note(log_in, shot):
    page = log_in("penilai")
    page.goto("/odoo/kinerja-tim")
    shot(page, "skp_tim")
    open_row(page, "Zulfikar Anwar")
    page.get_by_role("button", name=re.compile("Kembalikan dengan Catatan")).click()
    dialog = page.locator(".modal")
    dialog.locator("[name=note] textarea").fill(
        "Mohon RHK kedua ditulis sebagai hasil."
    )
    shot(page, "kembalikan")
    dialog.locator("button[name=action_return]").click()
    expect_state(page, "Draf")
    page.get_by_text("Mohon RHK kedua ditulis sebagai hasil.").first.wait_for()


def test_a_plan_is_agreed(log_in):
    page = log_in("penilai")
    page.goto("/odoo/kinerja-tim")
    open_row(page, "Teguh Iman Santoso")
    page.locator("button[name=action_agree]").click()
    expect_state(page, "Disetujui")


def test_an_employee_writes_a_plan_from_nothing(log_in, sql, shot):
    """Whoever has no plan yet needs three things: New, a result, an indicator."""
    sql(
        "UPDATE asn_skp s SET state = 'cancelled' FROM res_users u"
        " WHERE u.id = s.employee_user_id AND u.login = 'auditor'"
        " AND s.date_from = '2026-01-01'"
    )
    page = log_in("auditor")
    page.goto("/odoo/kinerja-skp")
    page.locator(".o_list_button_add").click()
    page.locator(f"{FORM} .o_field_x2many_list_row_add a").first.click()
    dialog = page.locator(".modal")
    dialog.locator("[name=name] textarea").first.fill(
        "Laporan audit terbit tepat waktu"
    )
    dialog.locator(".o_field_x2many_list_row_add a").click()
    row = dialog.locator(".o_selected_row")
    row.locator("[name=name] textarea").fill("Jumlah laporan")
    row.locator("[name=target_min] input").fill("12")
    row.locator("[name=unit] input").fill("laporan")
    shot(page, "skp_baru")
    dialog.locator(".o_form_button_save").first.click()
    dialog.wait_for(state="hidden")
    page.locator(".o_form_button_save").click()
    page.locator("button[name=action_submit]").click()
    expect_state(page, "Diajukan")
    page.get_by_text("12 laporan").first.wait_for()


def test_the_officer_sees_the_units_of_the_scope_only(log_in, shot):
    page = log_in("pengelola")
    page.goto("/odoo/action-hr_asn_kinerja.asn_skp_action")
    page.locator(".o_data_row").first.wait_for()
    shot(page, "pengelola")
    text = page.locator(".o_list_renderer").text_content()
    assert "Inspektorat" not in text


def test_the_manager_opens_an_interval(log_in, shot):
    page = log_in("bkpsdm")
    page.goto("/odoo/action-hr_asn_kinerja.asn_period_action")
    open_row(page, "2026")
    shot(page, "periode")
    page.locator(".o_data_row", has_text="Triwulan IV").locator(
        "button[name=action_open_evaluations]"
    ).click()
    page.locator(".o_list_view .o_data_row").first.wait_for()


def test_the_auditor_proves_who_decided_what(log_in, shot):
    page = log_in("auditor")
    page.goto("/odoo/action-hr_asn_kinerja.asn_decision_action")
    page.locator(".o_data_row").first.wait_for()
    shot(page, "auditor")
    open_row(page, "Disampaikan")
    page.locator("[name=snapshot]").wait_for()
    shot(page, "keputusan", full_page=True)
