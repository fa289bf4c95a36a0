# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Texts side by side with the changed words marked, safe to show as HTML."""

import difflib
import re

from markupsafe import Markup, escape

# beyond this many words everything counts as changed: comparing would take seconds
LONGEST = 2000
WORDS = re.compile(r"\s+|[^\s]+")


def mark_words(old: str, new: str) -> tuple[Markup, Markup]:
    """Return both texts escaped, words that went in <del>, words that came in <ins>.

    >>> mark_words("90 letters", "95 letters")[1]
    Markup('<ins>95</ins> letters')
    >>> mark_words("<b>", "<b>")[0]
    Markup('&lt;b&gt;')
    """
    before, after = WORDS.findall(old), WORDS.findall(new)
    if max(len(before), len(after)) > LONGEST:
        return _mark("del", before), _mark("ins", after)
    left, right = Markup(), Markup()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for operation, i1, i2, j1, j2 in matcher.get_opcodes():
        if operation == "equal":
            left += escape("".join(before[i1:i2]))
            right += escape("".join(after[j1:j2]))
            continue
        left += _mark("del", before[i1:i2])
        right += _mark("ins", after[j1:j2])
    return left, right


def _mark(tag: str, words: list[str]) -> Markup:
    text = "".join(words)
    if not text:
        return Markup()
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), text)


def side_by_side(before, now, title_before, title_now, unchanged):
    """Return the lines that differ as safe HTML, two columns that stack on a phone.

    :param before: {key: text}
    :param now: {key: text}; the order of its keys is the order of the lines
    :param unchanged: sentence for the case that no line differs
    """
    keys = list(now) + [key for key in before if key not in now]
    pairs = [(before.get(key, ""), now.get(key, "")) for key in keys]
    rows = [mark_words(*pair) for pair in pairs if pair[0] != pair[1]]
    if not rows:
        return Markup("<p>%s</p>") % unchanged
    cell = Markup(
        '<div class="row border-top py-2">'
        '<div class="col-md-6"><small class="d-md-none text-muted">%s</small>'
        "<div>− %s</div></div>"
        '<div class="col-md-6"><small class="d-md-none text-muted">%s</small>'
        "<div>+ %s</div></div></div>"
    )
    head = Markup(
        '<div class="row fw-bold d-none d-md-flex pb-1">'
        '<div class="col-md-6">%s</div><div class="col-md-6">%s</div></div>'
    ) % (title_before, title_now)
    dash = Markup("<em>—</em>")
    body = [
        cell % (title_before, left or dash, title_now, right or dash)
        for left, right in rows
    ]
    return Markup('<div class="container-fluid px-0">%s</div>') % (
        head + Markup("").join(body)
    )
