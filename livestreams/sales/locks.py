"""One lock a township for all crediting: it outlives transactions and falls open when its process dies."""

import fcntl
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

from django.conf import settings
from django.db import connection

LOCK_SPACE = 2026_11  # first key of our advisory locks on PostgreSQL


@contextmanager
def crediting(townships: Iterable[int]) -> Iterator[None]:
    """Hold the crediting of these townships (primary keys), in their order, so that two holders cannot deadlock."""
    hold = hold_advisory_lock if connection.vendor == "postgresql" else hold_file_lock
    with ExitStack() as held:
        for township in sorted(set(townships)):
            held.enter_context(hold(township))
        yield


@contextmanager
def hold_advisory_lock(township: int) -> Iterator[None]:
    """A lock of the PostgreSQL session: gone with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [LOCK_SPACE, township])
    try:
        yield
    finally:
        if connection.connection and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK_SPACE, township])


@contextmanager
def hold_file_lock(township: int) -> Iterator[None]:
    """A lock on a file in `VAR_DIR`: gone with the process. SQLite means one machine."""
    folder = settings.VAR_DIR / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f"crediting-{township}", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
