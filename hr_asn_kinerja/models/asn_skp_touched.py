# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import SQL

from .asn_skp_launch import CARRIED, CARRIED_WITH_PLAN

# what a person writes into the head of a plan or does with it
HEAD = ("approach", "date_from", "date_to", "state", "return_note")


class AsnSkp(models.Model):
    """Whether anybody has written into a plan since it was launched."""

    _inherit = "asn.skp"

    def _get_launch_facts(self):
        """Return {id: (fingerprint of the content, results, indicators)}."""
        if not self:
            return {}
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                SELECT s.id, md5(concat_ws('|', %(parts)s)),
                       (SELECT COUNT(*) FROM asn_skp_result r WHERE r.skp_id = s.id),
                       (SELECT COUNT(*) FROM asn_skp_indicator i WHERE i.skp_id = s.id)
                  FROM asn_skp s
                 WHERE s.id IN %(ids)s
                """,
                parts=SQL(", ").join(self._get_fingerprint_parts()),
                ids=self._ids,
            )
        )
        return {row[0]: tuple(row[1:]) for row in self.env.cr.fetchall()}

    @api.model
    def _get_fingerprint_parts(self):
        """Give what is digested: the head, then all that people may write below it."""
        yield SQL("ROW(%s)", SQL(", ").join(SQL.identifier("s", name) for name in HEAD))
        models = [model for model, _parent in CARRIED]
        models += [model for model in CARRIED_WITH_PLAN if model in self.env]
        for name in models:
            model = self.env[name]
            columns = ["id", *sorted(self._get_written_columns(model))]
            yield SQL(
                "(SELECT md5(string_agg(ROW(%s)::text, '|' ORDER BY t.id))"
                " FROM %s t WHERE t.skp_id = s.id)",
                SQL(", ").join(SQL.identifier("t", column) for column in columns),
                SQL.identifier(model._table),
            )

    @api.model
    def _get_written_columns(self, model):
        opened = model._open_fields | model._open_fields_on_create
        return {
            name
            for name in opened
            if model._fields[name].store and model._fields[name].column_type
        }

    def _find_touched(self, fingerprints):
        """Return {id: why it is kept} of the plans that somebody wrote into or used.

        :param fingerprints: {id: what `_get_launch_facts` gave when it was launched}
        """
        facts = self._get_launch_facts()
        reasons = self._find_used()
        for skp in self:
            if skp.state != "draft":
                reasons[skp.id] = self.env._(
                    "It is no draft any more: %(state)s.", state=skp._get_label("state")
                )
            elif facts[skp.id][0] != fingerprints[skp.id]:
                reasons[skp.id] = self.env._("Somebody has written into it since.")
        return reasons

    def _find_used(self):
        """Return {id: reason} of plans to which something else was added."""
        reasons = {}
        here = [("res_id", "in", self.ids)]
        talk = [("model", "=", self._name), ("message_type", "!=", "user_notification")]
        talked = self.env["mail.message"]._read_group([*talk, *here], ["res_id"])
        reason = self.env._("There are messages about it.")
        reasons.update({res_id: reason for (res_id,) in talked})
        of_plans = [("res_model", "=", self._name), *here]
        attached = self.env["ir.attachment"]._read_group(of_plans, ["res_id"])
        reason = self.env._("Files are attached to it.")
        reasons.update({res_id: reason for (res_id,) in attached})
        minutes = self.env["asn.dialogue"]._read_group(
            [("skp_id", "in", self.ids)], ["skp_id"]
        )
        reason = self.env._("There are minutes of a dialogue about it.")
        reasons.update({skp.id: reason for (skp,) in minutes})
        for (skp,) in self.env["asn.decision"]._read_group(
            [("skp_id", "in", self.ids)], ["skp_id"]
        ):
            reasons[skp.id] = self.env._("Somebody has taken a step in it.")
        return reasons
