# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase

# those who must learn nothing before delivery
BLIND = ("own", "officer", "officer_out", "manager", "outsider", "manager_b")
# as secret as each other: the sheet and its lines
WORKSHEET = ("asn.assessment", "asn.assessment.behaviour")
# where something said about an evaluation could end up, beside our own models
MODELS_AROUND = (
    "bus.bus",
    "hr.employee.public",
    "ir.attachment",
    "mail.activity",
    "mail.followers",
    "mail.mail",
    "mail.message",
    "mail.notification",
    "mail.tracking.value",
)
SECRETS = ("Secret reason of the result", "Secret recommendation")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSecrecy(KinerjaCase):
    """Before delivery nobody but those who judge learns anything of the rating."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls._rate(cls.evaluation, "above", "above")
        cls.sheet = cls._get_worksheet(cls.evaluation)
        cls.env.flush_all()

    def _get_view_of(self, role):
        """Return everything that a role can read, of all models that matter."""
        self.env.flush_all()
        self.env.invalidate_all()
        ours = [name for name in self.env if name.startswith("asn.")]
        view = {}
        for name in (*ours, *MODELS_AROUND):
            records = self._as_role(self.env[name], role)
            if records._abstract or records._transient:
                continue
            if records.has_access("read"):
                view[name] = self._read_all(records.search([]))
        # what the test is about must be in it
        self.assertIn("predicate", view["asn.evaluation"])
        return view

    def _read_all(self, records):
        """Return {field: values}, without the fields that the user may not read."""
        values = {}
        for name, field in records._fields.items():
            if not field.store and records._name.startswith("asn."):
                # what was read before may hide what this one would tell
                self.env.invalidate_all()
            try:
                values[name] = records.read([name])
            except AccessError:
                continue
        return values

    def test_what_people_see_does_not_depend_on_the_rating(self):
        for role in BLIND:
            before = self._get_view_of(role)
            self._fill_worksheet(
                self.evaluation, "below", "below", recommendation="Something else"
            )
            with self.subTest(role=role):
                self.assertEqual(before, self._get_view_of(role))
            self._fill_worksheet(self.evaluation, "above", "above")

    def test_what_judges_see_does_depend_on_it(self):
        # or else the test above could never fail
        for role in ("assessor", "superior", "auditor", "acting"):
            before = self._get_view_of(role)
            self._fill_worksheet(self.evaluation, "below", "below")
            with self.subTest(role=role):
                self.assertNotEqual(before, self._get_view_of(role))
            self._fill_worksheet(self.evaluation, "above", "above")

    def test_no_text_of_the_worksheet_is_in_what_people_see(self):
        for role in BLIND:
            seen = repr(self._get_view_of(role))
            for secret in SECRETS:
                with self.subTest(role=role, secret=secret):
                    self.assertNotIn(secret, seen)

    def test_no_domain_tells_the_rating(self):
        for role in BLIND:
            for model, domain in self._get_prying_domains():
                with self.subTest(role=role, model=model, domain=domain):
                    records = self._as_role(self.env[model], role)
                    self.assertFalse(self._search(records, domain))
                    self.assertFalse(self._count(records, domain))

    def _get_prying_domains(self):
        rated = [
            ("result_rating", "=", "above"),
            ("behaviour_rating", "!=", False),
            ("predicate", "=", "very_good"),
            ("predicate", "in", ["very_good", "good"]),
            ("recommendation", "ilike", "Secret"),
            ("digest", "!=", False),
            ("decision_ids.snapshot", "ilike", "above"),
            ("decision_ids.digest", "!=", False),
            ("decision_ids.sequence", ">", 0),
            ("realisation_ids.evaluation_id.predicate", "!=", False),
            ("skp_id.evaluation_ids.result_rating", "!=", False),
        ]
        for leaf in rated:
            yield "asn.evaluation", [leaf]
        for path, model in (
            ("evaluation_ids", "asn.skp"),
            ("evaluation_ids", "asn.period.interval"),
            ("evaluation_id", "asn.indicator.realisation"),
            ("evaluation_id", "asn.decision"),
            ("interval_ids.evaluation_ids", "asn.period"),
        ):
            yield model, [(f"{path}.predicate", "!=", False)]
            yield model, [(f"{path}.result_rating", "=", "above")]
        for leaf in (
            ("id", "!=", False),
            ("result_rating", "=", "above"),
            ("evaluation_id.employee_user_id", "!=", False),
            ("evaluation_id", "=", self.evaluation.id),
        ):
            yield "asn.assessment", [leaf]
        yield "mail.message", [("body", "ilike", "Secret")]
        yield "mail.message", [("model", "=", "asn.assessment")]
        yield "mail.activity", [("res_model", "=", "asn.assessment")]
        yield "ir.attachment", [("res_model", "=", "asn.assessment")]

    def _search(self, records, domain):
        try:
            return records.search(domain)
        except REFUSALS:
            return False

    def _count(self, records, domain):
        try:
            groups = records.formatted_read_group(domain, [], ["__count"])
        except REFUSALS:
            return 0
        return groups[0]["__count"]

    def test_no_order_tells_the_rating(self):
        """Sorting by a path may not show what reading it does not."""
        evaluations = self._as_role(self.env["asn.evaluation"], "own")
        for order in ("predicate", "result_rating desc", "digest"):
            with self.subTest(order=order):
                self.assertEqual(
                    evaluations.search([], order=order), evaluations.search([])
                )

    def test_no_export_path_tells_the_rating(self):
        paths = [
            "result_rating",
            "predicate",
            "recommendation",
            "decision_ids/snapshot",
            "decision_ids/digest",
            "skp_id/evaluation_ids/predicate",
            "realisation_ids/evaluation_id/result_rating",
        ]
        rows = self._as_role(self.evaluation, "own").export_data(paths)["datas"]
        self.assertEqual({str(value or "") for row in rows for value in row}, {""})

    def test_the_worksheet_is_refused_by_its_number(self):
        for role in BLIND:
            sheet = self._as_role(self.sheet, role)
            for name in (
                "result_rating",
                "predicate",
                "recommendation",
                "display_name",
            ):
                with self.subTest(role=role, field=name):
                    self._attempt(AccessError, sheet.read, [name])

    def test_no_role_opens_the_worksheet_about_oneself(self):
        user = self.users["own"]
        for group in ("officer", "manager", "auditor"):
            user.group_ids += self.env.ref(f"hr_asn_kinerja.group_asn_kinerja_{group}")
        self._make_scope("own", self.office)
        self._make_delegation("own", self.people["assessor"])
        self._make_delegation("own", self.people["superior"])
        self.env.flush_all()
        sheet = self._as_role(self.sheet, "own")
        self._attempt(AccessError, sheet.read, ["result_rating"])
        self._attempt(AccessError, sheet.write, {"result_rating": "above"})
        self.assertFalse(sheet.search([]))
        self.assertFalse(
            self._as_role(self.evaluation, "own").read(["predicate"])[0]["predicate"]
        )

    def test_an_official_without_user_can_be_rated_in_secret(self):
        self.people["own"].user_id = False
        self.env.flush_all()
        self.assertTrue(self._as_role(self.sheet, "assessor").result_rating)

    def test_the_worksheet_has_no_chatter_and_no_activities(self):
        for name in ("message_ids", "activity_ids"):
            self.assertNotIn(name, self.env["asn.assessment"]._fields)

    def test_no_rating_is_ever_tracked(self):
        for model in ("asn.evaluation", "asn.assessment", "asn.decision"):
            for name, field in self.env[model]._fields.items():
                with self.subTest(model=model, field=name):
                    self.assertFalse(
                        getattr(field, "tracking", None)
                        and ("rating" in name or "predicate" in name)
                    )

    def test_rating_sends_nothing_to_anybody(self):
        other = self._make_agreed_skp(self.people["outsider"])
        evaluation = self._make_evaluation(other)
        self._fill_and_submit(evaluation)
        models = ("mail.message", "mail.mail", "mail.activity", "bus.bus")
        before = {name: self.env[name].search_count([]) for name in models}
        self._fill_worksheet(evaluation)
        self._as(evaluation, evaluation.assessor_user_id).action_rate()
        self.env.flush_all()
        after = {name: self.env[name].search_count([]) for name in models}
        self.assertEqual(before, after)


@tagged("post_install", "-at_install")
class TestDependencyGraph(KinerjaCase):
    """Nothing outside the worksheet is built from the worksheet."""

    def test_no_field_elsewhere_depends_on_the_worksheet(self):
        for field in self._get_secret_fields():
            for dependent in self.env.registry.get_dependent_fields(field):
                with self.subTest(field=field.name, dependent=str(dependent)):
                    self.assertIn(dependent.model_name, WORKSHEET)

    def _get_secret_fields(self):
        return [
            field for name in WORKSHEET for field in self.env[name]._fields.values()
        ]

    def test_no_declared_dependency_passes_through_the_worksheet(self):
        for model in self.env.values():
            if model._name in WORKSHEET:
                continue
            for field in model._fields.values():
                for path in field.get_depends(model)[0]:
                    with self.subTest(field=str(field), path=path):
                        self.assertFalse(
                            set(WORKSHEET) & set(self._get_models(model, path))
                        )

    def _get_models(self, model, path):
        """Return the names of the models that a dotted path passes."""
        names = []
        for part in path.split("."):
            field = model._fields.get(part)
            if field is None or not field.comodel_name:
                break
            model = self.env.get(field.comodel_name)
            if model is None:
                break
            names.append(model._name)
        return names

    def test_no_field_leads_to_the_worksheet(self):
        for model in self.env.values():
            if model._transient and not model._name.startswith("asn."):
                continue
            for field in model._fields.values():
                if field.comodel_name in WORKSHEET:
                    with self.subTest(field=str(field)):
                        self.assertIn(model._name, WORKSHEET)

    def test_the_ratings_of_the_evaluation_are_plain_columns(self):
        for name in ("result_rating", "behaviour_rating", "predicate", "digest"):
            field = self.env["asn.evaluation"]._fields[name]
            with self.subTest(field=name):
                self.assertFalse(field.compute or field.related)
