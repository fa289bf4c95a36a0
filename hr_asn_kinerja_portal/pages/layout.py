# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What all public pages share: the frame around the content."""

from markupsafe import Markup

from .style import STYLE
from .words import LANGUAGES

EMPTY = Markup()
PAGE = Markup(
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
    '<meta name="robots" content="noindex"><title>{title}</title>'
    '<link rel="icon" href="data:,"><style>{style}</style></head><body>'
    '<header><div class="in"><p><b>{agency}</b>{unit}</p>{switch}</div></header>'
    '<main class="in">{content}</main>'
    '<footer><div class="in"><p>{never}</p>{links}</div></footer></body></html>'
)
SWITCH = Markup('<nav aria-label="{label}">{languages}</nav>')
LINK = Markup('<a href="?l={0}" hreflang="{0}" lang="{0}">{1}</a>')
HIDDEN = Markup('<input type="hidden" name="{name}" value="{value}">')


def join(parts):
    """Return the concatenation of parts, escaping what is not markup."""
    return EMPTY.join(parts)


def page(words, title, content, *, place=None, switch=True, links=()):
    """Return a whole page.

    :param place: Place of the counter that the page belongs to, if any
    :param switch: whether the same address may be opened in another language
    :param links: pairs (address, text) of the footer
    """
    return PAGE.format(
        lang=words["lang"],
        title=title,
        style=STYLE,
        agency=place.company if place else "Kinerja ASN",
        unit=place.department if place else "",
        switch=_switch(words) if switch else EMPTY,
        content=content,
        never=words["never"],
        links=join(
            Markup('<a href="{}?l={}">{}</a>').format(address, words["lang"], text)
            for address, text in links
        ),
    )


def hidden(**values):
    """Return hidden fields for all values that are not empty."""
    return join(
        HIDDEN.format(name=name, value=value) for name, value in values.items() if value
    )


def _switch(words):
    return SWITCH.format(
        label=words["switch"],
        languages=join(
            LINK.format(lang, texts["language"])
            for lang, texts in LANGUAGES.items()
            if lang != words["lang"]
        ),
    )
