"""A table in and out by django-import-export: rows read by the table's own columns, written by its own loader."""

from types import SimpleNamespace
from typing import Any

from django.db.models import QuerySet
from import_export.fields import Field
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import Resource
from import_export.widgets import Widget

from livestreams.sales.staff.tables.desks import Desk
from livestreams.sales.staff.tables.values import Values, as_cell
from livestreams.sales.tables.cells import BadCell
from livestreams.sales.tables.columns import Column


class CellWidget(Widget):
    """Reads a cell as its column does, and writes it so that it can be read again."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        try:
            return self.column.value(value)
        except BadCell as bad:
            raise ValueError(str(bad)) from None

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return as_cell(value)


class TableResource(Resource):
    """The rows of a table. Its instances are plain values, for a row is more than one record; nothing is saved here."""

    class Meta:
        skip_unchanged = True
        report_skipped = True
        skip_html_diff = True
        store_instance = True
        use_transactions = False
        using_db = "default"
        instance_loader_class = BaseInstanceLoader

    def __init__(self, desk: Desk, known: QuerySet | None = None) -> None:
        super().__init__()
        self.desk = desk
        rows = [desk.values_of(record) for record in known] if known is not None else []
        self.known = {desk.key_of(row): row for row in rows}
        self.fields = {
            column.name: Field(column.name, column.name, CellWidget(column), saves_null_values=True)
            for column in desk.table.columns
        }

    def get_import_id_fields(self) -> list[str]:
        return list(self.desk.key)

    def get_instance(self, instance_loader: Any, row: Values) -> SimpleNamespace | None:
        try:
            key = self.desk.key_of({column: self.fields[column].clean(row) for column in self.desk.key})
        except ValueError:  # said again, column by column, when the row is read
            return None
        known = self.known.get(key)
        return SimpleNamespace(**known, pk=None) if known else None

    def init_instance(self, row: Any = None) -> SimpleNamespace:
        return SimpleNamespace(**dict.fromkeys(self.fields), pk=None)

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        """A row that is as it was; of the same shares in another order, too."""
        if import_validation_errors:
            return False
        return all(as_cell(getattr(instance, name)) == as_cell(getattr(original, name)) for name in self.fields)

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        """All rows are written together by the table's loader."""

    def iter_queryset(self, queryset: QuerySet) -> Any:
        for record in super().iter_queryset(queryset):
            yield SimpleNamespace(**self.desk.values_of(record))
