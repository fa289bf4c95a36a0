# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A complaint, and what became of it."""

from markupsafe import Markup

from .layout import EMPTY, hidden, join, page

LIMITS = {"contact_name": 100, "contact_phone": 30, "contact_email": 100}
KINDS = {"contact_name": "text", "contact_phone": "tel", "contact_email": "email"}
FILL = {"contact_name": "name", "contact_phone": "tel", "contact_email": "email"}
NOTE = Markup('<p class="note" role="alert">{}</p>')
FORM = Markup(
    "<h1>{complaint}</h1><p>{complaint_intro}</p>{note}"
    '<form method="post" action="/q/{token}/c">{hidden}'
    '<label for="text">{complaint_text}</label><p class="soft"'
    ' id="th">{comment_hint}</p>'
    '<textarea id="text" name="text" maxlength="1000" required aria-describedby="th">'
    "{text}</textarea>"
    '<fieldset class="q" aria-describedby="kh"><legend>{contact}</legend>'
    '<p class="soft" id="kh">{contact_hint}</p>{contacts}</fieldset>'
    '<button class="go">{send_complaint}</button></form>'
)
INPUT = Markup(
    '<label for="{name}">{label}</label><input id="{name}" name="{name}" type="{kind}"'
    ' maxlength="{limit}" autocomplete="{fill}" value="{value}">'
)
TAKEN = Markup(
    '<h1>{thanks}</h1><p class="ok" role="status">{complaint_taken}</p>'
    '<p>{code_intro}</p><p class="code">{code}</p><p>{code_hint}</p><p>{first}</p>'
    '<div class="two"><a href="/track?l={lang}">{track}</a>'
    '<a href="/kepuasan?l={lang}">{results}</a></div>'
)
TRACK = Markup(
    '<h1>{track}</h1>{note}<p>{track_intro}</p><form method="post" action="/track">'
    '{hidden}<label for="code">{track_code}</label><input id="code" name="code"'
    " required"
    ' maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false">'
    '<button class="go">{track_show}</button></form>'
)
ROW = Markup("<dt>{}</dt><dd>{}</dd>")
DATES = (
    "date_received",
    "date_first_due",
    "date_verified",
    "date_due",
    "date_answered",
)


def form(words, place, nonce, *, kept=None, problem=None):
    """Return the form of a complaint, with what was already written in it."""
    kept = kept or {}
    content = FORM.format(
        token=place.token,
        hidden=hidden(nonce=nonce, l=words["lang"]),
        text=kept.get("text", ""),
        note=NOTE.format(words[problem]) if problem else EMPTY,
        contacts=join(
            INPUT.format(
                name=name,
                label=words[name],
                kind=KINDS[name],
                limit=limit,
                fill=FILL[name],
                value=kept.get(name, ""),
            )
            for name, limit in LIMITS.items()
        ),
        **{key: words[key] for key in _FORM_WORDS},
    )
    return _page(words, words["complaint"], content, place, switch=not problem)


_FORM_WORDS = (
    "complaint",
    "complaint_intro",
    "complaint_text",
    "comment_hint",
    "contact",
    "contact_hint",
    "send_complaint",
)


def taken(words, place, code, first_due):
    """Return the page that shows the tracking code, once."""
    keys = ("thanks", "complaint_taken", "code_intro", "code_hint", "track", "results")
    content = TAKEN.format(
        code=f"{code[:4]}-{code[4:8]}-{code[8:]}",
        first=words["first_until"].format(date=day(words, first_due)),
        lang=words["lang"],
        **{key: words[key] for key in keys},
    )
    return _page(words, words["complaint"], content, place, switch=False)


def track(words, *, complaint=None, problem=None):
    """Return the tracking page.

    :param complaint: {field: value} of the state and the dates, nothing else
    """
    keys = ("track", "track_intro", "track_code", "track_show")
    content = TRACK.format(
        hidden=hidden(l=words["lang"]),
        note=NOTE.format(words[problem]) if problem else _state(words, complaint),
        **{key: words[key] for key in keys},
    )
    return _page(
        words, words["track"], content, None, switch=not (complaint or problem)
    )


def day(words, date):
    """Return a date in the words of the language."""
    return f"{date.day} {words['months'][date.month - 1]} {date.year}"


def _state(words, complaint):
    if not complaint:
        return EMPTY
    rows = [ROW.format(words["state"], words["state.options"][complaint["state"]])]
    rows += [
        ROW.format(words[name], day(words, complaint[name]))
        for name in DATES
        if complaint[name]
    ]
    return Markup('<dl class="unit" role="status">{}</dl>').format(join(rows))


def _page(words, title, content, place, switch):
    links = [("/track", words["track"]), ("/kepuasan", words["results"])]
    return page(words, title, content, place=place, switch=switch, links=links)
