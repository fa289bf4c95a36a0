# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import doctest
import io
import zipfile
from http.client import HTTPConnection
from urllib.parse import urlsplit

from odoo import Command
from odoo.exceptions import UserError, ValidationError
from odoo.http import Request
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from ..tools import evidence
from .common import NOW, KinerjaCase, KinerjaHttpCase

MODEL = "asn.indicator.realisation"
EXE = b"MZ\x90\x00" + b"\x00" * 200
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"


def pack(*names):
    """Return a packed file with these entries."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name in names:
            packed.writestr(name, "content")
    return stream.getvalue()


REFUSED = (
    ("empty.pdf", b""),
    ("program.exe", b"harmless"),
    ("letter.pdf.EXE", b"harmless"),
    ("letter.exe. ", b"harmless"),
    ("script.js", b"alert(1)"),
    ("page.html", b"text"),
    ("drawing.svg", b"text"),
    ("start.bat", b"text"),
    ("table.xlsm", b"text"),
    ("letter.pdf", EXE),
    ("letter.pdf", b"\x7fELF\x02\x01"),
    ("letter.txt", b"#!/bin/sh\nrm -r /\n"),
    ("letter.txt", b"\xef\xbb\xbf  <!DOCTYPE html><p>hello</p>"),
    ("letter.png", b"<svg onload='x'></svg>"),
    ("letter.txt", b"<?php echo 1;"),
    ("letter.docx", pack("[Content_Types].xml", "word/vbaProject.bin")),
    ("letter.odt", pack("mimetype", "Basic/Standard/script-lb.xml")),
    ("letter.doc", evidence.OLE + b"\0" * 600 + evidence.OLE_MACRO),
    ("several.zip", pack("letter.pdf", "inside/program.exe")),
    ("several.zip", pack("META-INF/MANIFEST.MF", "Main.class")),
)
KEPT = (
    ("letter.pdf", PDF),
    ("MZ notes.txt", b"MZ Arifin came at ten"),
    ("letter.docx", pack("[Content_Types].xml", "word/document.xml")),
    ("several.zip", pack("letter.pdf", "photo.jpg")),
    ("torn.zip", b"PK\x03\x04 torn"),
    ("register.csv", b"date;letters\n2026-01-02;12\n"),
    ("Nota dinas 12.1", b"plain"),
)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEvidenceFiles(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.line = cls._make_evaluation().realisation_ids
        cls.files = cls._as(cls.env["ir.attachment"], cls.users["own"])

    def _upload(self, name="letter.pdf", raw=PDF, **values):
        values = {"res_model": MODEL, "res_id": self.line.id, **values}
        return self.files.create({"name": name, "raw": raw, **values})

    def test_examples(self):
        self.assertFalse(doctest.testmod(evidence).failed)

    def test_what_is_refused_in_every_way_to_bring_it(self):
        kept = self._upload()
        loose = {"res_model": False, "res_id": 0}
        for name, raw in REFUSED:
            with self.subTest(name=name):
                self._attempt(UserError, self._upload, name, raw)
                self._attempt(UserError, self._upload, name, raw, res_id=0)
                datas = base64.b64encode(raw)
                self._attempt(UserError, self._upload, name, False, datas=datas)
                self._attempt(UserError, kept.write, {"name": name, "raw": raw})
                self._attempt(UserError, self._attach_loose, name, raw)
                self.assertTrue(self._upload(name, raw, **loose))

    def _attach_loose(self, name, raw):
        """Upload to nothing, and bind it afterwards."""
        file = self.files.create({"name": name, "raw": raw})
        self._as_role(self.line, "own").evidence_ids = [Command.link(file.id)]

    def test_what_is_kept(self):
        for name, raw in KEPT:
            with self.subTest(name=name):
                self.assertEqual(self._upload(name, raw).raw, raw)

    def test_each_column_alone_is_looked_at_again(self):
        file = self._upload()
        for values in (
            {"raw": EXE},
            {"datas": base64.b64encode(EXE)},
            {"raw": b""},
            {"name": "program.exe"},
            {"mimetype": "application/x-dosexec"},
        ):
            with self.subTest(values=values):
                self._attempt(UserError, file.write, values)

    def test_evidence_is_neither_public_nor_a_link(self):
        file = self._upload()
        link = {"type": "url", "url": "https://example.com/letter.pdf"}
        for values in ({"public": True}, {"access_token": "secret"}, link):
            with self.subTest(values=values):
                self._attempt(UserError, file.write, values)
                self._attempt(UserError, self._upload, **values)
                self._attempt(UserError, file.sudo().write, values)
        self._attempt(UserError, file.generate_access_token)
        defaults = {f"default_{name}": value for name, value in link.items()}
        hostile = self.files.with_context(**defaults, default_res_model=MODEL)
        values = {"name": "letter.pdf", "raw": PDF}
        self._attempt(UserError, hostile.create, values)

    def test_the_limit_is_a_setting(self):
        many = PDF + b" " * evidence.MEGABYTE
        file = self._upload(raw=many)
        self.env["ir.config_parameter"].set_param(evidence.PARAMETER, "1")
        with self.assertRaisesRegex(UserError, "larger than 1 MB"):
            self._upload(raw=many)
        self._attempt(UserError, file.write, {"raw": many})
        for wrong in ("", "many", "-5", "0", "NaN"):
            self.env["ir.config_parameter"].set_param(evidence.PARAMETER, wrong)
            self.assertEqual(evidence.get_limit(self.env), evidence.DEFAULT_MB)

    def test_the_setting_is_within_what_can_be_uploaded(self):
        settings = self.env["res.config.settings"].create({"asn_evidence_max_mb": 5})
        settings.execute()
        self.assertEqual(evidence.get_limit(self.env), 5)
        for wrong in (0, -1, 101):
            with self.subTest(wrong=wrong), self.assertRaises(ValidationError):
                settings.asn_evidence_max_mb = wrong

    def test_files_of_other_records_of_ours_are_looked_at_too(self):
        skp = self.line.evaluation_id.skp_id
        file = {"res_model": "asn.skp", "res_id": skp.id}
        self._attempt(UserError, self._upload, "a.exe", EXE, **file)
        # what the program itself stores there is its own business
        made = {"name": "a.xml", "raw": b"<a/>", **file}
        self.assertTrue(self.env["ir.attachment"].create(made))

    def test_uploads_elsewhere_stay_as_they_are(self):
        partner = self.users["own"].partner_id
        for values in ({"res_model": "res.partner", "res_id": partner.id}, {}):
            values = {"res_model": False, "res_id": False, **values}
            with self.subTest(values=values):
                files = self._as(self.files, self.env.ref("base.user_admin"))
                made = files.create({"name": "a.exe", "raw": EXE, **values})
                made.write({"name": "b.exe", "public": True})
                self.assertTrue(made.generate_access_token())

    def test_a_screen_may_ask_before_it_sends(self):
        check = self.files.check_evidence_files
        head = base64.b64encode(EXE).decode()
        good = {"name": "a.pdf", "size": 10, "type": "application/pdf", "head": ""}
        self.assertTrue(check([good]))
        for wrong in (
            {**good, "size": 0},
            {**good, "size": 600 * evidence.MEGABYTE},
            {**good, "name": "a.exe"},
            {**good, "head": head},
        ):
            self._attempt(UserError, check, [good, wrong])
        for nonsense in (None, "a", [None], [{"name": None, "size": "x", "head": 1}]):
            with self.subTest(nonsense=nonsense):
                try:
                    check(nonsense)
                except UserError:
                    continue


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEvidenceUpload(KinerjaHttpCase):
    """The real way of a browser."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.line = cls._make_evaluation().realisation_ids

    def setUp(self):
        super().setUp()
        self._log_in("own")

    def _send(self, name, raw):
        """Return what the upload answers for one file."""
        with mute_logger("odoo.addons.web"):
            response = self.url_open(
                "/web/binary/upload_attachment",
                data={
                    "model": MODEL,
                    "id": self.line.id,
                    "csrf_token": Request.csrf_token(self),
                },
                files={"ufile": (name, raw)},
            )
        response.raise_for_status()
        return response.json()[0]

    def test_a_file_is_kept(self):
        file = self.env["ir.attachment"].browse(self._send("letter.pdf", PDF)["id"])
        self.assertRecordValues(file, [{"res_model": MODEL, "res_id": self.line.id}])

    def test_what_is_refused_leaves_nothing(self):
        mine = [("res_model", "=", MODEL)]
        before = self.env["ir.attachment"].search_count(mine)
        self.env["ir.config_parameter"].set_param(evidence.PARAMETER, "1")
        large = b" " * (evidence.MEGABYTE + 1)
        for name, raw in (
            ("empty.pdf", b""),
            ("letter.pdf", EXE),
            ("page.html", b"text"),
            ("large.txt", large),
        ):
            with self.subTest(name=name):
                self.assertIn("error", self._send(name, raw))
        self.assertEqual(self.env["ir.attachment"].search_count(mine), before)

    def test_half_a_gigabyte_is_refused_before_it_is_sent(self):
        with self.allow_requests():
            answer = self._announce(500 * evidence.MEGABYTE)
        self.assertEqual(answer.status, 413)

    def _announce(self, size):
        """Return the answer to a body of which only the beginning has been sent."""
        begin = (
            b"--x\r\nContent-Disposition: form-data; "
            b'name="ufile"; filename="large.pdf"\r\n\r\n%PDF-1.7'
        )
        server = urlsplit(self.base_url())
        connection = HTTPConnection(server.hostname, server.port, timeout=30)
        self.addCleanup(connection.close)
        connection.putrequest("POST", "/web/binary/upload_attachment")
        cookies = (f"{name}={value}" for name, value in self.opener.cookies.items())
        connection.putheader("Cookie", "; ".join(cookies))
        connection.putheader("Content-Type", "multipart/form-data; boundary=x")
        connection.putheader("Content-Length", str(size))
        connection.endheaders(begin)
        with mute_logger("odoo.http", "werkzeug"):
            return connection.getresponse()
