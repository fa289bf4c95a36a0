# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Thank you first; then what a citizen may add, all of it optional."""

from functools import cache

from markupsafe import Markup

from ..citizen_rules import FORM_FIELDS
from .form import footer
from .layout import EMPTY, hidden, join, page
from .words import words as words_of

# Lists of choices offered as a drop-down, in the order of the page.
CHOICES = ("sex", "age_band", "education", "occupation")
THANKS = Markup('<h1>{}</h1><p class="ok" role="status">{}</p>')
DETAILS = Markup(
    '<h2>{more}</h2><p class="soft">{more_hint}</p>'
    '<form method="post" action="/q/{token}/d">{hidden}{questions}'
    '<label for="comment">{comment}</label><p class="soft" id="ch">{comment_hint}</p>'
    '<textarea id="comment" name="comment" maxlength="1000" aria-describedby="ch">'
    "</textarea>{asked}<h2>{about}</h2>{choices}"
    '<button class="go">{send}</button></form>'
)
QUESTION = Markup(
    '<fieldset class="q"><legend>{number}{question}</legend>'
    '<div class="opts{few}">{options}</div></fieldset>'
)
OPTION = Markup(
    '<label><input type="radio" name="{name}"'
    ' value="{value}"><span>{text}</span></label>'
)
SELECT = Markup(
    '<label for="{name}">{label}</label><select id="{name}" name="{name}">'
    '<option value="">{empty}</option>{options}</select>'
)
NEXT = Markup(
    '<h2>{problem}</h2><div class="two"><a href="/q/{token}/c?l={lang}">{complain}</a>'
    '<a href="/kepuasan?l={lang}">{results}</a></div>'
)


def thanks(words, place, detail_nonce):
    """Return the page after the tap, offering what is still open."""
    details = DETAILS.format(
        token=place.token,
        hidden=hidden(nonce=detail_nonce, l=words["lang"]),
        **_long_parts(words["lang"]),
    )
    return _page(
        words, place, THANKS.format(words["thanks"], words["counted"]) + details
    )


def done(words, place):
    """Return the last page: nothing is open any more."""
    content = THANKS.format(words["thanks"], words["done"])
    content += Markup("<p>{}</p>").format(words["done_text"])
    return _page(words, place, content + _next(words, place))


def refused(words, place):
    """Return the page for details that come too late or with a wrong nonce."""
    content = Markup('<h1>{}</h1><p class="note" role="alert">{}</p>').format(
        words["thanks"], words["late_detail"]
    )
    return _page(words, place, content + _next(words, place))


def _page(words, place, content):
    return page(
        words,
        words["thanks"],
        content,
        place=place,
        switch=False,
        links=footer(words, place),
    )


def _next(words, place):
    return NEXT.format(
        token=place.token,
        **{key: words[key] for key in ("problem", "lang", "complain", "results")},
    )


@cache
def _long_parts(lang):
    """Return what is the same on each page of a language."""
    words = words_of(lang)
    keys = ("more", "more_hint", "comment", "comment_hint", "about")
    return {
        "questions": join(
            _question(words, name, code, number)
            for number, (name, code) in enumerate(FORM_FIELDS.items(), 1)
        ),
        "asked": _asked(words),
        "choices": join(_select(words, name) for name in CHOICES),
        "send": words["send_more"],
        **{key: words[key] for key in keys},
    }


def _question(words, name, code, number):
    return QUESTION.format(
        number=f"{number}. ",
        question=words[code],
        few="",
        options=join(
            OPTION.format(name=name, value=value, text=text)
            for value, text in enumerate(words[f"{code}.options"], 1)
        ),
    )


def _asked(words):
    return QUESTION.format(
        number=EMPTY,
        question=words["asked"],
        few=" few",
        options=join(
            OPTION.format(name="asked", value=value, text=text)
            for value, text in words["asked.options"].items()
        ),
    )


def _select(words, name):
    return SELECT.format(
        name=name,
        label=words[name],
        empty=words["no_answer"],
        options=join(
            Markup('<option value="{}">{}</option>').format(value, text)
            for value, text in words[f"{name}.options"].items()
        ),
    )
