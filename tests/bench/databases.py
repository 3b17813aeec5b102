"""Fresh migrated databases with a world in them, made by copying, on SQLite or the PostgreSQL of `DATABASE_URL`.

The database that `DATABASE_URL` names is never touched: on its server the bench makes and drops databases of its own.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests.bench.processes import manage

PREFIX = "zhunong_bench_"


class Databases:
    """Databases by name, under one roof."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        url = os.environ.get("DATABASE_URL", "")
        self.server = urlsplit(url) if url.startswith("postgres") else None

    @property
    def vendor(self) -> str:
        return "postgresql" if self.server else "sqlite"

    def environment(self, name: str) -> dict[str, str]:
        """What a command needs to work on that database and to leave the site's own alone."""
        url = f"sqlite:///{self.path(name)}"
        if self.server:
            url = f"{self.server.scheme}://{self.server.netloc}/{PREFIX}{name}?{self.server.query}"
        return {"VAR_DIR": str(self.folder), "DATABASE_URL": url}

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"

    def world(self, name: str, tables: Path) -> None:
        """Make a database anew: migrated, with the tables of a folder loaded."""
        if self.server:
            self.create(name)
        else:
            self.remove_files(name)
        manage(["migrate", "-v0"], self.environment(name))
        manage(["load_tables", str(tables)], self.environment(name))

    def copy(self, of: str, name: str) -> dict[str, str]:
        """A fresh copy of a database. Returns its environment."""
        if self.server:
            self.create(name, template=of)
        else:
            self.remove_files(name)
            shutil.copyfile(self.path(of), self.path(name))
        return self.environment(name)

    def remove_files(self, name: str) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path(name)}{ending}").unlink(missing_ok=True)
        shutil.rmtree(f"{self.path(name)}-locks", ignore_errors=True)

    def create(self, name: str, template: str = "") -> None:
        """CREATE DATABASE in place of one of the same name."""
        new, old = sql.Identifier(PREFIX + name), sql.Identifier(PREFIX + template if template else "template1")
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(new))
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(new, old))

    def exists(self, name: str) -> bool:
        if not self.server:
            return self.path(name).exists()
        with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [PREFIX + name])
            return found.fetchone() is not None

    def drop(self, names: Iterable[str]) -> None:
        """Leave nothing of these."""
        for name in names:
            if not self.server:
                self.remove_files(name)
                continue
            with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
                connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(PREFIX + name)))
