# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Figures of many answers from their counts, without going through each answer again.

A histogram is {element: [how often 1, 2, 3, 4]}.
"""

from itertools import chain, repeat

from ..citizen_rules import ELEMENTS, satisfaction
from ..citizen_rules.release import MIN_ANSWERS


def releasable(new, shown):
    """Return the histograms that may be shown after those already shown.

    An element is brought up to date only when at least five people more answered it,
    so that two releases never subtract to a single person.

    >>> releasable({"time": [0, 0, 5, 4]}, {"time": [0, 0, 5, 0]})
    {'time': [0, 0, 5, 0]}
    >>> releasable({"time": [0, 0, 5, 5]}, {"time": [0, 0, 5, 0]})
    {'time': [0, 0, 5, 5]}
    """
    result = {}
    for element in ELEMENTS:
        before = shown.get(element, [0] * 4)
        counts = new.get(element, [0] * 4)
        if sum(counts) - sum(before) < MIN_ANSWERS:
            counts = before
        if sum(counts):
            result[element] = list(counts)
    return result


def add(histograms):
    """Return the sum of histograms of different answers.

    >>> add([{"time": [1, 0, 0, 0]}, {"time": [0, 0, 0, 2]}, {}])
    {'time': [1, 0, 0, 2]}
    """
    result = {}
    for histogram in histograms:
        for element, counts in histogram.items():
            before = result.get(element, [0] * 4)
            result[element] = [
                one + other for one, other in zip(before, counts, strict=True)
            ]
    return result


def element_index(histogram):
    """Return the Satisfaction of a histogram; its `n` has no meaning.

    >>> element_index({"time": [0, 0, 1, 1]}).converted
    Decimal('87.50')
    """
    return satisfaction.index(
        chain.from_iterable(
            repeat({element: score}, times)
            for element, counts in histogram.items()
            for score, times in enumerate(counts, 1)
        )
    )


def face_index(counts):
    """Return the Satisfaction of the faces alone: one question instead of nine.

    >>> face_index([0, 0, 1, 1]).converted
    Decimal('87.50')
    """
    return element_index({ELEMENTS[0]: counts})
