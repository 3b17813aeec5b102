"""The site as real processes on a database of its own."""

import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests.livestreams.sales.builders import write_world

HELD_UP = Path(__file__).with_name("held_up.py")
ROOT = Path(__file__).parents[3]
PATIENCE = 240
TELL = """
import json
from livestreams.sales.checking import check_totals
from livestreams.sales.models import *
from livestreams.sales.totals import Question, ask
from django.core.management import call_command
dead = {"rows": StagedRow, "lines": StagedLine}
tell = lambda: print(json.dumps({
    "total": ask(Question()).total[1:6],
    "teams": {str(each.keys[0]): each.paid_fen for each in ask(Question(("team",))).rows},
    "differences": check_totals().differences,
    "imports": list(OrderImport.objects.values_list("state", flat=True)),
    "staged": {name: model.objects.count() for name, model in dead.items()},
    "loose_chunks": SightingChunk.objects.exclude(order_import__state__in=["applied", "undone"]).count(),
}))
"""


@dataclass
class Site:
    """A database of its own and the commands that run on it."""

    folder: Path
    url: str

    def __post_init__(self) -> None:
        path = f"{ROOT}{os.pathsep}{ROOT / 'site'}"
        self.env = os.environ | {"VAR_DIR": str(self.folder), "DATABASE_URL": self.url, "PYTHONPATH": path}
        self.env.pop("DJANGO_SETTINGS_MODULE", None)

    def run(self, *arguments: object) -> str:
        """A command that has to succeed. Returns what it said."""
        done = self.start(*arguments)
        output, errors = done.communicate(timeout=PATIENCE)
        assert done.returncode == 0, errors
        return output

    def start(self, *arguments: object, holds: list[dict] | None = None) -> subprocess.Popen:
        program = [HELD_UP, json.dumps(holds)] if holds else [ROOT / "site" / "manage.py"]
        return subprocess.Popen(
            [sys.executable, *map(str, program), *map(str, arguments)],
            env=self.env,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def tell(self) -> dict:
        """How things stand."""
        return json.loads(self.run("shell", "-v0", "-c", f"{TELL}tell()"))

    def tell_around(self, *command: object) -> list[dict]:
        """How things stand before a command in JSON, what it says, and how things stand after it; in one process."""
        act = f"tell(); call_command(*{[str(word) for word in command]}); tell()"
        return [json.loads(said) for said in self.run("shell", "-v0", "-c", f"{TELL}{act}").splitlines()]


def wait_for(path: Path, process: subprocess.Popen) -> None:
    patience = time.monotonic() + PATIENCE
    while not path.exists():
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < patience, f"{path.name} never came"
        time.sleep(0.02)


@contextmanager
def new_site(folder: Path) -> Iterator[Site]:
    """A site with the small world loaded, on this run's kind of database."""
    folder.mkdir(parents=True, exist_ok=True)
    with database(folder, None) as url:
        site = Site(folder, url)
        site.run("migrate", "-v0")
        (folder / "tables").mkdir()
        site.run("load_tables", write_world(folder / "tables"))
        yield site


@contextmanager
def copy_of(site: Site, folder: Path) -> Iterator[Site]:
    folder.mkdir(parents=True, exist_ok=True)
    with database(folder, site.url) as url:
        yield Site(folder, url)


@contextmanager
def database(folder: Path, model: str | None) -> Iterator[str]:
    """The address of a new database, empty or as the one at another address is."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        path = folder / "site.sqlite3"
        if model:
            shutil.copy(model.removeprefix("sqlite:///"), path)
        yield f"sqlite:///{path}"
        return
    name, url = f"site_{uuid.uuid4().hex}", os.environ["DATABASE_URL"]
    parts = url.rpartition("/postgres?")
    template = f" TEMPLATE {model[len(parts[0]) + 1 :].partition('?')[0]}" if model else ""
    administer(f"CREATE DATABASE {name}{template}")
    try:
        yield f"{parts[0]}/{name}?{parts[2]}"
    finally:
        administer(f"DROP DATABASE {name} WITH (FORCE)")


def administer(statement: str) -> None:
    """On PostgreSQL, outside the databases that tests use."""
    import psycopg

    params = {**connection.get_connection_params(), "dbname": "postgres"}
    known = {name: params[name] for name in ("host", "port", "user", "password", "dbname") if params.get(name)}
    with psycopg.connect(**known, autocommit=True) as administration:
        administration.execute(statement)
