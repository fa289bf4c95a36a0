# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is let in from a form: known values only, cleaned text, nothing else."""

import re

from ..citizen_rules import ELEMENTS, FORM_FIELDS
from ..models.asn_citizen_response_detail import ABOUT
from ..pages.complaint import LIMITS
from ..tools.text import clean

SCORES = {"1": 1, "2": 2, "3": 3, "4": 4}
CODE = re.compile(r"[0-9A-Za-z-]{1,16}", re.ASCII)
# Nobody reads nine questions and gives nine times the same answer this fast.
STRAIGHT_LINE_S = 15


def answer(form):
    """Return the checked fields of an answer, under the names of the form."""
    values = {name: form[name] for name in FORM_FIELDS if form.get(name) in SCORES}
    values |= {
        name: form[name]
        for name, options in ABOUT.items()
        if form.get(name) in dict(options)
    }
    if form.get("score") in SCORES:
        values["score"] = SCORES[form["score"]]
    if comment := clean(form.get("comment", "")):
        values["comment"] = comment
    if CODE.fullmatch(form.get("code", "")):
        values["code"] = form["code"]
    return values


def detail(values):
    """Return {column: value} of what was added to the tap."""
    columns = {
        code: SCORES[values[name]]
        for name, code in FORM_FIELDS.items()
        if name in values
    }
    columns |= {name: values[name] for name in (*ABOUT, "comment") if name in values}
    return columns


def is_straight_line(columns, age_s):
    """Return whether all nine answers are the same and came faster than one reads."""
    scores = [columns.get(code) for code in ELEMENTS]
    return age_s < STRAIGHT_LINE_S and None not in scores and len(set(scores)) == 1


def complaint(form):
    """Return the cleaned text and contact fields of a complaint."""
    values = {
        name: clean(form.get(name, ""), limit).replace("\n", " ")
        for name, limit in LIMITS.items()
    }
    return values | {"text": clean(form.get("text", ""))}
