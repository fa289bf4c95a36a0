# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Keeps the tokens of activation links out of the log of requests."""

import logging
import re

TOKEN = re.compile(r"([?&]token=)[^&\s\"']+")


class TokenMask(logging.Filter):
    """Replaces the token of a link by a word, whoever logs it."""

    def filter(self, record):
        if isinstance(record.args, tuple):
            record.args = tuple(map(self._mask, record.args))
        record.msg = self._mask(record.msg)
        return True

    @staticmethod
    def _mask(text):
        return TOKEN.sub(r"\1***", text) if isinstance(text, str) else text


logging.getLogger("werkzeug").addFilter(TokenMask())
