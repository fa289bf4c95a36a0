# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which files may be kept as evidence: by their name, their content and their size.

>>> get_refused_name("surat tugas.pdf")
>>> get_refused_name("surat tugas.pdf.EXE. ")
'exe'
>>> get_refused_content(b"MZ\\x90\\x00")
'exe'
>>> get_refused_content(b"%PDF-1.7")
"""

import io
import zipfile

from odoo.exceptions import UserError
from odoo.tools.mimetypes import guess_mimetype

#: Models whose files are evidence, whoever attaches them; other parts add their own.
EVIDENCE_MODELS = {
    "asn.feedback",
    "asn.indicator.realisation",
    "asn.objection",
    "asn.progress",
}
PARAMETER = "hr_asn_kinerja.evidence_max_mb"
DEFAULT_MB = 10
MEGABYTE = 1024 * 1024
# what a computer runs, what a browser runs, and documents that carry a program
REFUSED_NAMES = {
    *("app", "apk", "bat", "bin", "cmd", "com", "cpl", "csh", "dll", "dmg", "exe"),
    *("gadget", "hta", "jar", "jnlp", "ksh", "lnk", "msi", "msp", "pif", "ps1"),
    *("psm1", "py", "pyc", "rb", "reg", "run", "scr", "sh", "vb", "vbe", "vbs", "ws"),
    *("wsf", "wsh"),
    *("htm", "html", "js", "jse", "mht", "mhtml", "mjs", "php", "phtml", "shtml"),
    *("svg", "svgz", "swf", "xht", "xhtml", "xml", "xsl"),
    *("docm", "dotm", "potm", "ppam", "ppsm", "pptm", "sldm", "xla", "xlam", "xlm"),
    *("xlsb", "xlsm", "xltm"),
}
REFUSED_TYPES = {
    "application/java-archive": "jar",
    "application/javascript": "js",
    "application/vnd.microsoft.portable-executable": "exe",
    "application/x-dosexec": "exe",
    "application/x-executable": "exe",
    "application/x-msdownload": "exe",
    "application/x-ms-dos-executable": "exe",
    "application/x-mach-binary": "app",
    "application/x-pie-executable": "exe",
    "application/x-sharedlib": "dll",
    "application/x-httpd-php": "php",
    "application/x-sh": "sh",
    "application/xhtml+xml": "html",
    "application/xml": "xml",
    "image/svg+xml": "svg",
    "text/html": "html",
    "text/javascript": "js",
    "text/x-msdos-batch": "bat",
    "text/x-php": "php",
    "text/x-shellscript": "sh",
    "text/xml": "xml",
}
SIGNATURES = (
    (b"\x7fELF", "exe"),
    (b"\xca\xfe\xba\xbe", "class"),
    (b"\xcf\xfa\xed\xfe", "app"),
    (b"\xce\xfa\xed\xfe", "app"),
    (b"#!", "sh"),
    (b"<?php", "php"),
)
BEGINNINGS = (b"<!doctype html", b"<html", b"<script", b"<svg", b"<?xml", b"<body")
HEAD = 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_MACRO = "_VBA_PROJECT".encode("utf-16-le")
# inside a packed file: a program, or a program inside a document
MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
MACRO_FOLDERS = ("basic/", "scripts/", "meta-inf/manifest.mf", "androidmanifest.xml")


def check_evidence(env, name, size, mimetype, content=b""):
    """Refuse a file that may not be kept as evidence.

    :param mimetype: what the sender says it is; the content is looked at as well
    :param content: as much of the file as is there, the beginning at least
    :raises UserError: a sentence that says what to do
    """
    limit = get_limit(env)
    if not size:
        raise UserError(
            env._(
                "“%(name)s” is empty. Open the file on your device, check that it has "
                "a content, and choose it again.",
                name=name,
            )
        )
    if size > limit * MEGABYTE:
        raise UserError(
            env._(
                "“%(name)s” is larger than %(limit)s MB. Make it smaller, for example "
                "by scanning in black and white, or split it into several files.",
                name=name,
                limit=limit,
            )
        )
    kind = (
        get_refused_name(name)
        or REFUSED_TYPES.get((mimetype or "").split(";")[0].strip().lower())
        or get_refused_content(content)
    )
    if kind:
        raise UserError(
            env._(
                "“%(name)s” cannot be kept as evidence: it is or contains a program, a "
                "web page or macros (%(kind)s). Save it as PDF or as a picture, and "
                "choose that file.",
                name=name,
                kind=kind,
            )
        )


def get_limit(env):
    """Return the largest size in megabytes; the default where none can be read."""
    # sudo: ir.config_parameter - one number of the settings
    text = env["ir.config_parameter"].sudo().get_param(PARAMETER)
    try:
        limit = int(text)
    except (TypeError, ValueError):
        return DEFAULT_MB
    return limit if limit > 0 else DEFAULT_MB


def get_refused_name(name):
    """Return the ending for which a name is refused; None if it may stay."""
    # some systems leave out what stands behind the last letter
    ending = (name or "").rstrip(" .\t\r\n\0").rpartition(".")[2].strip().lower()
    return ending if ending in REFUSED_NAMES else None


def get_refused_content(content):
    """Return the kind of program that the content is or carries, None if none."""
    # a note may begin with these two letters, but holds no zeros
    if content.startswith(b"MZ") and b"\0" in content[:64]:
        return "exe"
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    begin = content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\0").lower()
    if begin.startswith(BEGINNINGS):
        return "html"
    if content.startswith(OLE) and OLE_MACRO in content:
        return "macro"
    if content.startswith(b"PK"):
        return _get_refused_part(content)
    return REFUSED_TYPES.get(guess_mimetype(content)) if content else None


def _get_refused_part(content):
    """Return what a packed file carries; only its list of contents is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = [entry.lower() for entry in packed.namelist()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return None
    if any(name.rpartition("/")[2] in MACRO_PARTS for name in names):
        return "macro"
    if any(name.startswith(MACRO_FOLDERS) for name in names):
        return "macro"
    if "[content_types].xml" in names or "mimetype" in names:
        return None
    return next(filter(None, map(get_refused_name, names)), None)
