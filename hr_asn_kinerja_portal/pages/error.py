# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Our own words for everything that cannot be shown; the same for all who ask."""

from markupsafe import Markup

from .layout import page

CONTENT = Markup("<h1>{}</h1><p>{}</p>")


def error(words, kind):
    """Return the page of a failure.

    :param kind: not_found, method, too_long or failed
    """
    content = CONTENT.format(words[kind], words[f"{kind}_text"])
    return page(words, words[kind], content, switch=False)
