"""Locks that outlive transactions and fall open when their process dies: crediting, and reading a file."""

import fcntl
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.db import connection

SPACES = {"crediting": 2026_11, "reading": 2026_12}
"""First keys of our advisory locks on PostgreSQL."""
LARGEST_KEY = 2**31


@contextmanager
def crediting(townships: Iterable[int]) -> Iterator[None]:
    """Hold the crediting of these townships (primary keys), in their order, so that two holders cannot deadlock."""
    with ExitStack() as held:
        for township in sorted(set(townships)):
            held.enter_context(hold("crediting", township))
        yield


def is_crediting(township: int) -> bool:
    """Whether somebody alive holds the crediting of this township."""
    with hold("crediting", township, wait=False) as is_free:
        return not is_free


@contextmanager
def reading(order_import: int) -> Iterator[bool]:
    """Hold the reading of one import (primary key), without waiting. Gives whether it was free: nobody reads it."""
    with hold("reading", order_import, wait=False) as is_free:
        yield is_free
        if is_free and connection.vendor != "postgresql":
            lock_file("reading", order_import).unlink(missing_ok=True)


@contextmanager
def hold(space: str, key: int, wait: bool = True) -> Iterator[bool]:
    """Gives whether the lock is held; always, where it is waited for."""
    lock = hold_advisory_lock if connection.vendor == "postgresql" else hold_file_lock
    with lock(space, key, wait) as is_held:
        yield is_held


@contextmanager
def hold_advisory_lock(space: str, key: int, wait: bool) -> Iterator[bool]:
    """A lock of the PostgreSQL session: gone with the connection."""
    keys = [SPACES[space], key % LARGEST_KEY]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {'pg_advisory_lock' if wait else 'pg_try_advisory_lock'}(%s, %s)", keys)
        is_held = wait or bool(cursor.fetchone()[0])
    try:
        yield is_held
    finally:
        if is_held and connection.connection and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", keys)


@contextmanager
def hold_file_lock(space: str, key: int, wait: bool) -> Iterator[bool]:
    """A lock on a file beside the database: gone with the process. SQLite means one machine."""
    with open(lock_file(space, key), "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def lock_file(space: str, key: int) -> Path:
    folder = Path(f"{connection.settings_dict['NAME']}-locks")
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{space}-{key}"
