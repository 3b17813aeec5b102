"""How rows of a sheet find their records: by what names them, or by our number; nothing is ever deleted."""

from collections.abc import Hashable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.resources import ModelResource

from products.staff.sheets.cells import OfScope, Whole
from products.staff.sheets.scope import Scope


class SheetResource(ModelResource):
    """Rows are matched by `keys`; a row whose record is unchanged is skipped; nothing is ever deleted."""

    keys: tuple[str, ...] = ()
    """Attributes that say which record a row is about."""
    related: tuple[str, ...] = ("product",)

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope
        self.seen: set[Hashable] = set()
        self.known: dict[Hashable, Model] = {}
        for name, field in self.fields.items():
            if name in ("product", "village", "sku"):
                field.widget = OfScope(scope, "pack" if name == "sku" else name)

    def records(self) -> QuerySet:
        """The user's own, in an order that stays."""
        return self.scope.own(self._meta.model).select_related(*self.related).order_by(*self.sorted_by())

    def sorted_by(self) -> tuple[str, ...]:
        return "product__slug", "pk"

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Records are looked up once, the latest first, so that of twins the older one is known by its key."""
        self.known = {self.key_of(record): record for record in self.records().reverse()}

    def key_of(self, record: Any) -> Hashable:
        return tuple(getattr(record, name) for name in self.keys)

    def key_in(self, row: Any) -> Hashable | None:
        """None where a cell of it cannot be read: the cell itself is told then."""
        try:
            return tuple(self.fields[name].clean(row) for name in self.keys)
        except (ValueError, KeyError):
            return None

    def get_instance(self, instance_loader: Any, row: Any) -> Any:
        key = self.key_in(row)
        if key is not None and key in self.seen:
            raise ValidationError(_("This row stands in the sheet twice."))
        self.seen.add(key)
        return self.known.get(key) if key is not None else None

    def after_init_instance(self, instance: Any, new: bool, row: Any, **kwargs: Any) -> None:
        instance.was = None if new else self.told(instance)

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        return not import_validation_errors and instance.was == self.told(instance)

    def told(self, instance: Any) -> dict[str, str]:
        """Column → what stands there, for people to compare."""
        cells = {name: field.export(instance) for name, field in self.fields.items() if not is_blank(field, instance)}
        return {name: "" if cell is None else str(cell) for name, cell in cells.items()}

    class Meta:
        skip_diff = True
        skip_html_diff = True
        store_instance = True
        clean_model_instances = True
        report_skipped = True


def is_blank(field: Field, instance: Any) -> bool:
    """A relation that could not be read has no value to tell."""
    return field.attribute in ("product", "sku") and getattr(instance, f"{field.attribute}_id") is None


def column(attribute: str, widget: Any, **options: Any) -> Field:
    return Field(attribute=attribute, column_name=attribute, widget=widget, **options)


class NumberedResource(SheetResource):
    """Rows of a kind that may repeat: told apart by our number, and by all that names them where it is blank."""

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        super().before_import(dataset, **kwargs)
        self.known |= {record.pk: record for record in self.known.values()}
        self.known |= {record.pk: record for record in self.records()}

    def key_in(self, row: Any) -> Hashable | None:
        try:
            number = Whole().clean(row.get("id"))
        except ValueError:
            number = -1
        return number or super().key_in(row)

    def init_instance(self, row: Any = None) -> Any:
        if row and str(row.get("id") or "").strip():
            raise ValidationError({"id": _("You have no row of this number. Leave it blank for a new row.")})
        return super().init_instance(row)
