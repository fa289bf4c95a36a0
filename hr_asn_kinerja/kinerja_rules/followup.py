# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What follows from a final predicate (tindak lanjut).

PP 30/2019 Pasal 56-58 gives officials who miss their targets six months to improve
before measures are taken; PermenPANRB 6/2022 makes the results the base of guidance,
of the talent pool and of awards. An official decides each measure: nothing here does.

>>> kind("poor", annual=True), improvement_until(date(2026, 1, 20))
('improvement', datetime.date(2026, 7, 20))
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from . import PREDICATES, _day, _flag, _known, _whole

KINDS = ("guidance", "improvement", "suggestion")
IMPROVEMENT_MONTHS = 6
GUIDANCE_MONTHS = 3
TALENT_AFTER = 2
# groups of positions that PP 30/2019 treats alike
LEADERS = ("jpt_utama", "jpt_madya", "jpt_pratama")
POSITION_KINDS = (
    *LEADERS,
    "administrator",
    "pengawas",
    "fungsional_keahlian",
    "fungsional_keterampilan",
    "pelaksana",
)
CONTRACT_KINDS = ("pppk", "pppk_part_time")
ASN_KINDS = ("pns", "cpns", *CONTRACT_KINDS)


def kind(predicate: str, annual: bool) -> str | None:
    """Return the kind of follow-up that a final predicate asks for, None for none.

    A low predicate asks for guidance in every interval; poor and very poor begin the
    time to improve. What follows a very good one belongs to the year.

    :param predicate: key of PREDICATES
    :param annual: True for the evaluation of the year
    :return: key of KINDS
    :raises ValueError: unknown predicate, annual not a bool

    >>> kind("needs_improvement", annual=False), kind("very_poor", annual=False)
    ('guidance', 'improvement')
    >>> kind("very_good", annual=True), kind("very_good", annual=False)
    ('suggestion', None)
    >>> kind("good", annual=True) is None
    True

    Source: PP 30/2019, Pasal 56-58, administrative path for low results (C1)
    Source: PermenPANRB 6/2022, guidance after needs improvement (M)
    """
    _known(predicate, PREDICATES, "predicate")
    if _flag(annual, "annual") and predicate == "very_good":
        return "suggestion"
    if predicate == "needs_improvement":
        return "guidance"
    return "improvement" if predicate in ("poor", "very_poor") else None


def months_later(begin: date, months: int) -> date:
    """Return the same day some months later, at most the last day of that month.

    :param begin: first day
    :param months: at least 1
    :raises ValueError: not a date, months out of range

    >>> months_later(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)

    Source: counting of terms in months, by the calendar (M)
    """
    index = _day(begin, "begin").month - 1 + _whole(months, "months", 1, 120)
    year, month = begin.year + index // 12, index % 12 + 1
    return date(year, month, min(begin.day, monthrange(year, month)[1]))


def improvement_until(begin: date, months: int = IMPROVEMENT_MONTHS) -> date:
    """Return the last day of the time to improve, inclusive.

    :param begin: the day the evaluation became final; day 1 is the day after
    :param months: six by the regulation
    :raises ValueError: not a date, months out of range

    >>> improvement_until(date(2026, 2, 15))
    datetime.date(2026, 8, 15)

    Source: PP 30/2019, Pasal 56-58, six months to improve (C1)
    """
    return months_later(begin, months)


def midway(begin: date, end: date) -> date:
    """Return the day on which progress is looked at between begin and end.

    :raises ValueError: not dates, end before begin

    >>> midway(date(2026, 1, 20), date(2026, 7, 20))
    datetime.date(2026, 4, 20)

    Source: practice of guidance plans, one look halfway (M)
    """
    if _day(end, "end") < _day(begin, "begin"):
        raise ValueError("the end lies before the beginning")
    return begin + timedelta(days=(end - begin).days // 2)


def measures(
    predicate: str, position_kind: str | None, asn_kind: str | None
) -> tuple[str, ...]:
    """Return the measures that the regulation names, in their order, as keys.

    They are told to the officials; each needs a decision of its own.

    :param predicate: key of PREDICATES
    :param position_kind: key of POSITION_KINDS, None if unknown
    :param asn_kind: key of ASN_KINDS, None if unknown
    :raises ValueError: unknown key

    >>> measures("poor", "jpt_pratama", "pns")
    ('improve', 'competence_test', 'move_or_lower')
    >>> measures("very_poor", "fungsional_keahlian", "pns")
    ('improve', 'move_or_lower', 'temporary', 'dismissal')
    >>> measures("poor", None, "pppk"), measures("needs_improvement", None, None)
    (('improve', 'end_contract'), ('guidance',))

    Source: PP 30/2019, Pasal 56-58, officials of the three kinds (C1)
    Source: PP 49/2018, PPPK who miss the agreed target (C2)
    """
    _known(predicate, PREDICATES, "predicate")
    if position_kind is not None:
        _known(position_kind, POSITION_KINDS, "position kind")
    if asn_kind is not None:
        _known(asn_kind, ASN_KINDS, "kind of civil servant")
    if predicate == "needs_improvement":
        return ("guidance",)
    if predicate not in ("poor", "very_poor"):
        return ()
    if asn_kind in CONTRACT_KINDS:
        return ("improve", "end_contract")
    if position_kind in LEADERS:
        return ("improve", "competence_test", "move_or_lower")
    return ("improve", "move_or_lower", "temporary", "dismissal")


def suggestions(
    annual: Iterable[str], talent_after: int = TALENT_AFTER
) -> tuple[str, ...]:
    """Return what is suggested after annual predicates, the newest first.

    :param annual: keys of PREDICATES of the years, the newest first
    :param talent_after: years in a row with very good that suggest the talent pool
    :return: 'development', 'award' and, when repeated, 'talent_pool'; () otherwise
    :raises ValueError: unknown predicate, talent_after below 1

    >>> suggestions(["very_good", "good"])
    ('development', 'award')
    >>> suggestions(["very_good", "very_good"])
    ('development', 'award', 'talent_pool')
    >>> suggestions(["good", "very_good"])
    ()

    Source: PermenPANRB 6/2022, repeated very good leads to the talent pool (C1)
    Source: how many years count as repeated (M)
    """
    _whole(talent_after, "talent_after", 1)
    row = 0
    for predicate in annual:
        if _known(predicate, PREDICATES, "predicate") != "very_good":
            break
        row += 1
    if not row:
        return ()
    talent = ("talent_pool",) if row >= talent_after else ()
    return ("development", "award", *talent)
