# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import JsonRpcException, tagged
from odoo.tools import mute_logger

from .common import CitizenHttpCase
from .test_access import NOT_AUDITOR, RAW

READ = {
    "read": ([["company_id"]], {}),
    "web_read": ([{"company_id": {}}], {}),
    "export_data": ([["company_id/name"]], {}),
}
SEARCH = {
    "search": ([[]], {}),
    "search_count": ([[]], {}),
    "search_read": ([[]], {}),
    "web_search_read": ([[], {"company_id": {}}], {}),
    "formatted_read_group": ([[], ["company_id"], ["__count"]], {}),
    "web_read_group": ([[], ["company_id"]], {}),
    "read_progress_bar": (
        [[], "company_id", {"field": "trust", "colors": {"walkup": "success"}}],
        {},
    ),
    "name_search": ([], {"name": ""}),
}
PRIVATE = ("_seed", "_take", "_insert_once", "_search", "_cron_release")


@tagged("post_install", "-at_install")
class TestAccessRpc(CitizenHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._seed(6, element=3)
        cls.answer = cls.answers.search([("counter_id", "=", cls.counter.id)], limit=1)
        cls.complaint = cls.env["asn.complaint"].create(
            {
                "text": "Antre",
                "company_id": cls.agency.id,
                "date_received": "2026-03-02",
                "contact_name": "Budi",
            }
        )
        cls.ids = {
            "asn.citizen.response": cls.answer.ids,
            "asn.citizen.response.detail": cls.answer.detail_ids.ids,
            "asn.complaint": cls.complaint.ids,
        }

    def call(self, model, method, *args, **kwargs):
        return self.make_jsonrpc_request(
            f"/web/dataset/call_kw/{model}/{method}",
            {"model": model, "method": method, "args": args, "kwargs": kwargs},
        )

    def assertRefused(self, model, method, *args, **kwargs):
        with (
            mute_logger("odoo.http", "odoo.models", "odoo.addons.base.models.ir_rule"),
            self.subTest(model=model, method=method),
            self.assertRaises(JsonRpcException),
        ):
            self.call(model, method, *args, **kwargs)

    def assertNothingRead(self, model):
        for method, (args, kwargs) in READ.items():
            self.assertRefused(model, method, self.ids[model], *args, **kwargs)
        for method, (args, kwargs) in SEARCH.items():
            self.assertRefused(model, method, *args, **kwargs)

    def test_raw_answers_are_closed_to_all_but_the_auditor(self):
        for role in NOT_AUDITOR:
            self.authenticate(f"citizen_{role}", f"citizen_{role}")
            for model in RAW:
                self.assertNothingRead(model)

    def test_the_auditor_reads_them_and_writes_nothing(self):
        self.authenticate("citizen_auditor", "citizen_auditor")
        for model in RAW:
            self.assertEqual(self.call(model, "search_count", []), 6)
            self.assertTrue(self.call(model, "name_search", name=""))
            ids = self.ids[model]
            self.assertTrue(self.call(model, "read", ids, ["company_id"]))
            self.assertRefused(model, "write", ids, {"company_id": self.agency.id})
            self.assertRefused(model, "unlink", ids)
            self.assertRefused(model, "create", [{"company_id": self.agency.id}])
        self.assertRefused(RAW[0], "read", self.ids[RAW[0]], ["nonce_hash"])

    def test_complaints_are_closed_to_the_manager(self):
        for role in ("user", "officer", "manager", "system"):
            self.authenticate(f"citizen_{role}", f"citizen_{role}")
            self.assertNothingRead("asn.complaint")

    def test_no_context_opens_the_way_for_a_job(self):
        self.authenticate("citizen_auditor", "citizen_auditor")
        context = {"asn_citizen_job": True}
        for model in RAW:
            values = {"company_id": self.agency.id}
            self.assertRefused(model, "write", self.ids[model], values, context=context)

    def test_private_methods_are_not_called_from_outside(self):
        self.authenticate("citizen_system", "citizen_system")
        for model in (*RAW, "asn.satisfaction.release", "asn.counter"):
            for method in PRIVATE:
                self.assertRefused(model, method)
