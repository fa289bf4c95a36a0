# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Make a fresh database Indonesian also for the people who will come later.

Run by `odoo shell`, which gives it the name env.
"""


def main(env):
    """Set language and time zone of what exists and of new contacts."""
    values = {"lang": "id_ID", "tz": "Asia/Jakarta"}
    for name, value in values.items():
        env["ir.default"].set("res.partner", name, value)
    users = env["res.users"].with_context(active_test=False).search([])
    users.partner_id.write(values)
    env.company.partner_id.write(values)
    env.company.resource_calendar_id.tz = values["tz"]
    env["resource.calendar"].search([]).tz = values["tz"]
    # people get their login from the agency; nobody signs up on the login page
    env["ir.config_parameter"].set_param("auth_signup.invitation_scope", "b2b")
    env.cr.commit()


main(env)  # noqa: F821
