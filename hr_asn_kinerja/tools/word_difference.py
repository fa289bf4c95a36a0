# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Lines of two documents beside each other, with the words that differ marked."""

from markupsafe import Markup

from .word_diff import mark_words


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
