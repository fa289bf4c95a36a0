# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""No count, and no difference of counts, is about fewer than ten unknown people."""

import random
from itertools import pairwise

import pytest

from kinerja_rules.disclosure import LEAST, openness

TREE = {"office": None, "unit": "office", "section": "unit", "other": "office"}


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ({}, ("none", "none", "none", "none")),
        ({"section": (0, 9)}, ("none", "none", "none", "none")),
        ({"section": (0, 10)}, ("all", "all", "all", "none")),
        # the office minus the section would be the head alone
        ({"section": (0, 10), "office": (0, 1)}, ("all", "none", "none", "none")),
        # the smaller branch gives way, the larger one stays
        (
            {"section": (0, 10), "other": (0, 30), "office": (0, 2)},
            ("all", "none", "none", "all"),
        ),
        # nine are known: one blind person beside them is not counted
        ({"section": (10, 1)}, ("known", "known", "known", "none")),
        ({"section": (9, 1)}, ("none", "none", "none", "none")),
        ({"section": (12, 0)}, ("all", "all", "all", "none")),
        # two small branches hide each other, three times four do too
        ({"section": (0, 6), "other": (0, 6)}, ("all", "none", "none", "none")),
    ],
)
def test_what_may_be_counted(people, words):
    assert tuple(openness(people, TREE).values()) == words


def atoms(people, tree, words):
    """Return the blind people of each group that subtraction can reach."""
    left = {}
    for unit, top in tree.items():
        path = [unit]
        while top is not None:
            path.append(top)
            top = tree[top]
        nearest = next((one for one in path if words[one] == "all"), None)
        left[nearest] = left.get(nearest, 0) + people.get(unit, (0, 0))[1]
    left.pop(None, None)
    return left


@pytest.mark.parametrize("seed", range(300))
def test_no_group_that_can_be_computed_is_too_small(seed):
    draw = random.Random(seed)
    names = list(range(draw.randint(1, 30)))
    tree = {0: None} | {after: draw.randrange(after) for _, after in pairwise(names)}
    people = {
        one: (draw.choice((0, 0, 12)), draw.choice((0, 1, 3, 9, 10, 14)))
        for one in names
    }
    words = openness(people, tree)
    assert all(n == 0 or n >= LEAST for n in atoms(people, tree, words).values())
    total = sum(map(sum, people.values()))
    blind = sum(one[1] for one in people.values())
    if total >= LEAST and not 0 < blind < LEAST:
        assert words[0] == "all"


@pytest.mark.parametrize(
    ("people", "tree"),
    [
        ({"a": (0, -1)}, {"a": None}),
        ({"a": (0, 1)}, {"a": "b"}),
        ({"a": (0, 1)}, {"a": "b", "b": "a"}),
        ({"a": (0, 1.5)}, {"a": None}),
    ],
)
def test_bad_trees_are_refused(people, tree):
    with pytest.raises(ValueError, match=r".+"):
        openness(people, tree)
