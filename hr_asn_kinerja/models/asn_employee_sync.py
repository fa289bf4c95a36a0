# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict
from dataclasses import dataclass

from odoo import api, fields, models

from ..tools.employee_columns import fold
from ..tools.employee_rows import make_key, make_superior_key

VERSION_FIELDS = (
    "asn_kind",
    "asn_rank_id",
    "position_kind",
    "position_grade",
    "job_title",
    "department_id",
)
FUNCTIONAL = ("fungsional_keahlian", "fungsional_keterampilan")


@dataclass
class Known:
    """What the agency knows about the people of some rows, read at once."""

    people: dict
    versions: dict
    ranks: dict
    units: dict

    def get_version(self, person, date):
        """Return the version of a day; before the first one, the first one."""
        versions = self.versions[person.id]
        earlier = [version for version in versions if version.date_version <= date]
        return earlier[-1] if earlier else versions[0]


class AsnEmployeeSync(models.AbstractModel):
    """Compares rows of people with the people of the agency.

    A row is the payload of `tools.employee_rows.Person`. What a row leaves empty it
    does not say, so it changes nothing.
    """

    _name = "asn.employee.sync"
    _description = "People of a Workbook"

    @api.model
    def _get_key(self, row):
        return make_key(row.get("nip"), row.get("name", ""))

    @api.model
    def _get_superior_key(self, row):
        return make_superior_key(row.get("superior"))

    # --- READING ---

    @api.model
    def _find_people(self, keys):
        """Return {key: people}; more than one when a name without NIP is not unique.

        Archived people count too: their NIP is taken.
        """
        agency = [("company_id", "=", self.env.company.id)]
        people = self.env["hr.employee"].with_context(active_test=False)
        names = ["nip", "name", "active", "work_email", "parent_id"]
        nips = [text for kind, text in keys if kind == "nip"]
        found = people.search_fetch([*agency, ("nip", "in", nips)], names)
        if any(kind == "name" for kind, _text in keys):
            found |= people.search_fetch([*agency, ("nip", "=", False)], names)
        by_key = defaultdict(people.browse)
        for person in found:
            by_key[make_key(person.nip, person.name)] += person
        return {key: by_key[key] for key in keys if key in by_key}

    @api.model
    def _load(self, rows, units=None):
        """Read all that is needed to compare these rows, with a few queries."""
        keys = {self._get_key(row) for row in rows}
        keys |= {self._get_superior_key(row) for row in rows} - {None}
        people = self._find_people(keys)
        versions = defaultdict(list)
        for version in self.env["hr.version"].search_fetch(
            [
                (
                    "employee_id",
                    "in",
                    [one.id for many in people.values() for one in many],
                )
            ],
            ["employee_id", "date_version", *VERSION_FIELDS],
            order="date_version",
        ):
            versions[version.employee_id.id].append(version)
        ranks = self.env["asn.rank"].search_fetch(
            [("active", "=", True)], ["kind", "code"]
        )
        if units is None:
            units = self.env["hr.department"]._get_paths()
        return Known(
            people,
            versions,
            {f"{rank.kind}:{rank.code}": rank.id for rank in ranks},
            {path: unit.id for path, unit in units.items()},
        )

    # --- COMPARING ---

    @api.model
    def _prepare_version_values(self, row, known):
        """Return what a row says about the career; False for a unit not made yet."""
        values = {
            "asn_kind": row.get("asn_kind"),
            "asn_rank_id": known.ranks.get(row.get("rank")),
            "position_kind": row.get("position_kind"),
            "position_grade": row.get("grade"),
            "job_title": row.get("position"),
        }
        values = {name: value for name, value in values.items() if value}
        if row.get("unit"):
            path = tuple(map(fold, row["unit"]))
            values["department_id"] = known.units.get(path, False)
        if values.get("position_kind") and values["position_kind"] not in FUNCTIONAL:
            # who leaves a functional position leaves its grade behind
            values["position_grade"] = False
        return values

    @api.model
    def _prepare_employee_values(self, row, known):
        """Return what a row says about the person, whatever the day."""
        values = {"name": row.get("name"), "work_email": row.get("email")}
        superior = known.people.get(self._get_superior_key(row))
        values["parent_id"] = superior.id if superior and len(superior) == 1 else False
        return {name: value for name, value in values.items() if value}

    @api.model
    def _get_differences(self, row, person, known):
        """Return (values of the person, values of the version) that are not so yet."""
        version = known.get_version(person, fields.Date.to_date(row["valid_from"]))
        return tuple(
            {
                name: value
                for name, value in wanted.items()
                if self._read_plain(record, name) != (value or False)
            }
            for record, wanted in (
                (person, self._prepare_employee_values(row, known)),
                (version, self._prepare_version_values(row, known)),
            )
        )

    @api.model
    def _read_plain(self, record, name):
        value = record[name]
        return value.id if isinstance(value, models.BaseModel) else value

    @api.model
    def _compare(self, rows):
        """Return what an import of these rows would do.

        :return: {"new", "changed", "unchanged": rows, "corrected": rows that replace
            what was entered for the same day, "units": paths of the units to make}
        """
        known = self._load(rows)
        result = defaultdict(list)
        for row in rows:
            person = known.people.get(self._get_key(row))
            if not person:
                result["new"].append(row)
                continue
            of_person, of_version = self._get_differences(row, person, known)
            # a superior who stands in the workbook alone is a change too
            late = row.get("superior") and not known.people.get(
                self._get_superior_key(row)
            )
            changed = of_person or of_version or self._is_new_unit(row, known) or late
            result["changed" if changed else "unchanged"].append(row)
            if of_version and self._is_correction(row, person, known):
                result["corrected"].append(row)
        result["units"] = self._get_missing_units(rows, known)
        return result

    @api.model
    def _is_new_unit(self, row, known):
        return row.get("unit") and tuple(map(fold, row["unit"])) not in known.units

    @api.model
    def _is_correction(self, row, person, known):
        date = fields.Date.to_date(row["valid_from"])
        return known.get_version(person, date).date_version == date

    @api.model
    def _get_missing_units(self, rows, known):
        """Return the paths to make, also of the units above, each once."""
        missing = {}
        for row in rows:
            names = row.get("unit", [])
            for depth in range(1, len(names) + 1):
                path = tuple(map(fold, names[:depth]))
                if path not in known.units:
                    missing.setdefault(path, names[:depth])
        return list(missing.values())
