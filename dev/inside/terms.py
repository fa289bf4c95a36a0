# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Export the terms of our add-ons as Odoo sees them in this database.

Run by `odoo shell`, which gives it the name env. Writes the terms that have no
Indonesian words and, where a folder is named, one .pot file an add-on.
"""

import io
import json
import os
from pathlib import Path

import polib

from odoo.modules import get_module_path
from odoo.tools.translate import trans_export


def export(env, lang, module):
    """Read one add-on's terms the way Odoo's own export does."""
    stream = io.BytesIO()
    trans_export(lang, [module], stream, "po", env)
    return stream.getvalue().decode()


def known(module):
    """Read the terms that an add-on translates, also those that stay as they are.

    Odoo's export leaves a term empty whose Indonesian is the same word.
    """
    file = Path(get_module_path(module)) / "i18n" / "id.po"
    entries = polib.pofile(str(file)) if file.exists() else ()
    return {entry.msgid for entry in entries if entry.msgstr and not entry.fuzzy}


def main(env):
    """Write what was asked for."""
    missing = []
    pots = os.environ.get("KINERJA_POTS")
    for module in os.environ["KINERJA_MODULES"].split(","):
        text = export(env, "id_ID", module)
        same = known(module)
        for entry in polib.pofile(text) if text.strip() else ():
            if not entry.msgstr and entry.msgid not in same:
                missing.append(f"{module}: {entry.msgid}")
        if pots:
            (Path(pots) / f"{module}.pot").write_text(
                export(env, None, module), encoding="utf-8"
            )
    report = json.dumps({"missing": missing})
    Path(os.environ["KINERJA_OUTPUT"]).write_text(report, encoding="utf-8")


main(env)  # noqa: F821
