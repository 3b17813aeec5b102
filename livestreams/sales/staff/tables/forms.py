"""One row of a table as a form. What its cells may say, the table's own columns decide."""

from typing import Any

from django import forms
from django.utils.timezone import make_naive
from django.utils.translation import gettext_lazy as _

from livestreams.sales.staff.tables.desks import Desk
from livestreams.sales.staff.tables.fields import CODE_OF_OURS, field_for
from livestreams.sales.staff.tables.values import Values, as_cell
from livestreams.sales.tables.cells import BadCell
from livestreams.sales.tables.columns import Row
from livestreams.sales.times import BEIJING
from zhunong.access.models import User

TOGETHER = {"sessions": "account", "sku_codes": "shop"}
"""Tables whose platform and account id are chosen by one field."""


class RowForm(forms.Form):
    """Fields for each column; those that never change are shown and cannot be filled in."""

    def __init__(self, desk: Desk, user: User, row: Values | None, data: Any = None) -> None:
        super().__init__(data, initial=initial_of(desk, row))
        self.desk, self.row = desk, row
        for column in desk.table.columns:
            name = self.field_name(column.name)
            if name and name not in self.fields:
                self.fields[name] = field_for(name, user, required=column.blank is ...)
        if desk.name == "skus":
            self.fields["code"].help_text = CODE_OF_OURS
        for name in desk.fixed if row else ():
            self.fields[name].disabled = True
        self.fields["reason"] = forms.CharField(
            label=_("reason"), help_text=_("kept in the record of changes"), required=False, max_length=300
        )

    def field_name(self, column: str) -> str:
        together = TOGETHER.get(self.desk.name, "")
        return together if together and column in ("platform", "account_id") else column

    def clean(self) -> dict[str, Any]:
        """Read each cell as the table would."""
        given, values = self.cleaned_data, {}
        for column in self.desk.table.columns:
            name = self.field_name(column.name)
            if name in self.errors:
                continue
            try:
                values[column.name] = column.value(self.cell(column.name, given))
            except BadCell as bad:
                self.add_error(name, str(bad))
        self.values = values
        return given

    def cell(self, column: str, given: dict[str, Any]) -> Any:
        """What was filled in, as a table would hold it."""
        name = self.field_name(column)
        if name != column:
            platform, _colon, account_id = given[name].partition(":")
            return platform if column == "platform" else account_id
        value = given[name]
        if hasattr(value, "utcoffset"):
            return make_naive(value, BEIJING)
        return ";".join(value) if isinstance(value, list) else value

    @property
    def table_row(self) -> Row:
        return Row("", 0, self.values)

    def blame(self, column: str | None, reason: str) -> None:
        """Say at a column's field why the row is refused."""
        name = self.field_name(column) if column else None
        self.add_error(name if name in self.fields else None, reason)


def initial_of(desk: Desk, row: Values | None) -> dict[str, Any]:
    """The row as the fields hold it."""
    if row is None:
        return {}
    together = TOGETHER.get(desk.name)
    named = {together: f"{row['platform']}:{as_cell(row['account_id'])}"} if together else {}
    moments = {name: make_naive(value, BEIJING) for name, value in row.items() if hasattr(value, "utcoffset")}
    return row | named | moments
