# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

# what ends a row, and all that may change once it has begun
ENDING = frozenset({"date_to", "end_number"})
YEARS = range(1950, 2101)


class AsnMembershipGuard(models.AbstractModel):
    """What an agency manager may do with the dated rights of others.

    Nobody appoints themselves, nobody touches people of other agencies, and what has
    begun can only be ended: else nobody could tell afterwards who held it when.
    """

    _name = "asn.membership.guard"
    _description = "Guard of Dated Rights"
    # the column with the user
    _membership_user = "user_id"
    # what only the system writes
    _membership_closed = frozenset({"ended_at"})
    # whether the model has notices of its own for the people concerned
    _tells_by_itself = False

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: self.env["asn.period"]._today(),
    )
    date_to = fields.Date(string="To", help="Empty while the end is not known.")
    mandate_number = fields.Char(
        help="Number of the decree or letter that gives the right."
    )
    end_number = fields.Char(
        string="Ended by Letter",
        copy=False,
        help="Number of the decree or letter that ends the right, if there is one.",
    )
    ended_at = fields.Datetime(
        string="End Entered On",
        readonly=True,
        copy=False,
        help="When the last day was entered. A right that was ended afterwards had "
        "run until then.",
    )
    state = fields.Selection(
        [("coming", "To Begin"), ("running", "Running"), ("ended", "Ended")],
        compute="_compute_state",
    )

    @api.constrains("date_from", "date_to")
    def _check_years(self):
        """Days far away are slips of the finger, or stand for “without end”."""
        for row in self:
            days = [day for day in (row.date_from, row.date_to) if day]
            if any(day.year not in YEARS for day in days):
                raise ValidationError(
                    self.env._(
                        "Give days between 1950 and 2100. Leave the last day empty "
                        "while it is not known."
                    )
                )

    def _compute_state(self):
        raise NotImplementedError

    def _filter_entered(self):
        """Return the rows that somebody entered; others are made from them."""
        return self

    @api.model
    def _get_entered_domain(self):
        return Domain.TRUE

    @api.model
    def _get_running_domain(self, day):
        """Return the domain of the rows that run on a day."""
        return Domain("date_from", "<=", day) & (
            Domain("date_to", "=", False) | Domain("date_to", ">=", day)
        )

    def _overlaps(self, other):
        return (not self.date_to or self.date_to >= other.date_from) and (
            not other.date_to or other.date_to >= self.date_from
        )

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            # written as empty, so that no default of the context comes in their place
            closed = dict.fromkeys(self._membership_closed, False)
            vals_list = [{**vals, **closed} for vals in vals_list]
        rows = super().create(vals_list)
        rows._check_appointable()
        return rows

    def write(self, vals):
        self._check_still_open(vals)
        self._check_own_only_shortened(vals)
        result = super().write(vals)
        if vals.keys() - ENDING - {"ended_at"}:
            self._check_appointable()
        return result

    def unlink(self):
        self._check_not_begun_before_today()
        return super().unlink()

    @api.model
    def _check_closed(self, names):
        if not self.env.su and self._membership_closed & set(names):
            raise AccessError(
                self.env._("The system itself keeps this. Leave it out, please.")
            )

    def _check_appointable(self):
        """Refuse oneself, and people whom the user has no business with."""
        if self.env.su:
            return
        users = self[self._membership_user]
        if self.env.user in users:
            raise AccessError(
                self.env._(
                    "Nobody gives a right to themselves. Another agency manager has to "
                    "enter this."
                )
            )
        # sudo: res.users - agencies of the person, and whether it is an outside login
        for user_sudo in users.sudo():
            if user_sudo.share or user_sudo.company_ids - self.env.user.company_ids:
                raise AccessError(
                    self.env._(
                        "%(name)s does not belong to your agency alone, so you cannot "
                        "give them a role. Ask the administrator.",
                        name=user_sudo.name,
                    )
                )

    def _check_still_open(self, vals):
        """What has begun can only be ended, and what has ended stays so."""
        if self.env.su:
            return
        begun = self.filtered(lambda row: row.state != "coming")
        if begun and vals.keys() - ENDING - {"ended_at"}:
            raise UserError(
                self.env._(
                    "This has already begun. Set its last day, and enter a new one if "
                    "something else has to change."
                )
            )
        for row in begun:
            if row.state == "ended" and not row._is_end_of_today():
                raise UserError(
                    self.env._("This has ended. Enter a new one if it goes on.")
                )

    def _is_end_of_today(self):
        """Return whether the end was entered today, and may still be corrected."""
        period = self.env["asn.period"].with_company(self.company_id)
        return bool(self.ended_at) and period._get_day(self.ended_at) == period._today()

    def _check_own_only_shortened(self, vals):
        """People may end their own right earlier, and change nothing else about it."""
        own = self.filtered(lambda row: row[self._membership_user] == self.env.user)
        if self.env.su or not own:
            return
        end = fields.Date.to_date(vals.get("date_to"))
        shortens = end and all(not row.date_to or end <= row.date_to for row in own)
        if vals.keys() - ENDING - {"ended_at"} or ("date_to" in vals and not shortens):
            raise AccessError(
                self.env._(
                    "You may end your own right, nothing more. Another agency manager "
                    "has to do this."
                )
            )

    def _check_not_begun_before_today(self):
        """A mistake of today may go, the rest was in force."""
        if self.env.su:
            return
        for row in self:
            today = self.env["asn.period"].with_company(row.company_id)._today()
            if row.date_from < today:
                raise UserError(
                    self.env._(
                        "This has already begun, so it stays in the list. End it "
                        "instead."
                    )
                )

    def _end(self, day=None, number=False):
        """End the rows with a day, or at once when there is none.

        What began today and ends at once is taken out of the list; the history keeps
        it.
        """
        for agency, rows in self.grouped("company_id").items():
            today = self.env["asn.period"].with_company(agency)._today()
            fresh = rows.filtered(lambda row, today=today: row.date_from >= today)
            if day:
                fresh = rows[:0]
            yesterday = fields.Date.subtract(today, days=1)
            fresh.unlink()
            (rows - fresh).write({"date_to": day or yesterday, "end_number": number})
