# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Command

UNSUPPORTED = ("one2many", "many2many", "binary")


class AsnSkpLineMixin(models.AbstractModel):
    """How the lines of a plan are written into a version and restored from it."""

    _inherit = "asn.skp.line.mixin"

    def _get_content_fields(self):
        """Return the columns that make up the content of a line, in a fixed order."""
        opened = self._open_fields | (
            self._open_fields_on_create - self._get_parent_fields()
        )
        return [
            name
            for name in sorted(opened)
            if self._fields[name].store and self._fields[name].type not in UNSUPPORTED
        ]

    @api.model
    def _get_parent_fields(self):
        """Return the columns that only say where a line hangs."""
        return {"skp_id", "result_id"}

    def _get_selection_label(self, name):
        self.ensure_one()
        selection = self._fields[name]._description_selection(self.env)
        return dict(selection).get(self[name], "")

    @api.model
    def _prepare_restore(self, parents, inverse, lines_by_parent):
        """Return {id of the parent: commands} that bring lines back to a version.

        :param parents: ids of the records on which the lines hang
        :param inverse: the column of the lines that points to them
        :param lines_by_parent: {id of the parent: lines as in the snapshot}
        """
        everything = self.with_context(active_test=False)
        found = everything.search([(inverse, "in", list(parents))])
        wanted = {
            line["id"]: line for lines in lines_by_parent.values() for line in lines
        }
        children = self._prepare_restore_children(found, wanted)
        commands = {parent: [] for parent in parents}
        for record in found:
            line, place = wanted.get(record.id), record[inverse].id
            if line:
                values = {**record._get_restore_values(line), **children[record.id]}
                if values:
                    commands[place].append(Command.update(record.id, values))
            elif record.active:
                commands[place].append(Command.delete(record.id))
        return commands

    @api.model
    def _prepare_restore_children(self, found, wanted):
        """Return {id: {name of the list: commands}} of the lines below these lines."""
        values = {record.id: {} for record in found}
        kept = [record.id for record in found if record.id in wanted]
        for name in self._get_child_fields():
            field = self._fields[name]
            commands = self.env[field.comodel_name]._prepare_restore(
                kept,
                field.inverse_name,
                {key: wanted[key]["lines"].get(name, []) for key in kept},
            )
            for key in kept:
                if commands[key]:
                    values[key][name] = commands[key]
        return values

    def _get_restore_values(self, line):
        """Return the columns in which the record differs from its line in a version."""
        values = {
            name: self._read_cell(name, line["values"][name])
            for name in self._get_content_fields()
            if name in line["values"]
            and self.env["asn.snapshot"]._get_cell(self, name)[0]
            != line["values"][name]
        }
        if not self.active:
            values["active"] = True
        return values

    def _read_cell(self, name, value):
        """Return a value of a snapshot as the column takes it."""
        field = self._fields[name]
        if value is None:
            return False
        if field.type in ("float", "monetary"):
            return float(value)
        if field.type == "many2one":
            return self.env[field.comodel_name].browse(value).exists().id
        if field.type == "datetime":
            return fields.Datetime.to_datetime(value)
        return value
