# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The words of the public pages, one file for each language.

A language may be partial: what it lacks is said in Indonesian.
"""

from collections import ChainMap

from . import en, id as indonesian

DEFAULT = "id"
LANGUAGES = {"id": indonesian.WORDS, "en": en.WORDS}
# Language of the database for the names of units and services.
DATABASE_LANGUAGE = {"id": "id_ID", "en": "en_US"}


def words(lang):
    """Return {key: text} of a language."""
    return ChainMap(LANGUAGES[lang], LANGUAGES[DEFAULT])
