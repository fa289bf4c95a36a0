# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase
from .matrix import MATRIX, WRITES
from .matrix_records import MatrixRecords

SPECIFICATION = {"create_date": {}}
# columns that the owner of a line may fill
OPENED = {"name", "skp_id", "result_id", "text", "kind", "topics", "template_id"}
# what else may be set on a new line of these models
ALSO_OPENED = {
    "asn.followup.step": {"followup_id", "date", "responsible"},
    "asn.credit": {"employee_id", "grade", "date_to", "amount", "reason"},
    "asn.legacy.score": {"employee_id", "period_id", "document"},
    "asn.calibration": {"department_id", "interval_id"},
    "asn.calibration.member": {"calibration_id", "role_id"},
}
# models whose other columns are closed
NARROW = (
    "asn.skp.",
    "asn.dialogue",
    "asn.indicator.t",
    "asn.action.plan",
    "asn.progress.template",
    *ALSO_OPENED,
)
# kinds of column that no domain or group compares with a plain value
UNGROUPED = ("binary", "html", "one2many", "many2many", "properties", "json")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAccessMatrix(MatrixRecords, KinerjaCase):
    def _each(self):
        for cell in MATRIX:
            record = self.records[cell.record]
            self.assertEqual(len(record), 1, cell.record)
            for role in ROLES:
                self.env.invalidate_all()
                yield cell, role, self._as_role(record, role)

    def test_the_table_covers_every_stored_model(self):
        covered = {cell.record.split()[0] for cell in MATRIX}
        ours = {
            name
            for name, model in self.env.items()
            if name.startswith("asn.") and model._auto and not model._transient
            if model._original_module == "hr_asn_kinerja"
        }
        self.assertEqual(covered, ours)

    def test_reading_follows_the_table(self):
        for cell, role, record in self._each():
            allowed = role in cell.read
            with self.subTest(record=cell.record, role=role, operation="read"):
                refused = self._is_refused(record.read, ["create_date"])
                self.assertNotEqual(refused, allowed)
                refused = self._is_refused(record.web_read, SPECIFICATION)
                self.assertNotEqual(refused, allowed)

    def test_finding_follows_the_table(self):
        for cell, role, record in self._each():
            for operation, find in self._get_finders(record).items():
                with self.subTest(record=cell.record, role=role, operation=operation):
                    self.assertEqual(self._finds(find), role in cell.read)

    def test_exporting_follows_the_table(self):
        for cell, role, record in self._each():
            with self.subTest(record=cell.record, role=role):
                refused = self._is_refused(record.export_data, ["id", "display_name"])
                self.assertNotEqual(refused, role in cell.read)

    def test_no_field_finds_what_may_not_be_read(self):
        for cell, role, record in self._each():
            if role in cell.read:
                continue
            for name in self._get_searchable_fields(record):
                with self.subTest(record=cell.record, role=role, field=name):
                    self.assertFalse(self._finds(self._find_by(record, name)))

    def test_no_group_counts_what_may_not_be_read(self):
        for cell, role, record in self._each():
            if role in cell.read:
                continue
            domain = [("id", "=", record.id)]
            for name in self._get_searchable_fields(record):
                with self.subTest(record=cell.record, role=role, field=name):
                    self.assertFalse(self._group(record, domain, name))

    def test_writing_follows_the_table(self):
        for cell, role, record in self._each():
            with self.subTest(record=cell.record, role=role, operation="write"):
                refused = self._is_refused(record.write, WRITES[record._name])
                self.assertNotEqual(refused, role in cell.write)

    def test_creating_follows_the_table(self):
        for cell, role, record in self._each():
            with self.subTest(record=cell.record, role=role, operation="create"):
                self._check_create(cell, role, record)

    def test_deleting_follows_the_table(self):
        for cell, role, record in self._each():
            if record._name == "asn.rank":
                continue
            with self.subTest(record=cell.record, role=role, operation="unlink"):
                refused = self._is_refused(record.unlink)
                self.assertNotEqual(refused, role in cell.unlink)

    def _check_create(self, cell, role, record):
        values = self._prepare_create_values(record.sudo())
        if role not in cell.create:
            self.assertTrue(self._is_refused(record.create, values))
            return
        if record._name.startswith("asn.feedback"):
            opened = record._open_fields | record._open_fields_on_create
            values = {key: values[key] for key in opened & values.keys()}
        elif record._name.startswith(NARROW):
            kept = OPENED | ALSO_OPENED.get(record._name, set())
            values = {key: values[key] for key in kept & values.keys() if values[key]}
        self.assertFalse(self._is_refused(record.create, values))

    def _get_finders(self, record):
        domain = [("id", "=", record.id)]
        return {
            "search": lambda: record.search(domain),
            "search_count": lambda: record.search_count(domain),
            "search_read": lambda: record.search_read(domain, ["id"]),
            "name_search": lambda: record.name_search("", domain),
            "web_search_read": lambda: record.web_search_read(domain, {})["records"],
            "_read_group": lambda: record._read_group(domain, [], ["__count"])[0][0],
            "formatted_read_group": lambda: record.formatted_read_group(
                domain, ["create_uid"], ["__count"]
            ),
        }

    def _finds(self, find):
        """Return whether a search finds something; a refusal finds nothing."""
        try:
            return bool(find())
        except AccessError:
            return False

    def _find_by(self, record, name):
        field = record._fields[name]
        value = record.sudo()[name]
        value = value.id if field.type == "many2one" else value
        return lambda: record.search([("id", "=", record.id), (name, "=", value)])

    def _group(self, record, domain, name):
        field = record._fields[name]
        name = f"{name}:month" if field.type in ("date", "datetime") else name
        try:
            return record.formatted_read_group(domain, [name], ["__count"])
        except REFUSALS:
            return []

    def _get_searchable_fields(self, record):
        return [
            name
            for name, field in record._fields.items()
            if field.store and field.type not in UNGROUPED
        ]
