# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two texts side by side with the changed words marked, safe to show as HTML."""

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
