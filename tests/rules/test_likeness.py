# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which wordings count as alike: the same ones on every machine, in every order."""

from decimal import Decimal

import pytest

from kinerja_rules.likeness import LEAST, best, likeness, stem, words

# (first, second, whether a link would be suggested)
PAIRS = (
    ("Meningkatnya kualitas layanan", "Peningkatan kualitas pelayanan", True),
    ("Tersusunnya laporan keuangan", "Penyusunan laporan keuangan 2026", True),
    ("Laporan kinerja selesai", "LAPORAN KINERJA, selesai!", True),
    ("Audit kinerja perangkat daerah", "Imunisasi dasar bayi lengkap", False),
    # only words that stand everywhere are common
    ("untuk pada tahun 2026", "untuk pada tahun 2026", False),
)


@pytest.mark.parametrize(("first", "second", "is_alike"), PAIRS)
def test_wordings_are_alike_both_ways_round(first, second, is_alike):
    there, back = likeness(first, second), likeness(second, first)
    assert there == back
    assert (there >= LEAST) is is_alike


def test_likeness_is_between_nothing_and_one():
    assert likeness("", "Audit") == Decimal("0.00")
    assert likeness("Audit selesai", "selesai audit") == Decimal("1.00")


def test_the_best_candidate_wins_and_of_equals_the_first():
    candidates = {"a": "Audit tertunda", "b": "Audit selesai", "c": "Selesai audit"}
    assert best("Audit selesai", candidates) == "b"
    assert best("Audit selesai", dict(reversed(candidates.items()))) == "c"
    assert best("Audit selesai", {}) is None


def test_short_words_keep_their_beginning():
    assert stem("pena") == "pena"
    assert stem("dinas") == "dinas"
    assert words("2025 / 2026") == frozenset()
