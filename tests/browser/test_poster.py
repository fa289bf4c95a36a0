# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The printed poster leads to the page: the PDF is drawn, read back and followed."""

import pypdfium2
import requests
import zxingcpp


def test_the_code_on_the_poster_leads_to_the_page(session, sql, url):
    counter, token = sql(
        "SELECT id, token FROM asn_counter WHERE active AND company_id = 1 LIMIT 1"
    )[0]
    manager = session("bkpsdm")
    action, error = manager.call("asn.counter", "action_print_poster", [counter])
    assert error is None
    pdf = manager.get(url + action["url"], timeout=60)
    assert pdf.headers["Content-Type"] == "application/pdf"
    page = pypdfium2.PdfDocument(pdf.content)[0]
    width, height = (side / 72 * 25.4 for side in page.get_size())
    assert (round(width), round(height)) == (148, 210)
    codes = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    assert len(codes) == 1
    address = codes[0].text
    assert address == address.upper()
    assert address.endswith(f"/Q/{token}")
    assert codes[0].ec_level == "Q"
    path = "/" + address.split("/", 3)[3]
    assert requests.get(url + path, timeout=30).status_code == 200


def test_a_citizen_cannot_fetch_posters(sql, url):
    (counter,) = sql("SELECT id FROM asn_counter WHERE active LIMIT 1")[0]
    answer = requests.get(f"{url}/kinerja/poster", params={"ids": counter}, timeout=30)
    assert b"%PDF" not in answer.content[:8]
