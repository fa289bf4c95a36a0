# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The pages strangers see: one self-contained HTML text each, without any script.

Written as plain Python and not as QWeb: a page must reach a cheap phone within the
first round trip, whatever theme, asset bundle or website is installed. All values go
through `Markup.format`, which escapes them.
"""
