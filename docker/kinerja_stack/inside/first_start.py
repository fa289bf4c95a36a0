# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Make a fresh database Indonesian, and the login admin the agency's own.

Run by `odoo shell`, which gives it the name env.
"""

import os


def main(env):
    """Set language and time zone of what is and what will be; set the password."""
    values = {"lang": "id_ID", "tz": os.environ["KINERJA_TIMEZONE"]}
    for name, value in values.items():
        env["ir.default"].set("res.partner", name, value)
    users = env["res.users"].with_context(active_test=False).search([])
    users.partner_id.write(values)
    env.company.partner_id.write(values)
    env["resource.calendar"].search([]).tz = values["tz"]
    # people get their login from the agency; nobody signs up on the login page
    env["ir.config_parameter"].set_param("auth_signup.invitation_scope", "b2b")
    env.ref("base.user_admin").password = os.environ["KINERJA_ADMIN_PASSWORD"]
    env.cr.commit()


main(env)  # noqa: F821
