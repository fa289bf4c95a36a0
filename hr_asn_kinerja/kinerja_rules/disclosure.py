# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which counts of a tree of units tell nothing about a single person.

A count of few people tells what one of them got, and so does the difference of two
counts: a unit minus the units below it. Whoever knows some of the people already
subtracts them too. So what matters is how many people a reader does not know yet
(the blind ones) remain in each group that can be computed from what is shown.

>>> openness({"office": (0, 4), "unit": (0, 12)}, {"office": None, "unit": "office"})
{'office': 'all', 'unit': 'none'}
"""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from . import _whole

Unit = TypeVar("Unit", bound=Hashable)
LEAST = 10


def openness(
    people: Mapping[Unit, tuple[int, int]],
    above: Mapping[Unit, Unit | None],
    least: int = LEAST,
) -> dict[Unit, str]:
    """Return how much of each unit, with the units below it, may be counted.

    Every group that follows from the counts by adding and subtracting has either no
    blind person or at least `least` of them. Where a difference would be too small,
    the smallest unit below gives way, so that the larger picture stays.

    :param people: {unit: (people whose rating the reader may read, blind people)} of
        the unit alone
    :param above: {unit: the unit above it, None at the top}, without circles
    :param least: the smallest group that is shown
    :return: {unit: 'all' | 'known' | 'none'}: count everybody, only those whose
        rating the reader may read anyway, or show nothing
    :raises ValueError: negative number, unit above unknown, or a circle

    >>> openness({"a": (0, 9)}, {"a": None})
    {'a': 'none'}
    >>> openness({"a": (12, 1)}, {"a": None})
    {'a': 'known'}
    >>> openness({"a": (0, 10), "b": (0, 10)}, {"a": None, "b": "a"})
    {'a': 'all', 'b': 'all'}

    Source: UU 27/2022, Pasal 16, limited use; the number is the product's (M)
    """
    _whole(least, "least", 1)
    for known, blind in people.values():
        _whole(known, "people")
        _whole(blind, "people")
    return _open(people, above, least)


def _open(
    people: Mapping[Unit, tuple[int, int]],
    above: Mapping[Unit, Unit | None],
    least: int,
) -> dict[Unit, str]:
    known = {unit: people.get(unit, (0, 0))[0] for unit in above}
    blind = {unit: people.get(unit, (0, 0))[1] for unit in above}
    # the units next below each one whose blind people are counted
    below: dict[Unit, list[Unit]] = {unit: [] for unit in above}
    counted = {unit: False for unit in above}
    for unit in _below_first(above):
        counted[unit] = blind[unit] == 0 or blind[unit] >= least
        for one in _give_way(blind[unit], blind, below[unit], least):
            _close(one, below, counted)
        top = above[unit]
        if top is not None:
            known[top] += known[unit]
            blind[top] += blind[unit]
            below[top] += [unit] if blind[unit] >= least else []
    return {
        unit: _word(counted[unit], known[unit], blind[unit], least) for unit in above
    }


def _give_way(
    total: int, blind: Mapping[Unit, int], below: list[Unit], least: int
) -> list[Unit]:
    """Take the unit out of `below` that must not be counted beside the total."""
    rest = total - sum(blind[one] for one in below)
    if not below or not 0 < rest < least:
        return []
    # each one of them holds enough people to hide the rest
    smallest = min(below, key=lambda one: blind[one])
    below.remove(smallest)
    return [smallest]


def _close(
    unit: Unit, below: Mapping[Unit, list[Unit]], counted: dict[Unit, bool]
) -> None:
    closing = [unit]
    while closing:
        one = closing.pop()
        counted[one] = False
        closing += below[one]


def _below_first(above: Mapping[Unit, Unit | None]) -> list[Unit]:
    depth: dict[Unit, int] = {}
    for unit in above:
        path: list[Unit] = []
        one: Unit | None = unit
        while one is not None and one not in depth:
            if one not in above or one in path:
                raise ValueError(f"the units above {unit!r} are unknown or a circle")
            path.append(one)
            one = above[one]
        start = -1 if one is None else depth[one]
        for step, member in enumerate(reversed(path), 1):
            depth[member] = start + step
    return sorted(above, key=lambda unit: -depth[unit])


def _word(is_counted: bool, known: int, blind: int, least: int) -> str:
    if is_counted and known + blind >= least:
        return "all"
    return "known" if known >= least else "none"
