"""Why tables are refused: file, row, column and reason (contracts, section 1)."""

from django.utils.translation import gettext as _


class TableRefused(Exception):
    """A table is refused, and nothing of its directory is written.

    `row` is the row as a spreadsheet counts it, the header being 1; it and `column` are None where none is to blame.
    """

    def __init__(self, file: str, row: int | None, column: str | None, reason: str) -> None:
        super().__init__(file, row, column, reason)
        self.file, self.row, self.column, self.reason = file, row, column, str(reason)

    def __str__(self) -> str:
        if self.row is None:
            return _("%(file)s: %(reason)s") % vars(self)
        if self.column is None:
            return _("%(file)s row %(row)s: %(reason)s") % vars(self)
        return _("%(file)s row %(row)s, column %(column)s: %(reason)s") % vars(self)
