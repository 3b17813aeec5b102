"""Sees each statement that writes what visitors see, whoever sends it: a form, a bulk load, a great update.

Signals would miss `update` and `bulk_create`; a list of places to call from would be forgotten.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from typing import Any

from django.db import connections, transaction
from django.utils import timezone

from zhunong.caching.models import Change

WRITING = re.compile(r'(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM|TRUNCATE) "?(\w+)"?')
KEPT = timedelta(hours=2)
"""Longer than any page is kept; older marks are swept."""
HIDDEN = (
    "caching_", "django_", "axes_", "auth_", "sales_", "wagtailadmin_", "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry", "wagtailcore_referenceindex", "wagtailcore_uploadedfile", "media_customrendition",
)  # fmt: skip
"""Beginnings of names of tables of which visitors see nothing. All others count, also those that are made later."""
SHOWN = frozenset({"sales_claim"})
"""What visitors see nevertheless."""
state = {"paused": False}
"""While tables are made there may be none for marks."""


@lru_cache(4096)
def is_shown(table: str) -> bool:
    """Whether visitors may see something of the table."""
    return table in SHOWN or not table.startswith(HIDDEN)


def watch(connection: Any, **kwargs: object) -> None:
    """Receiver of `connection_created`."""
    if not any(isinstance(wrapper, Watch) for wrapper in connection.execute_wrappers):
        connection.execute_wrappers.append(Watch(connection))


class Watch:
    """Looks at each statement of one connection; costs readers nothing but a glance at its first letter."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.is_waiting = False
        """Outside a transaction SQLite can write no mark while a row that was just inserted is still being told."""

    def __call__(self, execute: Callable, sql: Any, params: Any, many: bool, context: dict) -> Any:
        if self.is_waiting:
            self.catch_up()
        result = execute(sql, params, many, context)
        if isinstance(sql, str) and sql[:1] in "IUDT" and (found := WRITING.match(sql)) and is_shown(found[1]):
            self.is_waiting = not self.connection.in_atomic_block and "RETURNING" in sql
            if not self.is_waiting:
                note_change(self.connection)
        return result

    def catch_up(self) -> None:
        self.is_waiting = False
        note_change(self.connection)


def catch_up(using: str, **kwargs: object) -> None:
    """Receiver of `post_save`: by then the row has been told."""
    for wrapper in connections[using].execute_wrappers:
        if isinstance(wrapper, Watch) and wrapper.is_waiting:
            wrapper.catch_up()


def note_change(connection: Any) -> None:
    """One mark for each transaction; one that was rolled back with a savepoint is made anew."""
    if state["paused"] or any(entry[1] is sweep for entry in connection.run_on_commit):
        return
    Change.objects.using(connection.alias).create()
    transaction.on_commit(sweep, using=connection.alias, robust=True)


def sweep() -> None:
    """Marks that no page is kept under any more; after the commit, so that nobody waits for it."""
    Change.objects.filter(made_at__lt=timezone.now() - KEPT).delete()


def pause(**kwargs: object) -> None:
    state["paused"] = True


def go_on(using: str, **kwargs: object) -> None:
    """Migrations may have changed anything."""
    state["paused"] = Change._meta.db_table not in connections[using].introspection.table_names()
    if not state["paused"]:
        Change.objects.using(using).create()
