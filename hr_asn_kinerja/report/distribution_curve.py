# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The curve of the distribution pattern as a picture that stands in the page itself."""

from markupsafe import Markup

WIDTH, HEIGHT = 560, 150
LEFT, RIGHT, TOP, BOTTOM = 30, 530, 14, 116
PAGE = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    ' viewBox="0 0 {width} {height}">'
    '<path d="M{left} {top}V{bottom}H{right}" fill="none" stroke="#000"/>'
    '<path d="{curve}" fill="none" stroke="#000" stroke-width="2.5"/>{labels}</svg>'
)
LABEL = Markup(
    '<path d="M{x} {bottom}v5" stroke="#000"/>'
    '<text x="{x}" y="{y}" font-size="13" text-anchor="middle"'
    ' font-family="Liberation Sans, Arial, DejaVu Sans, sans-serif">{text}</text>'
)


def draw(heights, labels):
    """Return the curve through these heights, from left to right, as Markup.

    :param heights: numbers of at least 0, not all 0
    :param labels: what stands below each of them
    """
    step = (RIGHT - LEFT) / len(heights)
    top = max(heights)
    points = [
        (
            round(LEFT + step * (place + 0.5)),
            round(BOTTOM - (BOTTOM - TOP) * height / top),
        )
        for place, height in enumerate(heights)
    ]
    return PAGE.format(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=RIGHT,
        top=TOP,
        bottom=BOTTOM,
        curve=_smooth(points),
        labels=Markup("").join(
            LABEL.format(x=x, y=BOTTOM + 22, bottom=BOTTOM, text=text)
            for (x, _y), text in zip(points, labels, strict=True)
        ),
    )


def _smooth(points):
    """Return a path that goes flat through each point, so that it never overshoots."""
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
        middle = (x + to_x) // 2
        parts.append(f"C{middle} {y} {middle} {to_y} {to_x} {to_y}")
    return "".join(parts)
