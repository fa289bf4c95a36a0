# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Fill a database as a personnel office that worked with Odoo for some years would.

Run by `odoo shell`, which gives it the name env.
"""

from odoo import Command

NAMES = ("Ani", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi")
QUIET = {"no_reset_password": True}
ARCH = """<xpath expr="//field[@name='work_phone']" position="after">
    <field name="x_locker"/>
</xpath>"""


def make_users(env):
    groups = {
        "plain": "base.group_user",
        "personnel": "hr.group_hr_user",
        "head": "hr.group_hr_manager",
    }
    values = [
        {
            "name": f"Login {login}",
            "login": login,
            "email": f"{login}@example.com",
            "group_ids": [
                Command.set([env.ref(group).id, env.ref("base.group_user").id])
            ],
        }
        for login, group in groups.items()
    ]
    return env["res.users"].with_context(**QUIET).create(values)


def make_people(env, users):
    top = env["hr.department"].create({"name": "Service"})
    below = env["hr.department"].create(
        [{"name": f"Section {name}", "parent_id": top.id} for name in "AB"]
    )
    job = env["hr.job"].create({"name": "Clerk", "department_id": top.id})
    category = env["hr.employee.category"].create({"name": "Union"})
    people = env["hr.employee"].create(
        [
            {
                "name": name,
                "department_id": (top | below)[number % 3].id,
                "job_id": job.id,
                "work_email": f"{name.lower()}@example.com",
                "user_id": users[number].id if number < len(users) else False,
                "birthday": "1990-01-01",
                "sex": "female" if number % 2 else "male",
                "date_version": "2024-01-01",
                "category_ids": [Command.set(category.ids)],
            }
            for number, name in enumerate(NAMES)
        ]
    )
    people[1:].parent_id = people[0]
    top.manager_id = people[0]
    people[1].create_version({"date_version": "2025-06-01", "job_title": "Chief"})
    people[-1].action_archive()
    return people


def make_careers(env, people):
    kind = env["hr.skill.type"].create(
        {
            "name": "Office",
            "skill_ids": [Command.create({"name": "Typing"})],
            "skill_level_ids": [
                Command.create({"name": "Good", "level_progress": 80}),
                Command.create({"name": "Bad", "level_progress": 10}),
            ],
        }
    )
    env["hr.employee.skill"].create(
        {
            "employee_id": people[0].id,
            "skill_type_id": kind.id,
            "skill_id": kind.skill_ids.id,
            "skill_level_id": kind.skill_level_ids[0].id,
        }
    )
    env["hr.resume.line"].create(
        {"employee_id": people[0].id, "name": "School", "date_start": "2010-01-01"}
    )
    badge = env["gamification.badge"].create({"name": "Punctual"})
    env["gamification.badge.user"].create(
        {
            "badge_id": badge.id,
            "user_id": people[0].user_id.id,
            "employee_id": people[0].id,
        }
    )


def make_own_field(env, people):
    """Add a field of the agency's own to the form of employees."""
    env["ir.model.fields"].create(
        {
            "name": "x_locker",
            "model_id": env["ir.model"]._get("hr.employee").id,
            "ttype": "char",
            "field_description": "Locker",
            "groups": [Command.set(env.ref("hr.group_hr_user").ids)],
        }
    )
    people[0].x_locker = "12"
    env["ir.ui.view"].create(
        {
            "name": "Locker",
            "model": "hr.employee",
            "inherit_id": env.ref("hr.view_employee_form").id,
            "arch": ARCH,
        }
    )


def make_habits(env, people, users):
    """Leave what people leave: filters, templates, notes, files, settings."""
    env["ir.filters"].create(
        {
            "name": "My section",
            "model_id": "hr.employee",
            "domain": "[('department_id', '!=', False)]",
            "user_ids": [Command.set(users.ids)],
        }
    )
    env["mail.template"].create(
        {"name": "Welcome", "model_id": env["ir.model"]._get("hr.employee").id}
    )
    env["ir.attachment"].create(
        {
            "name": "contract.txt",
            "raw": b"text",
            "res_model": "hr.employee",
            "res_id": people[0].id,
        }
    )
    people[0].message_post(body="Came back from leave")
    people[0].activity_schedule("mail.mail_activity_data_todo", user_id=users[1].id)
    env["ir.default"].set("hr.department", "note", "Ask the office")
    env["ir.config_parameter"].set_param("customer.setting", "1")
    env.company.write({"name": "Service of the Test", "city": "Tubei"})


def main(env):
    users = make_users(env)
    people = make_people(env, users)
    make_careers(env, people)
    make_own_field(env, people)
    make_habits(env, people, users)
    env["ir.module.module"].update_list()
    env.cr.commit()


main(env)  # noqa: F821
