# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from ..kinerja_rules.nip import MESSAGES, NipError, parse_nip
from .common import NOW, KinerjaCase

VALID = "199203152019032007"
# code of kinerja_rules.nip: (what was typed, a part of the sentence shown)
REFUSALS = {
    "characters": ("19920315201903200A", "digits, spaces and dots"),
    "length": ("1992031520190320071", "exactly 18 digits"),
    "birth_date": ("199213152019032007", "date of birth"),
    "appointment": ("199203152019132007", "Digits 13 and 14"),
    "sex": ("199203152019033007", "Digit 15"),
    "serial": ("199203152019032000", "serial number"),
    "age": ("200503152019032007", "younger than 18"),
}


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestNip(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.employee = cls._make_employee("Wulan", cls.unit, None)

    def test_each_wrong_number_is_refused_with_its_own_sentence(self):
        for code, (typed, part) in REFUSALS.items():
            with self.subTest(code=code):
                with self.assertRaises(NipError) as refused:
                    parse_nip(typed)
                self.assertEqual(refused.exception.code, code)
                with self.assertRaisesRegex(ValidationError, part), self.cr.savepoint():
                    self.employee.nip = typed

    def test_every_code_of_the_rules_has_a_sentence(self):
        for code in MESSAGES:
            with self.subTest(code=code):
                self.assertTrue(self.employee._get_nip_problem(code))

    def test_a_sentence_never_repeats_the_number(self):
        for code, (typed, _part) in REFUSALS.items():
            with self.subTest(code=code):
                self.assertNotIn(typed, self.employee._get_nip_problem(code))

    def test_a_wrong_number_is_refused_at_creation_too(self):
        with self.assertRaises(ValidationError):
            self._make_employee("Wrong", self.unit, None, nip="123")

    def test_spaces_and_dots_are_removed(self):
        for typed in ("19920315 201903 2 007", "1992.0315.2019.03.2.007", f" {VALID} "):
            with self.subTest(typed=typed):
                self.employee.nip = typed
                self.assertEqual(self.employee.nip, VALID)

    def test_other_white_space_is_not_removed(self):
        for space in ("\u00a0", "\t", "-"):
            with self.subTest(space=space), self.assertRaises(ValidationError):
                self.employee.nip = f"19920315{space}2019032007"

    def test_digits_of_other_scripts_are_refused(self):
        with self.assertRaises(ValidationError):
            self.employee.nip = VALID.replace("1", "\u0661")

    def test_two_people_without_a_number_are_fine(self):
        other = self._make_employee("Other", self.unit, None)
        (self.employee | other).write({"nip": " . "})
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT nip FROM hr_employee WHERE id IN %s",
            [(self.employee.id, other.id)],
        )
        self.assertEqual(self.env.cr.fetchall(), [(None,), (None,)])

    def test_a_number_is_unique_in_the_agency(self):
        self.employee.nip = VALID
        with mute_logger("odoo.sql_db"):
            self._attempt(
                IntegrityError, self._make_employee, "Twin", self.unit, None, nip=VALID
            )

    def test_an_archived_employee_keeps_the_number(self):
        self.employee.write({"nip": VALID, "active": False})
        with mute_logger("odoo.sql_db"):
            self._attempt(
                IntegrityError, self._make_employee, "Twin", self.unit, None, nip=VALID
            )

    def test_another_agency_may_hold_the_same_number(self):
        self.employee.nip = VALID
        twin = self._make_employee(
            "Twin", self.unit_b, None, nip=VALID, agency=self.agency_b
        )
        self.env.flush_all()
        self.assertEqual(twin.nip, VALID)

    def test_a_copy_has_no_number(self):
        self.employee.nip = VALID
        self.assertNotIn("nip", self.employee.copy_data()[0])

    def test_mismatches_warn_on_two_people_at_once(self):
        agreeing = self._make_employee("Agreeing", self.unit, None, nip=VALID)
        agreeing.write({"birthday": "1992-03-15", "sex": "female"})
        doubtful = self._make_employee(
            "Doubtful", self.unit, None, nip="199203152019032008"
        )
        doubtful.write({"birthday": "1992-03-16", "sex": "male", "asn_kind": "pppk"})
        both = agreeing | doubtful
        both.invalidate_recordset(["nip_warning"])
        self.assertFalse(both[0].nip_warning)
        for doubt in ("the date of birth", "the sex", "the ASN kind"):
            self.assertIn(doubt, both[1].nip_warning)

    def test_each_mismatch_alone_warns_of_itself_alone(self):
        cases = {
            "the date of birth": {"birthday": "1990-01-01"},
            "the sex": {"sex": "male"},
            "the ASN kind": {"asn_kind": "pppk_part_time"},
        }
        for doubt, values in cases.items():
            with self.subTest(doubt=doubt):
                person = self._make_employee(doubt, self.unit, None)
                person.write({"nip": VALID, "sex": "female", **values})
                self.assertIn(f"agree with: {doubt}.", person.nip_warning)
                person.nip = False

    def test_a_mismatch_never_blocks(self):
        self.employee.write({"nip": VALID, "sex": "male"})
        self.env.flush_all()
        self.assertEqual(self.employee.nip, VALID)

    def test_each_asn_kind_agrees_with_its_numbers(self):
        pppk = "199203152023212007"
        agreeing = {"pns": VALID, "cpns": VALID, "pppk": pppk, "pppk_part_time": pppk}
        for kind, nip in agreeing.items():
            with self.subTest(kind=kind):
                self.employee.write({"nip": nip, "asn_kind": kind, "sex": "female"})
                self.assertFalse(self.employee.nip_warning)

    def test_the_number_is_shown_in_groups(self):
        self.employee.nip = VALID
        self.assertEqual(self.employee.nip_formatted, "19920315 201903 2 007")

    def test_an_empty_number_is_shown_empty(self):
        self.assertFalse(self.employee.nip_formatted)

    def test_a_plain_user_reads_no_number_and_searches_by_none(self):
        self.employee.nip = VALID
        plain = self._as_role(self.employee, "own")
        for name in ("nip", "nip_formatted", "nip_warning"):
            with self.subTest(field=name):
                self._attempt(AccessError, plain.read, [name])
        for model in ("hr.employee", "hr.employee.public"):
            with self.subTest(model=model):
                people = self._as_role(self.env[model], "own")
                self._attempt(
                    (AccessError, ValueError), people.search, [("nip", "=", VALID)]
                )

    def test_the_public_directory_has_no_number(self):
        self.assertFalse(
            [name for name in self.env["hr.employee.public"]._fields if "nip" in name]
        )

    def test_the_agency_manager_reads_the_number(self):
        self.employee.nip = VALID
        self.assertEqual(self._as_role(self.employee, "manager").nip, VALID)
