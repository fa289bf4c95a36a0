# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What citizens say, for everybody: released figures only."""

from markupsafe import Markup

from ..citizen_rules import ELEMENTS
from .layout import EMPTY, join, page

UNIT = Markup(
    '<section class="unit"><h3>{unit}</h3><p class="big"><b>{index}</b><span>{grade}'
    '</span></p>{bar}<p class="soft">{facts}</p>{trend}{elements}</section>'
)
BAR = Markup(
    '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img"'
    ' aria-label="{label}">{parts}</svg>'
)
PART = Markup('<rect class="v{score}" x="{start}" width="{width}" height="4"/>')
LINE = Markup(
    '<svg class="line" viewBox="0 0 110 44" preserveAspectRatio="none" role="img"'
    ' aria-label="{label}"><polyline vector-effect="non-scaling-stroke"'
    ' points="{points}"/></svg>'
)
TABLE = Markup("<details><summary>{}</summary><table>{}</table></details>")
ROW = Markup("<tr><td>{}</td><td>{}</td></tr>")
# Below this index no unit can fall; it is the foot of the trend line.
LOWEST = 25


def results(words, agencies):
    """Return the page of public results.

    :param agencies: {name of the agency: [[figures of a unit, newest month first]]}
    """
    content = Markup("<h1>{}</h1><p>{}</p>").format(
        words["public"], words["public_intro"]
    )
    for agency, units in agencies.items():
        content += Markup("<h2>{}</h2>").format(agency)
        content += join(_unit(words, months) for months in units)
    if not agencies:
        content += Markup('<p class="unit">{}</p>').format(words["public_none"])
    return page(words, words["public"], content, links=[("/track", words["track"])])


def _unit(words, months):
    newest = months[0]
    facts = [
        _month(words, newest["period"]),
        words["answers"].format(n=newest["n"]),
        words[f"basis_{newest['basis']}"],
        words["verified"].format(share=round(newest["verified_share"] * 100)),
    ]
    return UNIT.format(
        unit=newest["department"],
        index=_number(words, newest["converted"]),
        grade=f"{newest['grade']} · {words['grades'][newest['grade']]}",
        bar=_bar(words, newest),
        facts=" · ".join(facts),
        trend=_trend(words, months),
        elements=_elements(words, newest),
    )


def _bar(words, figures):
    counts = [figures[f"score_{score}"] for score in range(1, 5)]
    parts, start = [], 0
    for score, count in enumerate(counts, 1):
        width = round(100 * count / figures["n"], 2)
        parts.append(PART.format(score=score, start=round(start, 2), width=width))
        start += width
    label = ", ".join(
        f"{word}: {count}" for word, count in zip(words["faces"], counts, strict=True)
    )
    return BAR.format(label=label, parts=join(parts))


def _trend(words, months):
    if len(months) < 2:
        return EMPTY
    values = [figures["converted"] for figures in reversed(months)]
    step = 100 / (len(values) - 1)
    points = " ".join(
        f"{5 + place * step:.1f},{40 - (value - LOWEST) * 36 / 75:.1f}"
        for place, value in enumerate(values)
    )
    label = words["trend"].format(
        values=", ".join(_number(words, value) for value in values)
    )
    return LINE.format(label=label, points=points)


def _elements(words, figures):
    rows = [
        ROW.format(words[f"{code}.short"], _number(words, figures[f"mean_{code}"]))
        for code in ELEMENTS
        if figures[f"mean_{code}"]
    ]
    return TABLE.format(words["elements"], join(rows)) if rows else EMPTY


def _month(words, period):
    year, month = period.split("-")
    return f"{words['months'][int(month) - 1]} {year}"


def _number(words, value):
    text = f"{value:.2f}"
    return text.replace(".", ",") if words["lang"] == "id" else text
