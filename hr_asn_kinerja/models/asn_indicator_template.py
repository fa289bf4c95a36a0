# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models

from .hr_version import POSITION_KINDS


class AsnIndicatorTemplate(models.Model):
    """A result with its indicators that has proven itself, for others to begin with.

    It names no person: whoever proposed it is known to those who approve it, and the
    record itself belongs to the system.
    """

    _name = "asn.indicator.template"
    _description = "Library of Results"
    _inherit = "asn.guard.mixin"
    _order = "vote_count desc, name, id"
    _rec_names_search = ["name", "line_ids.name", "unit_tag"]
    _open_fields = frozenset({"name", "position_kind", "unit_tag", "line_ids"})

    name = fields.Text(
        string="Result",
        required=True,
        help="Write what will be achieved, not what will be done.",
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    position_kind = fields.Selection(
        POSITION_KINDS,
        index=True,
        help="The kind of position it fits. Empty: it fits every kind.",
    )
    unit_tag = fields.Char(
        string="Field of Work",
        help="The kind of unit it comes from, such as population registry or health.",
    )
    line_ids = fields.One2many(
        "asn.indicator.template.line", "template_id", string="Indicators"
    )
    line_summary = fields.Text(
        string="Indicators and Targets", compute="_compute_line_summary"
    )
    state = fields.Selection(
        [
            ("proposed", "Proposed"),
            ("approved", "Approved"),
            ("archived", "Archived"),
        ],
        required=True,
        default="proposed",
        readonly=True,
        index=True,
    )
    proposer_id = fields.Many2one(
        "res.users",
        string="Proposed By",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
        groups="hr_asn_kinerja.group_asn_kinerja_officer,"
        "hr_asn_kinerja.group_asn_kinerja_manager,"
        "hr_asn_kinerja.group_asn_kinerja_auditor",
    )
    approved_by_id = fields.Many2one(
        "res.users", string="Approved By", readonly=True, ondelete="set null"
    )
    approved_on = fields.Date(readonly=True)
    vote_ids = fields.One2many(
        "asn.indicator.template.vote", "template_id", string="Votes"
    )
    vote_count = fields.Integer(
        string="Useful",
        compute="_compute_vote_count",
        store=True,
        compute_sudo=True,
        help="How many people found it useful.",
    )
    has_my_vote = fields.Boolean(compute="_compute_has_my_vote")
    used_count = fields.Integer(
        string="Used",
        compute="_compute_used_count",
        compute_sudo=True,
        help="In how many plans it stands.",
    )
    can_approve = fields.Boolean(compute="_compute_can_approve")

    _told_once = models.UniqueIndex(
        "(company_id, COALESCE(position_kind, ''), md5(lower(trim(name)))) "
        "WHERE state <> 'archived'",
        "This result is in the library already, or waits for its approval.",
    )

    @api.depends("name")
    def _compute_display_name(self):
        for template in self:
            template.display_name = template.name

    @api.depends("line_ids.name", "line_ids.target_label")
    def _compute_line_summary(self):
        for template in self:
            template.line_summary = "\n".join(
                f"{line.name}: {line.target_label}" if line.target_label else line.name
                for line in template.line_ids
                if line.name
            )

    @api.depends("vote_ids")
    def _compute_vote_count(self):
        for template in self:
            template.vote_count = len(template.vote_ids)

    @api.depends("vote_ids")
    @api.depends_context("uid")
    def _compute_has_my_vote(self):
        mine = self.env["asn.indicator.template.vote"].search(
            [("template_id", "in", self.ids), ("user_id", "=", self.env.uid)]
        )
        for template in self:
            template.has_my_vote = template in mine.template_id

    def _compute_used_count(self):
        counts = dict(
            self.env["asn.skp.result"]._read_group(
                [("template_id", "in", self.ids), ("skp_id.state", "!=", "cancelled")],
                ["template_id"],
                ["__count"],
            )
        )
        for template in self:
            template.used_count = counts.get(template, 0)

    @api.depends_context("uid")
    def _compute_can_approve(self):
        allowed = self._filtered_access("write")
        for template in self:
            template.can_approve = template in allowed

    @api.model
    def _get_library_sources(self, position_kinds, company=None, limit=5):
        """Return {position kind: approved templates}, the most useful first.

        Those for the kind itself come before those for every kind; one query for all.
        """
        company = company or self.env.company
        # sudo: asn.indicator.template - approved ones, which everybody may read
        approved_sudo = self.sudo().search(
            [
                ("company_id", "=", company.id),
                ("state", "=", "approved"),
                ("position_kind", "in", [*position_kinds, False]),
            ]
        )
        by_kind = approved_sudo.sudo(self.env.su).grouped("position_kind")
        general = by_kind.get(False, self.browse())
        return {
            kind: (by_kind.get(kind, self.browse()) | general)[:limit]
            for kind in position_kinds
            if kind
        }

    def _prepare_result_values(self, sequence=10):
        """Return the values of a planned result made from this template."""
        self.ensure_one()
        return {
            "name": self.name,
            "sequence": sequence,
            "origin": "library",
            "template_id": self.id,
            "indicator_ids": [
                Command.create(line._prepare_indicator_values())
                for line in self.line_ids
            ],
        }
