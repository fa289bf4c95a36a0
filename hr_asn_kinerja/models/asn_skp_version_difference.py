# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from ..tools.word_diff import mark_words


class AsnSkpVersion(models.Model):
    """What two contents of a plan have in common, and what not."""

    _inherit = "asn.skp.version"

    @api.model
    def _get_difference(self, old, new):
        """Return rows of both contents side by side; `mark` says what happened."""
        self._take_labels(old, new)
        before = {key: (depth, text) for key, depth, text in self._get_rows(old)}
        after = {key: (depth, text) for key, depth, text in self._get_rows(new)}
        rows = [
            self._get_difference_row(depth, before.get(key, (depth, None))[1], text)
            for key, (depth, text) in after.items()
        ]
        return rows + [
            self._get_difference_row(depth, text, None)
            for key, (depth, text) in before.items()
            if key not in after
        ]

    @api.model
    def _get_difference_row(self, depth, old, new):
        """Return one row; a text is None where the line does not stand."""
        left, right = mark_words(old or "", new or "")
        mark = "same" if old == new else "changed"
        if old is None:
            mark = "added"
        elif new is None:
            mark = "removed"
        return {"mark": mark, "depth": depth, "left": left, "right": right}

    @api.model
    def _take_labels(self, old, new):
        """Give the old content the words of the new one where nothing has changed.

        Words of a list may be translated anew; that is no change of the plan.
        """
        lines = {}
        for part in new["parts"].values():
            lines.update(self._get_lines_by_key(part))
        for part in old["parts"].values():
            for key, line in self._get_lines_by_key(part).items():
                newer = lines.get(key)
                for name, value in line["values"].items() if newer else ():
                    if newer["values"].get(name, value) == value:
                        label = line["labels"][name]
                        line["labels"][name] = newer["labels"].get(name, label)
        if old["approach"]["key"] == new["approach"]["key"]:
            old["approach"] = new["approach"]

    @api.model
    def _get_lines_by_key(self, lines):
        """Return {(model, id): line} of lines and of all that are below them."""
        found = {}
        for line in lines:
            found[line["model"], line["id"]] = line
            for children in line["lines"].values():
                found.update(self._get_lines_by_key(children))
        return found
