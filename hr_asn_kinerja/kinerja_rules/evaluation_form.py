# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is printed at the head and the foot of an evaluation (forms F5 to F7).

>>> evaluation_titles("quantitative", "pelaksana")[0]
'EVALUASI KINERJA PEGAWAI'
"""

from . import _flag, _known, _whole
from .form import plan_titles

TITLE = "EVALUASI KINERJA PEGAWAI"
FEEDBACK_TITLE = "UMPAN BALIK BERKELANJUTAN"
QUARTERS = ("I", "II", "III", "IV")
KINDS = ("month", "quarter", "annual")
MONTHS = (
    "JANUARI",
    "FEBRUARI",
    "MARET",
    "APRIL",
    "MEI",
    "JUNI",
    "JULI",
    "AGUSTUS",
    "SEPTEMBER",
    "OKTOBER",
    "NOVEMBER",
    "DESEMBER",
)


def evaluation_titles(
    approach: str,
    position_kind: str | None,
    has_perspective: bool = False,
    is_feedback: bool = False,
) -> tuple[str, str, str]:
    """Return the three lines of the title of the evaluation, or of the feedback sheet.

    :raises ValueError: unknown approach or kind of position

    >>> evaluation_titles("qualitative", "pelaksana")[1]
    'PENDEKATAN HASIL KERJA KUALITATIF'
    >>> evaluation_titles("qualitative", "pelaksana", is_feedback=True)[0]
    'UMPAN BALIK BERKELANJUTAN'

    Source: PermenPANRB 6/2022, Lampiran, forms of the evaluation (C2)
    """
    _title, *lines = plan_titles(approach, position_kind, has_perspective)
    first = FEEDBACK_TITLE if _flag(is_feedback, "is_feedback") else TITLE
    return first, lines[0], lines[1]


def period_words(kind: str, month: int) -> list[tuple[str, bool]]:
    """Return the heading of the period as (text, struck out).

    The form offers the four quarters and the end of the year; what does not apply is
    struck out. Agencies that evaluate by the month have the month instead.

    :param kind: key of KINDS
    :param month: month in which the interval begins, 1 to 12
    :raises ValueError: unknown kind, no month

    >>> period_words("month", 6)
    [('BULAN JUNI', False)]
    >>> [text for text, struck in period_words("quarter", 4) if not struck]
    ['TRIWULAN', 'II']
    >>> [text for text, struck in period_words("annual", 1) if not struck]
    ['AKHIR']

    Source: PermenPANRB 6/2022, Lampiran, heading of the evaluation (C2)
    """
    _known(kind, KINDS, "kind of interval")
    _whole(month, "month", 1, 12)
    if kind == "month":
        return [(f"BULAN {MONTHS[month - 1]}", False)]
    own = (month - 1) // 3 if kind == "quarter" else None
    return [
        ("TRIWULAN", own is None),
        *((name, place != own) for place, name in enumerate(QUARTERS)),
        ("AKHIR", own is not None),
    ]


def signature_numbers(has_objection: bool) -> tuple[int, int]:
    """Return the numbers of the two signatures on the cover document.

    They follow the five blocks, or the blocks of the objection where there is one.

    >>> signature_numbers(False), signature_numbers(True)
    ((6, 7), (10, 11))

    Source: PermenPANRB 6/2022, Lampiran, evaluation document, from prints (C2)
    """
    return (10, 11) if _flag(has_objection, "has_objection") else (6, 7)
