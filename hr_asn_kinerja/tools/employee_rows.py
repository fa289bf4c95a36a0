# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The rows of an employee workbook: people, and everything that is wrong with them."""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from ..kinerja_rules.nip import parse_nip
from . import employee_cells as cells
from .employee_columns import fold
from .suggestions import Suggestions
from .workbook import Row

#: How a person is found again: ("nip", digits) or ("name", folded name).
Key = tuple[str, str]
Superiors = Mapping[Key, Key | None]


class Problem(NamedTuple):
    """What is wrong in one cell; `code` is stable, `values` go into the sentence."""

    row: int
    column: str
    code: str
    values: Mapping[str, Any]


@dataclass
class Person:
    """What one row says; an empty text says nothing."""

    row: int
    nip: str = ""
    name: str = ""
    asn_kind: str = ""
    rank: str = ""
    position: str = ""
    position_kind: str = ""
    grade: str = ""
    unit: list[str] = field(default_factory=list)
    superior: tuple[str, str] | None = None
    email: str = ""
    valid_from: str = ""

    @property
    def key(self) -> Key:
        """Return the NIP, or the name of an official who has none."""
        return make_key(self.nip, self.name)

    @property
    def superior_key(self) -> Key | None:
        """Return the key of the person that the superior's column names."""
        return make_superior_key(self.superior)

    def as_payload(self) -> dict[str, Any]:
        """Return what is said, ready for JSON."""
        return {name: value for name, value in asdict(self).items() if value}


def make_key(nip: str | None, name: str) -> Key:
    """Return what a person is recognised by."""
    return ("nip", nip) if nip else ("name", fold(name))


def make_superior_key(superior: Sequence[str] | None) -> Key | None:
    """Return the key of a superior who is named as (kind, text), or by nobody.

    >>> make_superior_key(("name", "Sari Utami, S.H.")), make_superior_key(None)
    (('name', 'sariutamish'), None)
    """
    if not superior:
        return None
    kind, text = superior
    return make_key(text if kind == "nip" else "", text)


READERS: Mapping[str, Callable[[Any], Any]] = {
    "nip": cells.read_nip,
    "name": cells.read_text,
    "asn_kind": cells.read_kind,
    "position": cells.read_text,
    "position_kind": cells.read_position_kind,
    "grade": cells.read_grade,
    "unit": cells.read_unit,
    "superior": cells.read_superior,
    "email": cells.read_email,
    "valid_from": cells.read_date,
}


def read_people(
    places: Mapping[str, int],
    rows: Iterable[Row],
    ranks: Collection[tuple[str, str, str]],
) -> tuple[list[Person], list[Problem]]:
    """Return the people of a table and what cannot be read in it.

    :param places: where each column stands
    :param ranks: the known ranks as (kind, code, name)
    """
    people, problems = [], []
    suggestions = Suggestions()
    for row in rows:
        person = Person(row.number)
        for column, error in _read_row(person, _Cells(places, row.cells), ranks):
            values = dict(error.values)
            if isinstance(error, cells.ChoiceError):
                values["nearest"] = suggestions.get(error.wanted, error.options)
            problems.append(Problem(person.row, column, error.code, values))
        people.append(person)
    return people, problems


class _Cells:
    """The cells of one row by the name of their column."""

    def __init__(self, places: Mapping[str, int], values: tuple[Any, ...]) -> None:
        self.places, self.values = places, values

    def __getitem__(self, column: str) -> Any:
        place = self.places.get(column)
        if place is None or place >= len(self.values):
            return None
        return self.values[place]


def _read_row(
    person: Person, row: _Cells, ranks: Collection[tuple[str, str, str]]
) -> Iterator[tuple[str, cells.CellError]]:
    for column, reader in READERS.items():
        try:
            setattr(person, column, reader(row[column]))
        except cells.CellError as error:
            yield column, error
        else:
            if column == "name" and not person.name:
                yield "name", cells.CellError("name_missing")
    try:
        kind = person.asn_kind or (parse_nip(person.nip).kind if person.nip else "")
        person.rank = cells.read_rank(row["rank"], kind, ranks)
    except cells.CellError as error:
        yield "rank", error
    if person.grade and person.position_kind not in ("", _kind_of(person.grade)):
        yield "grade", cells.CellError("grade_elsewhere")


def _kind_of(grade: str) -> str:
    expert = grade.startswith("ahli_")
    return "fungsional_keahlian" if expert else "fungsional_keterampilan"


def find_doubles(people: Iterable[Person]) -> Iterator[Problem]:
    """Find people who stand in more than one row."""
    first: dict[Key, int] = {}
    for person in people:
        if not person.nip and not person.name:
            continue
        earlier = first.setdefault(person.key, person.row)
        if earlier != person.row:
            column = "nip" if person.nip else "name"
            yield Problem(person.row, column, f"double_{column}", {"row": earlier})


def find_bad_superiors(
    people: Collection[Person], known: Superiors
) -> Iterator[Problem]:
    """Find superiors who do not exist, and people who lead each other in a circle.

    :param known: the people who are there already, each with the superior they have
    """
    by_key = {person.key: person for person in people}
    graph = dict(known)
    for person in people:
        key = person.superior_key
        if not key:
            graph.setdefault(person.key, None)
        elif key == person.key:
            yield Problem(person.row, "superior", "superior_self", {})
        elif key not in by_key and key not in known:
            code = f"superior_{key[0]}_unknown"
            yield Problem(person.row, "superior", code, {"value": person.superior[1]})
        else:
            graph[person.key] = key
    for circle in find_circles(graph):
        rows = [by_key[key] for key in circle if key in by_key]
        values = {"rows": ", ".join(str(row) for row in sorted(p.row for p in rows))}
        for person in rows:
            yield Problem(person.row, "superior", "superior_circle", values)


def find_circles(graph: Superiors) -> Iterator[list[Key]]:
    """Give each circle once; everybody has at most one superior.

    >>> list(find_circles({"a": "b", "b": "a", "c": "a", "d": None}))
    [['a', 'b']]
    """
    done: set[Key] = set()
    for start in graph:
        path: dict[Key, int] = {}
        key: Key | None = start
        while key is not None and key not in done and key not in path:
            path[key] = len(path)
            key = graph.get(key)
        if key in path:
            yield list(path)[path[key] :]
        done.update(path)
