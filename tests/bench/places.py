"""Where a run takes place: its folder, its databases, how thorough it is."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.databases import Databases
from tests.bench.processes import ROOT


@dataclass(frozen=True)
class Place:
    """What every part of the bench needs to know."""

    folder: Path
    databases: Databases
    is_quick: bool = False

    @property
    def repeats(self) -> int:
        return 1 if self.is_quick else 3


def place(is_quick: bool) -> Place:
    """The bench's own folder in `VAR_DIR`, and databases of its own there or on `DATABASE_URL`'s server."""
    folder = Path(os.environ.get("VAR_DIR") or ROOT / "var").resolve() / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    return Place(folder, Databases(folder), is_quick)


def say(text: str) -> None:
    """Progress, which is no part of the result."""
    print(text, file=sys.stderr, flush=True)
