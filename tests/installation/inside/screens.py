# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Install or uninstall, and write down the screens of each login before and after.

Run by `odoo shell`, which gives it the name env.
"""

import json
import os
from pathlib import Path

LOGINS = ("plain", "personnel", "head", "admin")
KINDS = ("form", "list", "kanban", "search", "activity", "hierarchy", "graph", "pivot")
MODELS = (
    "hr.department",
    "hr.employee",
    "hr.employee.public",
    "hr.job",
    "hr.version",
    "res.company",
    "res.config.settings",
    "res.partner",
    "res.users",
    "resource.calendar",
)


def change(env):
    """Install or uninstall, by the button of the Apps screen."""
    names = os.environ["KINERJA_MODULES"].split(",")
    modules = env["ir.module.module"].search([("name", "in", names)])
    getattr(modules, f"button_immediate_{os.environ['KINERJA_DO']}")()


def screens(env, user):
    """Return the combined screens of one person and the fields that stand in them."""
    found = {}
    for name in MODELS:
        model = env[name].with_user(user)
        if not model.has_access("read"):
            continue
        for kind in KINDS:
            if kind == "hierarchy" and name != "hr.employee":
                continue
            answer = model.get_views([(False, kind)], {"toolbar": True})
            view = answer["views"][kind]
            found[f"{name} {kind}"] = {
                "arch": view["arch"],
                "toolbar": view.get("toolbar", {}),
                "fields": answer["models"][name]["fields"],
            }
    return found


def menus(env, user):
    """Return the menus of one person: the path and what it opens."""
    visible = env["ir.ui.menu"].with_user(user)._visible_menu_ids()
    found = env["ir.ui.menu"].sudo().browse(sorted(visible))
    return {menu.complete_name: str(menu.action) for menu in found}


def everything(env):
    """Return what each person sees."""
    users = env["res.users"].search([("login", "in", LOGINS)])
    return {
        user.login: {"screens": screens(env, user), "menus": menus(env, user)}
        for user in users
    }


def main(env):
    told = {"before": everything(env)}
    change(env)
    told["after"] = everything(env)
    text = json.dumps(told, sort_keys=True, default=str)
    Path(os.environ["KINERJA_OUTPUT"]).write_text(text, encoding="utf-8")


main(env)  # noqa: F821
