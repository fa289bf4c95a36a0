# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What people paste as a list of NIPs."""

import re

#: More than any agency writes into a box at once; larger groups are units.
LIMIT = 2000
#: Longer words are no NIP; what is shown of them is cut.
LONGEST = 40
LENGTH = 18
BETWEEN = re.compile(r"[\n\r\t,;|]+")


class TooManyError(ValueError):
    """There are more words than anybody would check by eye."""

    def __init__(self, limit):
        """Keep how many are allowed."""
        super().__init__(f"more than {limit}")
        self.limit = limit


def split_nips(text, limit=LIMIT):
    """Return the NIPs of a text, each once, without spaces and dots inside.

    >>> split_nips("19800101 200501 1 001\\n198001012005011002; 198001012005011002")
    ['198001012005011001', '198001012005011002']

    Several on one line, with spaces between, are told apart by their length:

    >>> split_nips("198001012005011001 198001012005011002")
    ['198001012005011001', '198001012005011002']
    >>> split_nips("Siti Aminah"), split_nips(" . ")
    (['SitiAminah'], [])
    """
    if len(text) > 2 * limit * (LENGTH + 2):
        raise TooManyError(limit)
    nips = {}
    for word in BETWEEN.split(text):
        plain = re.sub(r"[\s.'’\u200b\ufeff]", "", word)
        if plain.isascii() and plain.isdigit() and len(plain) % LENGTH == 0:
            nips.update(
                (plain[place : place + LENGTH], True)
                for place in range(0, len(plain), LENGTH)
            )
        elif plain:
            nips[plain[:LONGEST]] = True
    if len(nips) > limit:
        raise TooManyError(limit)
    return list(nips)
