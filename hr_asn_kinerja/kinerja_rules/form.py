# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which printed form a plan (SKP) goes on, and its title.

>>> plan_form("quantitative", "pelaksana")
'staff'
"""

APPROACHES = ("quantitative", "qualitative")
LEADERS = ("jpt_utama", "jpt_madya", "jpt_pratama")
OTHERS = (
    "administrator",
    "pengawas",
    "fungsional_keahlian",
    "fungsional_keterampilan",
    "pelaksana",
)
TITLE = "SASARAN KINERJA PEGAWAI"
APPROACH_TITLES = {
    "quantitative": "PENDEKATAN HASIL KERJA KUANTITATIF",
    "qualitative": "PENDEKATAN HASIL KERJA KUALITATIF",
}
SUBJECT_TITLES = {
    True: "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI",
    False: "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
}


def is_leader(position_kind: str | None, has_perspective: bool = False) -> bool:
    """Return whether the plan is that of a JPT or of the head of an independent unit.

    Nothing in the kind of a position tells the head of an independent unit, such as a
    sub-district; but only they and the JPT write results with a perspective.

    :param position_kind: key of the position, None where HR does not know it
    :param has_perspective: whether a result of the plan has a perspective
    :raises ValueError: unknown kind of position

    >>> is_leader("jpt_pratama"), is_leader("administrator")
    (True, False)
    >>> is_leader("administrator", has_perspective=True)
    True

    Source: PermenPANRB 6/2022, Lampiran, forms of the SKP (C2)
    """
    if position_kind not in (None, *LEADERS, *OTHERS):
        raise ValueError(f"unknown kind of position {position_kind!r}")
    return position_kind in LEADERS or has_perspective


def plan_form(
    approach: str, position_kind: str | None, has_perspective: bool = False
) -> str:
    """Return the layout: `staff` (F1), `qualitative` (F2) or `leader` (F3).

    :raises ValueError: unknown approach or kind of position

    >>> plan_form("qualitative", "jpt_madya"), plan_form("quantitative", "jpt_madya")
    ('qualitative', 'leader')

    Source: PermenPANRB 6/2022, Lampiran, forms of the SKP (C2)
    """
    if approach not in APPROACHES:
        raise ValueError(f"unknown approach {approach!r}")
    leader = is_leader(position_kind, has_perspective)
    if approach == "qualitative":
        return "qualitative"
    return "leader" if leader else "staff"


def plan_titles(
    approach: str, position_kind: str | None, has_perspective: bool = False
) -> tuple[str, str, str]:
    """Return the three lines of the title, as the form prints them.

    :raises ValueError: unknown approach or kind of position

    >>> plan_titles("quantitative", "pelaksana")[1]
    'PENDEKATAN HASIL KERJA KUANTITATIF'

    Source: PermenPANRB 6/2022, Lampiran, forms of the SKP (C2)
    """
    if approach not in APPROACHES:
        raise ValueError(f"unknown approach {approach!r}")
    leader = is_leader(position_kind, has_perspective)
    return TITLE, APPROACH_TITLES[approach], SUBJECT_TITLES[leader]
