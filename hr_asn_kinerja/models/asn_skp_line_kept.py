# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpLineMixin(models.AbstractModel):
    """What once stood in an agreed plan is taken out of it, never deleted.

    So realisations, the team's links and the agreed version keep what they point to.
    """

    _inherit = "asn.skp.line.mixin"

    active = fields.Boolean(
        default=True, copy=False, help="Off when a revision took it out of the plan."
    )
    is_agreed = fields.Boolean(
        string="Was Agreed",
        readonly=True,
        copy=False,
        help="It stands, or stood, in an agreed version of the plan.",
    )

    def unlink(self):
        """Take agreed lines out of the plan; delete the others."""
        # sudo: asn.skp.line.mixin - only the flag is looked at
        kept = self.browse(self.sudo().filtered("is_agreed").ids)
        if kept:
            kept.check_access("unlink")
            kept._check_draft()
            # sudo: closed column; the right to delete the line was checked
            kept.sudo()._take_out()
        return super(AsnSkpLineMixin, self - kept).unlink()

    def _take_out(self):
        """Take lines out of the plan, with what hangs on them."""
        for name in self._get_child_fields():
            self[name]._take_out()
        self.write({"active": False})
        self.env.invalidate_all()

    def _get_child_fields(self):
        """Return the names of the lists of lines below these lines."""
        return [
            name
            for name in sorted(self._open_fields)
            if self._fields[name].type == "one2many"
        ]

    def _mark_agreed(self):
        """Note that these lines, and those below them, have been agreed."""
        for name in self._get_child_fields():
            self[name]._mark_agreed()
        self.filtered(lambda line: not line.is_agreed).write({"is_agreed": True})
