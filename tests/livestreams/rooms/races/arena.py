"""A database of its own to fight in: a copy of the tests' one, so that what is committed there harms no other test."""

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from tests.livestreams.sales.processes import administer


@contextmanager
def arena(folder: Path) -> Iterator[None]:
    """The default connection, of every thread and child process, leads to a copy while this is open."""
    told = connection.settings_dict
    model = told["NAME"]
    connection.close()
    told["NAME"] = copy_of(model, folder)
    try:
        yield
    finally:
        connection.close()
        if connection.vendor == "postgresql":
            administer(f"DROP DATABASE {told['NAME']} WITH (FORCE)")
        told["NAME"] = model


def copy_of(model: str, folder: Path) -> str:
    if connection.vendor == "postgresql":
        name = f"arena_{uuid.uuid4().hex}"
        administer(f"CREATE DATABASE {name} TEMPLATE {model}")
        return name
    return str(shutil.copy(model, folder / "arena.sqlite3"))
