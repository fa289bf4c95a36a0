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
    """Return a path through the points that rises and falls only where they do."""
    pairs = list(zip(points, points[1:], strict=False))
    slopes = [(to_y - y) / (to_x - x) for (x, y), (to_x, to_y) in pairs]
    tangents = [slopes[0], *map(_tangent, slopes, slopes[1:]), slopes[-1]]
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for place, ((x, y), (to_x, to_y)) in enumerate(pairs):
        third = (to_x - x) / 3
        first = f"{x + third:.1f} {y + third * tangents[place]:.1f}"
        second = f"{to_x - third:.1f} {to_y - third * tangents[place + 1]:.1f}"
        parts.append(f"C{first} {second} {to_x} {to_y}")
    return "".join(parts)


def _tangent(before, after):
    """Return the slope at a point: flat at the top and at the foot."""
    return 2 * before * after / (before + after) if before * after > 0 else 0
