# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The four faces: the page behind the code on the counter."""

from functools import cache

from markupsafe import Markup

from .layout import EMPTY, hidden, join, page
from .words import words as words_of

FACE = Markup(
    '<button name="score" value="{score}"{on}><svg viewBox="0 0 64 64"'
    ' aria-hidden="true"'
    ' focusable="false"><circle class="rim v{score}" cx="32" cy="32"'
    ' r="30"/>{look}</svg>'
    "<span>{word}</span></button>"
)
EYES = Markup(
    '<circle class="dot" cx="22" cy="{0}" r="4"/><circle class="dot" cx="42" cy="{0}"'
    ' r="4"/>'
)
LOOKS = (
    EYES.format(28)
    + Markup('<path class="lip" d="M15 19l10 4M49 19l-10 4M20 47q12-12 24 0"/>'),
    EYES.format(26) + Markup('<path class="lip" d="M21 45q11-6 22 0"/>'),
    EYES.format(26) + Markup('<path class="lip" d="M20 40q12 10 24 0"/>'),
    Markup('<path class="lip" d="M16 27q6-8 12 0M36 27q6-8 12 0"/>')
    + Markup('<path class="dot" d="M17 36h30q-2 15-15 15t-15-15z"/>'),
)
FORM = Markup(
    '<form method="post" action="/q/{token}/s">{again}{hidden}<fieldset><legend>'
    '<h1>{title}</h1></legend><p class="soft">{hint}</p><div'
    ' class="faces">{faces}</div>'
    '</fieldset>{kept}</form><p class="soft">{privacy}</p>'
)
WHERE = Markup('<p class="place">{}</p>')
AGAIN = Markup('<p class="note" role="alert">{}</p>')
SEND_AGAIN = Markup('<button class="go" name="score" value="{}">{}</button>')
COMMENT = Markup(
    '<label for="comment">{}</label><textarea id="comment" name="comment"'
    ' maxlength="1000">{}</textarea>'
)


def form(words, place, nonce, *, kept=None, problem=None):
    """Return the page with the four faces.

    :param nonce: text of a fresh nonce
    :param kept: what a form that could not be taken contained, already checked
    :param problem: key of the sentence that says why it is shown again
    """
    kept = dict(kept or {})
    score, comment = kept.pop("score", None), kept.pop("comment", None)
    content = FORM.format(
        token=place.token,
        again=_again(words, problem, score),
        hidden=hidden(nonce=nonce, l=words["lang"], **kept),
        title=words["title"],
        hint=words["hint"],
        faces=_faces(words["lang"], score),
        kept=_kept(words, comment, kept),
        privacy=words["privacy"],
    )
    return page(
        words,
        f"{words['title']} - {place.department}",
        WHERE.format(where(words, place)) + content,
        place=place,
        switch=not problem,
        links=footer(words, place),
    )


def where(words, place):
    """Return the line that says which counter of which service this is."""
    return Markup(" &middot; ").join(
        [part for part in (place.service, place.counter) if part]
    )


def footer(words, place):
    """Return the links below each page of a counter."""
    return (
        (f"/q/{place.token}/c", words["complain"]),
        ("/kepuasan", words["results"]),
    )


@cache
def _faces(lang, chosen):
    words = words_of(lang)
    return join(
        FACE.format(
            score=score,
            word=word,
            look=look,
            on=Markup(' class="on"') if score == chosen else EMPTY,
        )
        for score, (word, look) in enumerate(zip(words["faces"], LOOKS, strict=True), 1)
    )


def _again(words, problem, score):
    if not problem:
        return EMPTY
    note = AGAIN.format(words[problem])
    if not score:
        return note
    # The first button of the form is also what the Enter key presses.
    answer = words["faces"][score - 1]
    return note + SEND_AGAIN.format(score, words["again"].format(answer=answer))


def _kept(words, comment, others):
    text = COMMENT.format(words["comment"], comment) if comment else EMPTY
    if others:
        text += Markup('<p class="soft">{}</p>').format(words["kept"])
    return text
