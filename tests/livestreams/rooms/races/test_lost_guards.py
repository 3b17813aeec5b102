"""What Django does to whole tables, and the guards after it."""

import pytest
from django.core.management import call_command
from django.db import connection, models

from livestreams.rooms import guard
from livestreams.rooms.models import Engagement, Occupancy

pytestmark = pytest.mark.usefixtures("db")


def rebuild(model: type[models.Model], name: str) -> None:
    """Another type for a column: on SQLite a new table in place of the old one."""
    old = model._meta.get_field(name)
    new = models.BigIntegerField(name) if isinstance(old, models.PositiveSmallIntegerField) else models.TextField(name)
    new.set_attributes_from_name(name)
    new.model = model
    with connection.schema_editor() as editor:
        editor.alter_field(model, old, new, strict=True)
    with connection.schema_editor() as editor:
        editor.alter_field(model, new, old, strict=True)


def test_guards_lost_to_a_rebuilt_table_are_set_again_by_migrate():
    rebuild(Occupancy, "counted_minutes")
    lost = guard.missing(connection)
    call_command("migrate", verbosity=0, skip_checks=False)
    assert (bool(lost), guard.missing(connection)) == (connection.vendor == "sqlite", [])


def test_guards_of_people_are_lost_and_set_again_too():
    if connection.vendor == "sqlite":
        with connection.schema_editor() as editor:
            editor._remake_table(Engagement)
        assert guard.missing(connection)
    call_command("migrate", verbosity=0)
    assert guard.missing(connection) == []


def test_emptying_all_tables_keeps_the_guards():
    call_command("flush", interactive=False, verbosity=0)
    assert guard.missing(connection) == []
