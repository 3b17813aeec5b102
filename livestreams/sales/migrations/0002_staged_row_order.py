"""PostgreSQL sorts text by language; staging is read in the order of code points, as SQLite does anyway."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

INDEX = 'CREATE INDEX staged_row_order ON sales_stagedrow (order_import_id, key COLLATE "C", "row")'


def add_index(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(INDEX)


def drop_index(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX staged_row_order")


class Migration(migrations.Migration):
    dependencies = [("sales", "0001_initial")]

    operations = [migrations.RunPython(add_index, drop_index)]
