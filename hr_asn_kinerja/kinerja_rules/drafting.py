# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Faults of a draft plan that auditors find: advice to author and assessor.

A fault never blocks. Which words make a sentence an activity, and which figures are
implausible, are judgements of the house and marked so.

>>> reads_as_activity("Menyusun laporan keuangan"), reads_as_activity("Tersusunnya")
(True, False)
"""

from decimal import Decimal
from typing import NamedTuple

from . import _flag, _known, _number

APPROACHES = ("quantitative", "qualitative")
KINDS = ("main", "additional")
# Active verbs with which activities begin; results begin with Ter-, Meningkatnya, ...
ACTIVITY_WORDS = (
    "melaksanakan",
    "melakukan",
    "membuat",
    "menyusun",
    "menyiapkan",
    "mempersiapkan",
    "mengikuti",
    "menghadiri",
    "membantu",
    "mengelola",
    "mengkoordinasikan",
    "mengoordinasikan",
    "menyelenggarakan",
    "mengerjakan",
    "menginput",
    "mengumpulkan",
    "memproses",
    "melayani",
    "memberikan",
    "memfasilitasi",
    "merencanakan",
    "memantau",
    "mengawasi",
    "memeriksa",
    "menyampaikan",
    "mendampingi",
    "menjalankan",
)
PERCENT_UNITS = ("persen", "percent", "%", "persentase")
# The largest percentage and the largest figure that are no slip of the finger.
MOST_PERCENT = Decimal(1000)
MOST = Decimal(10) ** 12


class Indicator(NamedTuple):
    """How a result is measured; the figures are what the polarity refers to."""

    target_min: Decimal | None
    target_max: Decimal | None
    unit: str = ""
    words: str = ""


class Result(NamedTuple):
    """A planned result; `serves`: it is linked to a result of the leader."""

    name: str
    kind: str
    serves: bool
    has_perspective: bool
    indicators: tuple[Indicator, ...]


class Plan(NamedTuple):
    """What is looked at of a plan.

    `leader_agreed`: the leader's plan holds, so its results may be served;
    `is_senior`: a JPT or the head of an independent unit.
    """

    approach: str
    has_assessor: bool
    follows_superior: bool
    in_period: bool
    leader_agreed: bool
    is_senior: bool
    has_resources: bool
    has_accountability: bool
    has_consequences: bool
    results: tuple[Result, ...]


class Fault(NamedTuple):
    """A fault, and the positions of the result and indicator that have it."""

    code: str
    result: int | None = None
    indicator: int | None = None


def find_faults(plan: Plan) -> tuple[Fault, ...]:
    """Return the faults of a plan: of the whole first, then line by line.

    :param plan: the draft; figures are Decimals at least 0 or None
    :return: faults in the order in which a reader meets them
    :raises ValueError: unknown approach or kind, a flag or figure of another type

    >>> line = Indicator(Decimal(0), None, "")
    >>> result = Result("Menyusun laporan", "main", True, False, (line,))
    >>> plan = Plan("quantitative", True, True, True, True, False, False, True, True,
    ...     (result,))
    >>> [fault.code for fault in find_faults(plan)]
    ['resources_missing', 'activity_wording', 'target_missing', 'unit_missing']

    Source: domain of drafting faults, Kemenag audit unit on PermenPANRB 6/2022 (C2)
    """
    _known(plan.approach, APPROACHES, "approach")
    found = [Fault(code) for code in _of_the_whole(plan)]
    for place, result in enumerate(plan.results):
        found += [Fault(code, place) for code in _of_result(plan, result)]
        for number, indicator in enumerate(result.indicators):
            codes = _of_indicator(plan.approach, indicator)
            found += [Fault(code, place, number) for code in codes]
    return tuple(found)


def reads_as_activity(text: str) -> bool:
    """Tell whether a result begins like an activity instead of a result.

    :param text: the wording of a planned result, in Indonesian

    >>> reads_as_activity("  melayani pemohon"), reads_as_activity("Pelayanan cepat")
    (True, False)

    Source: result language, training material on PermenPANRB 6/2022; words (M)
    """
    words = text.split(maxsplit=1)
    return bool(words) and words[0].strip(".,:;-").lower() in ACTIVITY_WORDS


def is_implausible(figure: Decimal | int, unit: str) -> bool:
    """Tell whether a target is so large that it is most likely a slip.

    :param figure: a target, at least 0
    :param unit: unit of measure as typed

    >>> is_implausible(Decimal(95), "persen"), is_implausible(9500, "Persen")
    (False, True)

    Source: house limits, none in PermenPANRB 6/2022 (M)
    """
    number = _number(figure, "figure")
    limit = MOST_PERCENT if unit.strip().lower() in PERCENT_UNITS else MOST
    return number > limit


def _of_the_whole(plan: Plan) -> list[str]:
    kinds = [_known(result.kind, KINDS, "kind of a result") for result in plan.results]
    checks = (
        (_flag(plan.has_assessor, "has_assessor"), "assessor_missing"),
        (
            not plan.has_assessor or _flag(plan.follows_superior, "follows_superior"),
            "assessor_differs",
        ),
        (_flag(plan.in_period, "in_period"), "period_differs"),
        ("main" in kinds, "main_missing"),
        (_flag(plan.has_resources, "has_resources"), "resources_missing"),
        (
            _flag(plan.has_accountability, "has_accountability"),
            "accountability_missing",
        ),
        (_flag(plan.has_consequences, "has_consequences"), "consequences_missing"),
    )
    return [code for is_good, code in checks if not is_good]


def _of_result(plan: Plan, result: Result) -> list[str]:
    checks = (
        (not reads_as_activity(result.name), "activity_wording"),
        (result.serves or not plan.leader_agreed, "serves_nothing"),
        (result.has_perspective or not plan.is_senior, "perspective_missing"),
        (bool(result.indicators), "indicator_missing"),
    )
    return [code for is_good, code in checks if not is_good]


def _of_indicator(approach: str, indicator: Indicator) -> list[str]:
    if approach == "qualitative":
        return [] if indicator.words.strip() else ["words_missing"]
    figures = [
        _number(figure, "target")
        for figure in (indicator.target_min, indicator.target_max)
        if figure is not None
    ]
    checks = (
        # at most 0 is a target, at least 0 is none
        (
            any(figures) or (indicator.target_min is None and bool(figures)),
            "target_missing",
        ),
        (bool(indicator.unit.strip()), "unit_missing"),
        (
            not any(is_implausible(figure, indicator.unit) for figure in figures),
            "target_implausible",
        ),
    )
    return [code for is_good, code in checks if not is_good]
