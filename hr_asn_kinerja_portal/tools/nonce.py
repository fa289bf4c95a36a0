# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signed one-time texts in the hidden fields of public forms; they need no row.

A nonce names its subject (a counter, an answer), when it was issued and 64 random bits.
Whether it was already used is for the table that stores its key to say.
"""

import base64
import re
import secrets
import struct
import time
from typing import NamedTuple

from odoo.tools import consteq, misc

FORM, DETAIL, COMPLAINT = "asn-form", "asn-detail", "asn-complaint"
VALID_S = 24 * 60 * 60
PAYLOAD = struct.Struct(">IQ8s")
SIGNATURE_BYTES = 16
# 36 bytes are 48 characters exactly: one nonce has one spelling.
SHAPE = re.compile(r"[A-Za-z0-9_-]{48}", re.ASCII)


class Nonce(NamedTuple):
    subject_id: int
    issued_ms: int
    salt: bytes

    @property
    def key(self):
        """The nonce as a text that is the same however it was sent."""
        return PAYLOAD.pack(*self).hex()

    @property
    def age_s(self):
        return (_now_ms() - self.issued_ms) / 1000


def issue(env, scope, subject_id, like=None):
    """Return the text of a new nonce.

    :param like: a Nonce whose time and random bits are taken over, so that the same
        request gets the same answer
    """
    issued_ms, salt = like[1:] if like else (_now_ms(), secrets.token_bytes(8))
    payload = PAYLOAD.pack(subject_id, issued_ms, salt)
    return base64.urlsafe_b64encode(payload + _sign(env, scope, payload)).decode()


def read(env, scope, text, valid_s=VALID_S):
    """Return the Nonce of a text; None if garbage, of another scope or too old."""
    if not SHAPE.fullmatch(text):
        return None
    raw = base64.urlsafe_b64decode(text)
    payload, signature = raw[: PAYLOAD.size], raw[PAYLOAD.size :]
    if not consteq(signature.hex(), _sign(env, scope, payload).hex()):
        return None
    nonce = Nonce(*PAYLOAD.unpack(payload))
    return nonce if nonce.age_s <= valid_s else None


def digest(env, scope, nonce, content=""):
    """Return a secret number that belongs to a nonce and to what was sent with it."""
    message = repr((nonce.key, content))
    return int(misc.hmac(env(su=True), scope, message), 16)


def _sign(env, scope, payload):
    # sudo: ir.config_parameter - the secret of the database signs, and never leaves
    return bytes.fromhex(misc.hmac(env(su=True), scope, payload.hex()))[
        :SIGNATURE_BYTES
    ]


def _now_ms():
    return time.time_ns() // 1_000_000
