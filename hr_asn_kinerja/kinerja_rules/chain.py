# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The chain of snapshots that shows whether history was rewritten.

Each frozen document becomes canonical text; its digest covers the digest before it,
so that a later change of any snapshot breaks every link behind it.

>>> digest("", canonical({"b": 1, "a": "x"}))[:8]
'cdab067e'
"""

import hashlib
import json
from collections.abc import Iterable, Mapping


def canonical(content: Mapping) -> str:
    """Return one and only one text for a content: sorted keys, no spaces, UTF-8.

    :param content: nested mappings, lists, texts, whole numbers, booleans and None;
        amounts and times are given as text
    :raises ValueError: something else in the content (a float, a date)

    >>> canonical({"name": "Sulistyowati", "a": [1, None]})
    '{"a":[1,null],"name":"Sulistyowati"}'

    Source: plan of this product, section 5 Freezing (M)
    """
    _check(content)
    return json.dumps(
        content, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def digest(previous: str, snapshot: str) -> str:
    """Return the SHA-256, in hexadecimal, of the digest before and the snapshot.

    :param previous: digest of the link before, empty for the first
    :param snapshot: text as stored

    >>> digest("", "") == digest("", "")
    True

    Source: plan of this product, section 5 Freezing (M)
    """
    return hashlib.sha256((previous + snapshot).encode()).hexdigest()


def first_broken(links: Iterable[tuple[int, str, str]]) -> int | None:
    """Return the sequence number of the first link that does not hold, else None.

    :param links: (sequence, snapshot, digest) in order; sequences run from 1 without
        a gap

    >>> first_broken([(1, "a", digest("", "a")), (2, "b", digest("", "b"))])
    2
    >>> first_broken([(1, "a", digest("", "a"))]) is None
    True

    Source: plan of this product, section 5 Freezing (M)
    """
    previous = ""
    for expected, (sequence, snapshot, stored) in enumerate(links, start=1):
        if sequence != expected or digest(previous, snapshot) != stored:
            return sequence
        previous = stored
    return None


def _check(value: object) -> None:
    if isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                raise ValueError("keys of a snapshot are text")
            _check(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _check(item)
    elif value is not None and not isinstance(value, str | int):
        raise ValueError(f"a snapshot cannot hold a {type(value).__name__}")
