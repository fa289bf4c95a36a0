# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Accumulation of credit against the minimum for the next rank and the next grade.

The minimums stand in Lampiran A of PermenPANRB 1/2023 and in PerBKN 3/2023.

>>> rank_minimum("ahli_pertama", "III/a"), grade_minimum("ahli_pertama")
(Decimal('50'), Decimal('100'))
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from . import GRADES, _day, _known, _number

# ranks of each grade from the lowest, credit for a rank, credit for the next grade
LADDER: Mapping[str, tuple[tuple[str, ...], int, int | None]] = {
    "pemula": (("II/a",), 15, 15),
    "terampil": (("II/b", "II/c", "II/d"), 20, 60),
    "mahir": (("III/a", "III/b"), 50, 100),
    "penyelia": (("III/c", "III/d"), 100, None),
    "ahli_pertama": (("III/a", "III/b"), 50, 100),
    "ahli_muda": (("III/c", "III/d"), 100, 200),
    "ahli_madya": (("IV/a", "IV/b", "IV/c"), 150, 450),
    "ahli_utama": (("IV/d", "IV/e"), 200, None),
}
# what somebody brings who enters the grade in a higher rank than its lowest
BASES: Mapping[str, int] = {"III/b": 50, "III/d": 100, "IV/b": 150, "IV/c": 300}


def base(grade: str, rank: str | None) -> Decimal:
    """Return the basic credit (angka kredit dasar) of somebody who enters a grade.

    :param grade: key of GRADES
    :param rank: code such as 'III/b'; None or a rank of another grade gives 0
    :raises ValueError: unknown grade

    >>> base("ahli_madya", "IV/c"), base("ahli_pertama", "III/a")
    (Decimal('300'), Decimal('0'))

    Source: PerBKN 3/2023, basic credit by rank (C2)
    """
    ranks = LADDER[_known(grade, GRADES, "grade")][0]
    return Decimal(BASES.get(rank, 0) if rank in ranks else 0)


def rank_minimum(grade: str, rank: str | None) -> Decimal | None:
    """Return the cumulative credit, basic credit included, for the next rank.

    The last rank of a grade leads to the next grade, whose minimum is the same.

    :param grade: key of GRADES
    :param rank: code such as 'III/a'
    :return: None in the highest rank, or when the rank does not belong to the grade
    :raises ValueError: unknown grade

    >>> rank_minimum("ahli_madya", "IV/b"), rank_minimum("ahli_madya", "IV/c")
    (Decimal('300'), Decimal('450'))
    >>> rank_minimum("ahli_utama", "IV/e") is None, rank_minimum("mahir", "II/a")
    (True, None)

    Source: PermenPANRB 1/2023, Lampiran A; PerBKN 3/2023 (C2)
    """
    ranks, step, following = LADDER[_known(grade, GRADES, "grade")]
    if rank not in ranks or (rank == ranks[-1] and following is None):
        return None
    return Decimal(step * (ranks.index(rank) + 1))


def grade_minimum(grade: str) -> Decimal | None:
    """Return the cumulative credit for the next grade, None in the highest.

    :param grade: key of GRADES
    :raises ValueError: unknown grade

    >>> grade_minimum("terampil"), grade_minimum("penyelia")
    (Decimal('60'), None)

    Source: PermenPANRB 1/2023, Lampiran A; PerBKN 3/2023 (C2)
    """
    following = LADDER[_known(grade, GRADES, "grade")][2]
    return None if following is None else Decimal(following)


def missing(total: Decimal, minimum: Decimal | None) -> Decimal:
    """Return how much is missing to a minimum, 0 when it is reached or there is none.

    :raises ValueError: not finite, not a Decimal or int

    >>> missing(Decimal("37.5"), Decimal(50)), missing(Decimal(60), Decimal(50))
    (Decimal('12.5'), Decimal('0'))

    Source: PermenPANRB 1/2023, cumulative minimum (C2)
    """
    if minimum is None:
        return Decimal(0)
    gap = _number(minimum, "minimum") - _number(total, "total")
    return max(gap, Decimal(0))


def diploma(grade: str) -> Decimal:
    """Return the credit for a higher degree: a quarter of that for a rank, once.

    :param grade: key of GRADES
    :raises ValueError: unknown grade

    >>> diploma("ahli_muda")
    Decimal('25.00')

    Source: PerBKN 3/2023, higher degree with predicate at least good (C2)
    """
    return LADDER[_known(grade, GRADES, "grade")][1] * Decimal("0.25")


def month_ends(begin: date, end: date) -> list[date]:
    """Return the last days of the months that count between two days, inclusive.

    A broken month counts where its last day lies, so that neighbouring posts share no
    month and lose none.

    :raises ValueError: not dates, end before begin

    >>> month_ends(date(2026, 1, 2), date(2026, 2, 28))
    [datetime.date(2026, 1, 31), datetime.date(2026, 2, 28)]
    >>> month_ends(date(2026, 3, 1), date(2026, 3, 30))
    []

    Source: PerBKN 3/2023, proportion of whole months, article not seen (C2)
    Source: for which post a broken month counts (M)
    """
    if _day(end, "end") < _day(begin, "begin"):
        raise ValueError("the end lies before the beginning")
    ends, first = [], begin.replace(day=1)
    while True:
        first = (first + timedelta(days=32)).replace(day=1)
        last = first - timedelta(days=1)
        if last > end:
            return ends
        ends.append(last)
