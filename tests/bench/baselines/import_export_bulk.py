"""Stock django-import-export in bulk mode, its xlsx read by openpyxl, into a model of the dozen columns.

    python -m tests.bench.baselines.import_export_bulk FILE DATABASE

Times are kept as text, nothing is diffed, and the lines are known to be new: as fast as its documentation makes it.
"""

import sys
from pathlib import Path

import django
from django.conf import settings

from tests.bench.baselines.bare import KEPT

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536",
}


def set_up(database: str) -> None:
    """The smallest Django that import-export runs in, on SQLite as the site sets it."""
    Path(database).unlink(missing_ok=True)
    backend = {"ENGINE": "django.db.backends.sqlite3", "NAME": database, "OPTIONS": SQLITE_OPTIONS}
    settings.configure(INSTALLED_APPS=["import_export"], DATABASES={"default": backend}, USE_TZ=True)
    django.setup()


def main(file: str, database: str) -> None:
    set_up(database)
    from django.db import connection
    from import_export.formats.base_formats import XLSX

    resource = resource_class()()
    with connection.schema_editor() as editor:
        editor.create_model(resource._meta.model)
    dataset = XLSX().create_dataset(Path(file).read_bytes())
    resource.import_data(dataset, raise_errors=True, use_transactions=True)
    if resource._meta.model.objects.count() != len(dataset):
        raise SystemExit("lines are missing")


def resource_class() -> type:
    """A resource and its model; both need a Django that is set up."""
    from django.db import models
    from import_export import fields, resources

    def text(**options: bool) -> models.CharField:
        return models.CharField(max_length=200, **options)

    class Order(models.Model):  # noqa: DJ008 - shown to nobody
        key, order_no, placed_at, paid_at = text(unique=True), text(), text(), text()
        paid = models.DecimalField(max_digits=12, decimal_places=2)
        items = models.IntegerField()
        status, after_sales, streamer, mark, code, product_id = text(), text(), text(), text(), text(), text()

        class Meta:
            app_label = "bench"

    class OrderResource(resources.ModelResource):
        def get_import_fields(self) -> list[fields.Field]:
            return own_fields

        class Meta:
            model = Order
            use_bulk = True
            skip_diff = True
            force_init_instance = True

    names = [field.name for field in Order._meta.fields if field.name != "id"]
    own_fields = [
        fields.Field(
            name, column_name=header, widget=OrderResource.widget_from_django_field(Order._meta.get_field(name))()
        )
        for name, header in zip(names, KEPT, strict=True)
    ]
    return OrderResource


if __name__ == "__main__":
    main(*sys.argv[1:])
