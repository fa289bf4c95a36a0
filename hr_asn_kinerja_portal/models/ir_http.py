# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from odoo import models
from odoo.http import request

from ..controllers.reply import OUR_PATH, choose, database_language, failure

METHODS = ("GET", "HEAD", "POST")


class IrHttp(models.AbstractModel):
    """Whatever is asked below our public addresses gets a page of ours."""

    _inherit = "ir.http"

    @classmethod
    def _match(cls, path_info):
        if not OUR_PATH.fullmatch(path_info):
            return super()._match(path_info)
        allowed = None
        try:
            found = super()._match(path_info)
            # Odoo lets OPTIONS through to every route.
            if request.httprequest.method not in METHODS:
                raise MethodNotAllowed(valid_methods=METHODS)
            return found
        except MethodNotAllowed as error:
            allowed = ", ".join(
                method for method in METHODS if method in error.valid_methods
            )
        except HTTPException:
            # No such page, a redirect to a language, a web socket: all lead nowhere.
            allowed = None
        request.is_frontend = request.is_frontend_multilang = False
        routing_map = request.env["ir.http"].routing_map()
        rule, _args = routing_map.bind("").match("/q", method="GET", return_rule=True)
        return rule, {"allowed": allowed}

    @classmethod
    def _pre_dispatch(cls, rule, args):
        if rule.endpoint.routing.get("citizen"):
            request.citizen_args = args
            # A language that is not installed would cost three more queries.
            lang = database_language(choose(request.httprequest.args.get("l")))
            installed = request.env["res.lang"].get_installed()
            request.update_context(lang=lang or installed[0][0])
        return super()._pre_dispatch(rule, args)

    @classmethod
    def _dispatch(cls, endpoint):
        # A query parameter must not become an argument, whatever its name.
        if endpoint.routing.get("citizen"):
            request.params = dict(request.citizen_args)
        return super()._dispatch(endpoint)

    @classmethod
    def _handle_error(cls, exception):
        if not OUR_PATH.fullmatch(request.httprequest.path):
            return super()._handle_error(exception)
        code = getattr(exception, "code", None)
        return failure(code if isinstance(exception, HTTPException) and code else 500)
