# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""When new answers of citizens may be shown to those they are about.

UU 27/2022 asks for care with personal data; the officer knows who stood at the counter,
so answers appear only in batches that hide the single person.

>>> ready(5, None)
True
"""

from . import _whole

MIN_ANSWERS = 5
MIN_DAYS = 7


def ready(
    new_answers: int,
    days_since_last: int | None,
    *,
    min_answers: int = MIN_ANSWERS,
    min_days: int = MIN_DAYS,
) -> bool:
    """Return whether the waiting answers make a batch that may be released.

    :param new_answers: answers since the last release, at least 0
    :param days_since_last: whole days since the last release; None before the first
    :param min_answers: setting, at least 1
    :param min_days: setting, at least 0
    :raises ValueError: not a whole number, or below its limit

    >>> ready(5, 7), ready(4, 30), ready(50, 6)
    (True, False, False)

    Source: house rule for UU 27/2022; both thresholds are a choice (M)
    """
    _whole(new_answers, "new_answers")
    _whole(min_answers, "min_answers", 1)
    _whole(min_days, "min_days")
    if days_since_last is None:
        return new_answers >= min_answers
    _whole(days_since_last, "days_since_last")
    return new_answers >= min_answers and days_since_last >= min_days
