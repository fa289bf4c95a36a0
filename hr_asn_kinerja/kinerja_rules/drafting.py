# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The faults of a draft plan that auditors find most.

PermenPANRB 6/2022 wants results worded as results, each with an indicator and a target,
and the three annexes filled. The audit unit of one ministry lists the faults below.
They are hints to author and assessor: nothing here ever blocks a plan.

>>> [fault.code for fault in result_faults(Result("Menyusun laporan"), "quantitative")]
['activity', 'no_indicator']
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from . import _known

APPROACHES = ("quantitative", "qualitative")
ANNEXES = ("resources", "accountability", "consequences")
KINDS = ("main", "additional")
POLARITIES = ("higher", "lower", "range")
_ACTIVITY_WORDS = """
melaksanakan melakukan menyusun membuat mengikuti menghadiri menyiapkan mempersiapkan
mengelola mengerjakan membantu mengumpulkan mengoordinasikan mengkoordinasikan
mengkoordinir memproses mengetik mengarsipkan mencatat menyelenggarakan memberikan
memfasilitasi menerima mengirim mengirimkan mendata mengawasi memantau memonitor
memonitoring mengevaluasi melaporkan menyampaikan menginput merekap merekapitulasi
memeriksa memverifikasi melayani membina mendampingi mengusulkan mengajukan
menindaklanjuti menjalankan mengadakan menjaga menghitung mengolah menganalisis
meningkatkan mewujudkan mengoptimalkan
pelaksanaan penyusunan pembuatan penyelenggaraan penyiapan
"""
#: First words that tell what is done, not what is achieved. Result wording begins with
#: "Meningkatnya", "Tersusunnya", "Terlaksananya".
ACTIVITIES = frozenset(_ACTIVITY_WORDS.split())
PERCENT_UNITS = frozenset({"%", "persen", "percent", "prosen"})
MONEY_UNITS = frozenset({"rp", "rupiah", "idr"})
#: More than this percentage is no plausible target.
PERCENT_BOUND = Decimal(120)
#: More than this is hardly ever counted by one person; sums of money may be larger.
FIGURE_BOUND = Decimal(1_000_000_000)
_WORD = re.compile(r"[^\W\d_]+")


class Indicator(NamedTuple):
    """How a result is measured; figures that are not given are None or 0."""

    target_min: Decimal | None = None
    target_max: Decimal | None = None
    unit: str = ""
    polarity: str = "higher"
    words: str = ""


class Result(NamedTuple):
    """One planned result, and whether it names a result of the leader."""

    name: str
    kind: str = "main"
    indicators: tuple[Indicator, ...] = ()
    is_linked: bool = False
    has_perspective: bool = False


class Plan(NamedTuple):
    """What the checks look at besides the results.

    `assessor` and `superior_in_hr` are any keys that can be compared, None if missing.
    """

    approach: str
    date_from: date
    date_to: date
    period_from: date
    period_to: date
    assessor: object = None
    superior_in_hr: object = None
    annexes: frozenset[str] = frozenset()
    results: tuple[Result, ...] = ()
    needs_perspective: bool = False
    has_leader_plan: bool = False


class Fault(NamedTuple):
    """A code, and the positions of the result and the indicator that it is about."""

    code: str
    result: int | None = None
    indicator: int | None = None


def is_activity(text: str, activities: Iterable[str] = ACTIVITIES) -> bool:
    """Return whether a result begins with a word that tells an activity.

    >>> is_activity("Menyusun laporan triwulan"), is_activity("Tersusunnya laporan")
    (True, False)
    >>> is_activity("1. MELAKSANAKAN rapat"), is_activity("")
    (True, False)

    Source: review of SKP by the audit unit of the Ministry of Religious Affairs (C2)
    """
    first = _WORD.search(text or "")
    return bool(first) and first.group().casefold() in activities


def indicator_codes(indicator: Indicator, approach: str) -> tuple[str, ...]:
    """Return what is wrong with the target of one indicator.

    A qualitative target only needs words. A quantitative one needs the figures that its
    polarity asks for and a unit; nothing is a good target where lower is better.

    >>> indicator_codes(Indicator(Decimal(250), None, "persen"), "quantitative")
    ('absurd_percentage',)
    >>> indicator_codes(Indicator(), "quantitative")
    ('no_target', 'no_unit')
    >>> indicator_codes(Indicator(None, Decimal(0), "hari", "lower"), "quantitative")
    ()
    >>> indicator_codes(Indicator(Decimal(5)), "qualitative")
    ('no_words',)

    Source: PermenPANRB 6/2022, quantitative and qualitative approach (C1)
    Source: review of SKP by the audit unit of the Ministry of Religious Affairs (C2)
    """
    if _known(approach, APPROACHES, "approach") == "qualitative":
        return () if indicator.words.strip() else ("no_words",)
    polarity = _known(indicator.polarity, POLARITIES, "polarity")
    low, high = (indicator.target_min or 0, indicator.target_max or 0)
    figures = {"higher": (low,), "lower": (high,), "range": (low, high)}[polarity]
    unit = indicator.unit.strip().casefold()
    codes = []
    if polarity != "lower" and not figures[-1]:
        codes.append("no_target")
    if not unit:
        codes.append("no_unit")
    words = set(unit.replace("%", " % ").replace(".", " ").split())
    if words & PERCENT_UNITS:
        if max(figures) > PERCENT_BOUND:
            codes.append("absurd_percentage")
    elif max(figures) > FIGURE_BOUND and not words & MONEY_UNITS:
        codes.append("absurd_figure")
    return tuple(codes)


def result_faults(
    result: Result,
    approach: str,
    needs_perspective: bool = False,
    has_leader_plan: bool = False,
    position: int | None = None,
) -> tuple[Fault, ...]:
    """Return what is wrong with one result and its indicators.

    :param needs_perspective: the plan is of a senior official (JPT)
    :param has_leader_plan: the leader has an agreed plan, so results can be linked
    :param position: of the result in its plan; only passed on

    >>> result_faults(Result("Tersusunnya laporan"), "quantitative", position=2)
    (Fault(code='no_indicator', result=2, indicator=None),)

    Source: PermenPANRB 6/2022, elements of the SKP (C2)
    Source: review of SKP by the audit unit of the Ministry of Religious Affairs (C2)
    """
    _known(result.kind, KINDS, "kind")
    found = {
        "activity": is_activity(result.name),
        "not_linked": has_leader_plan
        and result.kind == "main"
        and not result.is_linked,
        "no_perspective": needs_perspective and not result.has_perspective,
        "no_indicator": not result.indicators,
    }
    return (
        *[Fault(code, position) for code, is_so in found.items() if is_so],
        *[
            Fault(code, position, number)
            for number, indicator in enumerate(result.indicators)
            for code in indicator_codes(indicator, approach)
        ],
    )


def plan_faults(plan: Plan) -> tuple[Fault, ...]:
    """Return all faults of a plan: those of the whole first, then line by line.

    >>> plan = Plan("quantitative", *[date(2026, 1, 1), date(2026, 12, 31)] * 2)
    >>> [fault.code for fault in plan_faults(plan)]
    ['no_assessor', 'no_main_result', 'no_resources', 'no_accountability', \
'no_consequences']

    Source: PermenPANRB 6/2022, elements and annexes of the SKP (C2)
    Source: review of SKP by the audit unit of the Ministry of Religious Affairs (C2)
    """
    _known(plan.approach, APPROACHES, "approach")
    for kind in plan.annexes:
        _known(kind, ANNEXES, "annex")
    is_inside = plan.period_from <= plan.date_from <= plan.date_to <= plan.period_to
    found = {
        "no_assessor": plan.assessor is None,
        "other_assessor": plan.assessor is not None
        and plan.assessor != plan.superior_in_hr,
        "wrong_period": not is_inside,
        "no_main_result": all(result.kind != "main" for result in plan.results),
        **{f"no_{kind}": kind not in plan.annexes for kind in ANNEXES},
    }
    return tuple(Fault(code) for code, is_so in found.items() if is_so) + tuple(
        fault
        for number, result in enumerate(plan.results)
        for fault in result_faults(
            result,
            plan.approach,
            plan.needs_perspective,
            plan.has_leader_plan,
            number,
        )
    )
