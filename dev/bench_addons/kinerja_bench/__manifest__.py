# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
{
    "name": "Kinerja ASN: reference routes of the bench",
    "summary": "The least that an Odoo route can cost; never part of the product",
    "version": "19.0.1.0.0",
    "license": "LGPL-3",
    "author": "Kinerja ASN",
    "category": "Hidden",
    "depends": ["web"],
    "data": ["security/ir.model.access.csv"],
}
