# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
{
    "name": "Kinerja ASN: Citizens and Portal",
    "summary": "Citizens rate the counter by scanning a code; employees use a phone",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Appraisals",
    "author": "Kinerja ASN",
    "website": "https://github.com/kinerja-asn/kinerja-asn",
    "license": "LGPL-3",
    "depends": ["hr_asn_kinerja", "portal"],
    "external_dependencies": {"python": ["qrcode"]},
    "data": [
        # Security
        "security/hr_asn_kinerja_portal_groups.xml",
        "security/ir.model.access.csv",
        "security/hr_asn_kinerja_portal_rules.xml",
        # Data
        "data/ir_cron_data.xml",
        # Views
        "views/asn_service_views.xml",
        "views/asn_counter_views.xml",
        "views/asn_satisfaction_release_views.xml",
        "views/asn_complaint_views.xml",
        "views/asn_citizen_response_views.xml",
        "views/hr_asn_kinerja_portal_menus.xml",
        # Templates
        "views/portal_templates.xml",
    ],
    "demo": ["demo/asn_demo.xml"],
    # read by the model asn.demo
    "oca_data_manual": ["demo/counters.csv", "demo/services.csv"],
    "uninstall_hook": "uninstall_hook",
}
