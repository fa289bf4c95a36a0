# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What Odoo's own uninstallation would leave behind."""

from odoo.fields import Domain

from .models.asn_notice import NOTICE

MODULE = "hr_asn_kinerja"


def uninstall_hook(env):
    # the notices belong to no document that would take them along
    notices = [("message_id", "like", f"-openerp-{NOTICE}@")]
    env["mail.message"].search(notices).unlink()
    follow_up = env.ref("hr_asn_kinerja.mail_activity_type_follow_up")
    env["mail.activity"].with_context(active_test=False).search(
        [("activity_type_id", "=", follow_up.id)]
    ).unlink()
    forget(env, MODULE)


def forget(env, module):
    """Delete what names the models of a module as text, or not by its own name.

    Otherwise people keep saved searches of models that are gone, and the registry of
    constraints and external names keeps rows of columns that no longer exist.
    """
    models = [model for model, kind in env.items() if kind._original_module == module]
    env["ir.filters"].with_context(active_test=False).search(
        [("model_id", "in", models)]
    ).unlink()
    env["ir.exports"].search([("resource", "in", models)]).unlink()
    env["ir.model.constraint"].search(
        [("module.name", "=", module), ("type", "=", "f")]
    ).unlink()
    _forget_names(env, module, models)


def _forget_names(env, module, models):
    """Delete the external names that other modules gave to parts of our models."""
    fields = env["ir.model.fields"].search([("model", "in", models)])
    choices = env["ir.model.fields.selection"].search([("field_id", "in", fields.ids)])
    parents = env["ir.model.inherit"].search([("model_id.model", "in", models)])
    parts = Domain.OR(
        Domain("model", "=", records._name) & Domain("res_id", "in", records.ids)
        for records in (fields, choices, parents)
    )
    env["ir.model.data"].search(Domain("module", "!=", module) & parts).unlink()
