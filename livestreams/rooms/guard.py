"""The database's own promise: nothing overlaps in a room, and nobody is in two events at once (design, rule 5).

PostgreSQL: exclusion constraints. SQLite: triggers, which vanish whenever Django rebuilds a table; so they are set
again after every migrate, and `ledger.writing` looks for them before anything is written.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.apps import AppConfig
from django.core.checks import CheckMessage, Warning
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper


class Guard(NamedTuple):
    """Rows of a table that share a key must not overlap in [begin, end)."""

    name: str
    table: str
    key: str
    begin: str
    end: str
    where: str = ""
    """A column that must be blank for a row to count."""

    @property
    def columns(self) -> str:
        return ", ".join(column for column in (self.key, self.begin, self.end, self.where) if column)


GUARDS = (
    Guard("one_taker_at_a_time", "rooms_occupancy", "room_id", "starts_at", "blocked_until", "ended"),
    Guard("one_event_a_person", "rooms_engagement", "person_id", "starts_at", "ends_at"),
)
EXCLUDE = (
    "ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist "
    "(int8range({key}, {key}, '[]') WITH &&, tstzrange({begin}, {end}, '[)') WITH &&) {condition}"
)
"""A range of one number stands in for `=`, so that no extension has to be installed."""
TRIGGER = """
CREATE TRIGGER {name}_{when} BEFORE {event} ON {table} FOR EACH ROW {condition} BEGIN
  SELECT RAISE(ABORT, '{name}') WHERE EXISTS (
    SELECT 1 FROM {table} WHERE {key} = NEW.{key} {others} AND id IS NOT NEW.id
    AND {begin} < NEW.{end} AND {end} > NEW.{begin}
  );
END
"""


def statements(guard: Guard, vendor: str) -> dict[str, str]:
    """Names of what guards a table, and how each is made."""
    parts = guard._asdict()
    if vendor == "postgresql":
        condition = f"WHERE ({guard.where} = '')" if guard.where else ""
        return {guard.name: EXCLUDE.format(**parts, condition=condition)}
    parts["condition"] = f"WHEN NEW.{guard.where} = ''" if guard.where else ""
    parts["others"] = f"AND {guard.where} = ''" if guard.where else ""
    events = {"insert": "INSERT", "update": f"UPDATE OF {guard.columns}"}
    return {f"{guard.name}_{when}": TRIGGER.format(**parts, when=when, event=event) for when, event in events.items()}


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Statements that make what is not there."""
    wanted = {name: made for guard in GUARDS for name, made in statements(guard, connection.vendor).items()}
    look = (
        "SELECT conname FROM pg_constraint WHERE contype = 'x' AND conname = ANY(%s)"
        if connection.vendor == "postgresql"
        else f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND name IN ({', '.join(['%s'] * len(wanted))})"
    )
    with connection.cursor() as cursor:
        cursor.execute(look, [list(wanted)] if connection.vendor == "postgresql" else list(wanted))
        found = {name for (name,) in cursor.fetchall()}
    return [made for name, made in wanted.items() if name not in found]


def ensure(connection: BaseDatabaseWrapper) -> None:
    """Set what is missing. Raises IntegrityError on PostgreSQL where rows overlap already."""
    for statement in missing(connection):
        with connection.cursor() as cursor:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the guards away: for tests that show that nothing else holds, and to migrate back."""
    with connection.cursor() as cursor:
        for guard in GUARDS:
            for name in statements(guard, connection.vendor):
                cursor.execute(
                    f"ALTER TABLE {guard.table} DROP CONSTRAINT IF EXISTS {name}"
                    if connection.vendor == "postgresql"
                    else f"DROP TRIGGER IF EXISTS {name}"
                )


def after_migrate(sender: AppConfig, using: str = DEFAULT_DB_ALIAS, **signal: object) -> None:
    """Whatever a migration rebuilt is guarded again."""
    connection = connections[using]
    tables = connection.introspection.table_names()
    if all(guard.table in tables for guard in GUARDS):
        ensure(connection)


def check_guards(databases: Sequence[str] | None = None, **options: object) -> Iterable[CheckMessage]:
    """A system check: `check --database default`, which `serve` asks before it starts.

    A warning: an error would keep `migrate` from running, which asks too before it sets what is missing.
    """
    for alias in databases or ():
        connection = connections[alias]
        if GUARDS[0].table in connection.introspection.table_names() and missing(connection):
            yield Warning("Nothing keeps bookings apart.", hint="Run `manage.py migrate`.", id="rooms.W001")
