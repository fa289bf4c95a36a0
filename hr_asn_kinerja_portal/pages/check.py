# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Whether a printed plan or evaluation still holds; no name, no content."""

from markupsafe import Markup

from .complaint import day
from .layout import EMPTY, join, page

CONTENT = Markup("<h1>{title}</h1>{answer}{form}")
HINT = Markup('<p>{}</p><p class="soft">{}</p>')
VERDICT = Markup('<p class="{kind}" role="status"><b>{verdict}</b> {text}</p>')
ROWS = Markup('<dl class="unit">{}</dl>')
ROW = Markup('<dt>{}</dt><dd class="place">{}</dd>')
FORM = Markup(
    '<form method="get" action="/v"><input type="hidden" name="l" value="{lang}">'
    '<label for="n">{check_number}</label><input id="n" name="n" required'
    ' maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false">'
    '<button class="go">{check_show}</button></form>'
)


def check(words, document=None, *, asked=False):
    """Return the page that answers about one document number.

    :param document: Document that was found, None for unknown and malformed numbers
    :param asked: whether a number was given at all
    """
    content = CONTENT.format(
        title=words["check"],
        answer=_answer(words, document) if asked else _hint(words),
        form=FORM.format(
            **{key: words[key] for key in ("lang", "check_number", "check_show")}
        ),
    )
    return page(words, words["check"], content)


def _hint(words):
    return HINT.format(words["check_intro"], words["check_private"])


def _answer(words, document):
    if not document:
        return VERDICT.format(
            kind="note", verdict=words["check.unknown"], text=words["check_unknown"]
        )
    ended = day(words, document.ended_on) if document.ended_on else EMPTY
    verdict = VERDICT.format(
        kind="ok" if document.status == "valid" else "note",
        verdict=words[f"check.{document.status}"],
        text=words[_key(f"check_{document.status}", words, document)].format(
            date=ended
        ),
    )
    rows = (
        ("check_number", document.number),
        ("check_digest", document.digest),
        (_key("check_date", words, document), day(words, document.agreed_on)),
    )
    table = ROWS.format(join(ROW.format(words[key], value) for key, value in rows))
    return verdict + table + HINT.format(words["check_compare"], words["check_private"])


def _key(name, words, document):
    """Return the key of a text; an evaluation has some words of its own."""
    own = f"{name}.{document.kind}"
    return own if own in words else name
