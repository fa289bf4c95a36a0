# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..kinerja_rules.nip import parse_nip
from .asn_login_mixin import MANAGER


class AsnEmployeeSync(models.AbstractModel):
    """Makes the people of the agency what the rows say, with the manager's own rights.

    Every row may come twice: who is there already and agrees is left alone.
    """

    _inherit = "asn.employee.sync"

    @api.model
    def _check_may_import(self):
        """Refuse whoever is not the manager of this agency."""
        user = self.env.user
        if not user.has_group(MANAGER) or self.env.company not in user.company_ids:
            raise AccessError(
                self.env._("Only the agency manager imports the people of the agency.")
            )

    @api.model
    def _apply_people(self, rows):
        """Make the units and the people that are missing, change the others."""
        self._check_may_import()
        units = self.env["hr.department"]._make_paths(
            [row["unit"] for row in rows if row.get("unit")]
        )
        known = self._load(rows, units)
        new = []
        for row in rows:
            person = known.people.get(self._get_key(row))
            if not person:
                new.append(row)
                continue
            self._check_one(person)
            self._change_person(row, person, known)
        self.env["hr.employee"].create(
            [self._prepare_new_values(row, known) for row in new]
        )

    @api.model
    def _check_one(self, person):
        if len(person) > 1 or not person.active:
            raise UserError(
                self.env._(
                    "%(name)s is archived, or there are several people of this name. "
                    "Mend this among the employees, then try the failed lines again.",
                    name=person[:1].name,
                )
            )

    @api.model
    def _prepare_new_values(self, row, known):
        values = {
            "company_id": self.env.company.id,
            "date_version": row["valid_from"],
            **self._prepare_employee_values(row, known),
            **self._prepare_version_values(row, known),
        }
        if row.get("nip"):
            nip = parse_nip(row["nip"])
            values |= {"nip": row["nip"], "birthday": nip.birth_date, "sex": nip.sex}
        return values

    @api.model
    def _change_person(self, row, person, known):
        """Write what differs; a new career step is a version of its own day.

        One person after the other: each has values of their own, and the hooks of
        other modules hang on `create_version`, which takes one person.
        """
        of_person, of_version = self._get_differences(row, person, known)
        date = fields.Date.to_date(row["valid_from"])
        # what replaces something leaves a note with the old value
        person = person.with_context(tracking_disable=False)
        if of_version and self._is_correction(row, person, known):
            version = known.get_version(person, date)
            person = person.with_context(version_id=version.id)
            of_person |= of_version
        elif of_version:
            person.create_version({"date_version": date, **of_version})
        if of_person:
            person.write(of_person)
        if of_version:
            self._describe_later(row, person, known)

    @api.model
    def _describe_later(self, row, person, known):
        """Fill later versions that say nothing about the civil servant.

        An agency that had Odoo before has people whose only version began on the day
        they were typed in: what holds from January holds there too.
        """
        date = fields.Date.to_date(row["valid_from"])
        values = self._prepare_version_values(row, known)
        for version in known.versions[person.id]:
            if version.date_version > date and not (
                version.asn_kind or version.asn_rank_id or version.position_kind
            ):
                version.write(
                    {name: value for name, value in values.items() if not version[name]}
                )

    @api.model
    def _apply_superiors(self, rows):
        """Give people the superiors who were made after them, or with them."""
        self._check_may_import()
        keys = {make for row in rows for make in self._get_link_keys(row)}
        people = self._find_people(keys)
        for row in rows:
            superior_key, *staff_keys = self._get_link_keys(row)
            superior = people.get(superior_key)
            if not superior:
                raise UserError(
                    self.env._(
                        "%(name)s is not among the employees, so the people who name "
                        "this superior have none yet. Mend the line of the superior, "
                        "then try the failed lines again.",
                        name=row["superior"][1],
                    )
                )
            self._check_one(superior)
            staff = self.env["hr.employee"].union(
                *(people[key] for key in staff_keys if key in people)
            )
            others = staff.filtered_domain([("parent_id", "!=", superior.id)])
            others.write({"parent_id": superior.id})

    @api.model
    def _get_link_keys(self, row):
        """Return the key of the superior, then those of the people below."""
        return [
            self._get_superior_key(row),
            *(tuple(key) for key in row["people"]),
        ]
