# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..kinerja_rules import remedy

# who did one of these took part in the matter and does not decide on it
TOOK_PART = ("rate", "deliver", "explain", "settle")
# what follows a final evaluation in spite of a closed period
AFTER_ALL = ("withdraw", "settle", "appeal", "appoint", "reopen")


class AsnEvaluation(models.Model):
    """Which steps of an objection are open today, and who may decide on it."""

    _inherit = "asn.evaluation"

    objection_ids = fields.One2many("asn.objection", "evaluation_id")
    reopen_count = fields.Integer(readonly=True, copy=False)
    decider_user_id = fields.Many2one(
        "res.users",
        string="Appointed Official",
        readonly=True,
        copy=False,
        index=True,
        help="Decides on the objection when the superior cannot.",
    )

    @api.depends("state", "objection_until")
    @api.depends_context("uid")
    def _compute_allowed_actions(self):
        result = super()._compute_allowed_actions()
        opened = self._get_open_verbs()
        for evaluation in self:
            verbs = (evaluation.allowed_actions or "").split(",")
            known = opened.get(evaluation.id)
            if known is not None:
                verbs = [
                    verb
                    for verb in verbs
                    if verb in known
                    or verb not in remedy.VERBS
                    and (verb != "finalise" or evaluation.state != "decided")
                ]
            evaluation.allowed_actions = ",".join(verbs)
        return result

    def _get_roles(self):
        """Nobody decides on their own matter, also not in the place of another."""
        roles = super()._get_roles()
        user = self.env.user
        for evaluation, judges in self._get_judges().items():
            held = roles[evaluation.id]
            held.discard("superior")
            if user in judges:
                held.add("superior")
        return roles

    def _get_judges(self):
        """Return {evaluation: users who may decide} of those with an open objection.

        The appointed official alone, if there is one, else the superior and whoever
        acts for them today.
        """
        # sudo: asn.evaluation - who the people are, also where the user may not read
        objected_sudo = self.sudo().filtered(lambda line: line.state == "objected")
        if not objected_sudo:
            return {}
        deputies = self.env["asn.delegation"]._get_deputies(objected_sudo.superior_id)
        took_part = objected_sudo._get_users_who_took_part()
        nobody = self.env["res.users"]
        judges = {}
        for line in objected_sudo:
            users = line.decider_user_id.sudo(False) or (
                line.superior_user_id.sudo(False)
                | deputies.get(line.superior_id, nobody)
            )
            judges[line.sudo(self.env.su)] = users.sudo().filtered(
                lambda user, line=line: (
                    user.active
                    and remedy.may_judge(
                        user.id, line.employee_user_id.id, took_part[line.id]
                    )
                )
            )
        return judges

    def _get_users_who_took_part(self):
        """Return {id: numbers of the users}: the assessor and whoever did a step."""
        # sudo: asn.decision - who did the steps, nothing is shown
        rows = (
            self.env["asn.decision"]
            .sudo()
            ._read_group(
                [("evaluation_id", "in", self.ids), ("verb", "in", TOOK_PART)],
                ["evaluation_id"],
                ["user_id:array_agg_distinct"],
            )
        )
        found = {evaluation.id: set(users) for evaluation, users in rows}
        return {
            line.id: found.get(line.id, set()) | set(line.assessor_user_id.ids)
            for line in self
        }

    def _get_objections(self):
        """Return {evaluation: latest objection of this round}, elevated."""
        # sudo: asn.objection - the flow asks what was filed, nothing is shown
        rows = (
            self.env["asn.objection"]
            .sudo()
            .search(
                [("evaluation_id", "in", self.ids), ("state", "!=", "withdrawn")],
                order="id",
            )
        )
        return {
            row.evaluation_id.id: row
            for row in rows
            if row.round == row.evaluation_id.reopen_count
        }

    def _get_open_verbs(self):
        """Return {id: verbs of an objection that are open today}, a few queries."""
        known = self.filtered(lambda line: line.id and line.state in remedy.STATES)
        objections = known._get_objections()
        judges = {line.id: users for line, users in known._get_judges().items()}
        return {
            line.id: remedy.open_verbs(
                line._get_matter(objections.get(line.id), judges.get(line.id)),
                line.interval_id.sudo().period_id._today(),
            )
            for line in known
        }

    def _get_matter(self, objection, judges):
        """Return what the rules want to know of one evaluation."""
        return remedy.Matter(
            self.state,
            objection.level if objection else None,
            self.objection_until or None,
            bool(objection and objection.explained_on),
            (objection and objection.answer_until) or None,
            (objection and objection.appeal_until) or None,
            bool(judges),
        )

    def _check_period_open(self, verb):
        """An objection goes on when the year is closed; so does what was reopened."""
        if verb in AFTER_ALL or (self.reopen_count and verb in ("rate", "deliver")):
            return
        super()._check_period_open(verb)

    def _is_held_by_lock(self):
        return super()._is_held_by_lock() and not self.reopen_count

    def _begin(self, verb):
        """A step of an objection has its days, beside its state and its person."""
        result = super()._begin(verb)
        is_counted = verb in remedy.VERBS
        if is_counted and verb not in self._get_open_verbs().get(self.id, ()):
            raise UserError(self._explain_closed(verb))
        return result

    def _explain_closed(self, verb):
        """Return why a step of an objection is not open today, and what to do."""
        if verb == "object" and self._get_objections():
            return self.env._(
                "You have already objected to this evaluation, and that has been dealt "
                "with."
            )
        return {
            "object": self.env._(
                "The days to object are over. The result will be made final. Ask the "
                "agency manager if you were prevented."
            ),
            "explain": self.env._(
                "There is nothing to explain: the explanation was given, or the "
                "objection is to be settled by you. Reload the page."
            ),
            "settle": self.env._(
                "The assessor does not settle this objection; the superior decides. "
                "You can explain your rating."
            ),
            "appeal": self.env._(
                "An appeal is possible only from what the assessor has settled, or "
                "when no answer came in time, and within the days for it."
            ),
            "appoint": self.env._(
                "There is an official who may decide on this objection, so nobody "
                "else is appointed."
            ),
            "decide": self.env._(
                "The assessor has not explained the rating yet. You can decide as soon "
                "as the explanation is there, or when the days for it are over."
            ),
        }.get(verb, self.env._("This step is not possible now. Reload the page."))
