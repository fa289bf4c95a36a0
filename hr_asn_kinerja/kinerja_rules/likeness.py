# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How alike two wordings of a result are, so that a link can be suggested.

No regulation asks for this and nothing follows from it: a person confirms each link.

>>> likeness("Meningkatnya kualitas pelayanan", "Kualitas layanan meningkat")
Decimal('1.00')
"""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

Key = TypeVar("Key")
WORD = re.compile(r"[^\W\d_]+")
#: Words that stand in any result and tell none apart.
FILLERS = (
    "and are for in is of on the to with within"
    " ada adalah agar antara atas bagi dalam dan dari dengan di guna hasil itu ke"
    " oleh pada para sebagai secara sesuai serta seluruh tahun telah untuk yang"
)
EMPTY = frozenset(FILLERS.split())
BEGINNINGS = (
    "memper member menge meng mem men me penge peng pem pen per pe ter ber di ke se"
)
PREFIXES = tuple(BEGINNINGS.split())
#: The sound that the beginning has swallowed: penyusunan, of susun.
SWALLOWED = re.compile("^(?:(?:me|pe)(?:ny(?P<s>)|n(?P<t>)|m(?P<p>)))(?=[aiueo])")
SUFFIXES = ("kannya", "annya", "kan", "nya", "an", "i")
#: A stem is at least so long, or the word stays as it is.
SHORTEST = 4
LEAST = Decimal("0.40")


def stem(word: str) -> str:
    """Return an Indonesian word without its usual beginnings and endings.

    Source: none, rules of the language as far as they help here (M)

    >>> stem("pelayanan"), stem("layanan"), stem("meningkatnya"), stem("data")
    ('layan', 'layan', 'tingkat', 'data')
    >>> stem("peningkatan"), stem("penyusunan"), stem("tersusunnya")
    ('tingkat', 'susun', 'susun')
    """
    found = SWALLOWED.match(word)
    if found and len(word) - found.end() >= SHORTEST:
        word = found.lastgroup + word[found.end() :]
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST:
            word = word.removeprefix(prefix)
            break
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST:
            return word.removesuffix(suffix)
    return word


def words(wording: str) -> frozenset[str]:
    """Return the stems that carry the meaning; numbers and years carry none.

    Source: none, a convention (M)

    >>> sorted(words("Terlaksananya audit kinerja pada tahun 2026"))
    ['audit', 'kinerja', 'laksana']
    """
    found = (word.casefold() for word in WORD.findall(wording))
    return frozenset(stem(word) for word in found if word not in EMPTY)


def likeness(first: str, second: str) -> Decimal:
    """Return 0 (nothing in common) to 1 (the same words), rounded to 0.01.

    Twice the common words by the words of both.

    Source: none, a convention (M)

    >>> likeness("Surat dijawab tepat waktu", "Surat masuk dijawab tepat waktu")
    Decimal('0.89')
    >>> likeness("Surat dijawab", ""), likeness("", "")
    (Decimal('0.00'), Decimal('0.00'))
    """
    return _likeness(words(first), words(second))


def best(
    wording: str, candidates: Mapping[Key, str], least: Decimal = LEAST
) -> Key | None:
    """Return the key of the most similar candidate, None if none is similar enough.

    Of several the first one given.

    Source: none, a convention (M)

    >>> best("Audit selesai", {1: "Surat dijawab", 2: "Audit kinerja selesai"})
    2
    >>> best("Audit selesai", {1: "Surat dijawab"}) is None
    True
    """
    own = words(wording)
    scores = {key: _likeness(own, words(text)) for key, text in candidates.items()}
    key = max(scores, key=scores.__getitem__, default=None)
    return key if key is not None and scores[key] >= least else None


def _likeness(first: frozenset[str], second: frozenset[str]) -> Decimal:
    if not first or not second:
        return Decimal("0.00")
    exact = Decimal(2 * len(first & second)) / (len(first) + len(second))
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
