"""Commands as somebody types them: timed from start to exit, with the peak memory of them and their children."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).parent.parent.parent
MANAGE = [sys.executable, str(ROOT / "site" / "manage.py")]
POLL_SECONDS = 0.1


@dataclass(frozen=True)
class Run:
    """What a finished command took and said."""

    seconds: float
    output: str
    peak_bytes: int
    """The peaks of the command and of its children, summed: an upper bound of what was taken at any one time."""


def run(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Run a command to its end. Raises `RuntimeError` with what it said where it fails."""
    with tempfile.TemporaryFile("w+") as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE, stderr=errors, text=True
        )
        with Memory(process.pid) as memory:
            output, _nothing = process.communicate()
        seconds = time.perf_counter() - started
        if process.returncode:
            errors.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{output[-2000:]}{errors.read()[-4000:]}")
    return Run(seconds, output, memory.peak_bytes)


def manage(arguments: Sequence[str], environment: dict[str, str]) -> Run:
    return run([*MANAGE, *arguments], environment)


class Memory:
    """Watches the high-water marks of a process and its descendants while it runs. A context manager."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.peaks: dict[int, int] = {}
        self.over = Event()
        self.thread = Thread(target=self.watch, daemon=True)

    def __enter__(self) -> "Memory":
        self.thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.over.set()
        self.thread.join()

    @property
    def peak_bytes(self) -> int:
        return sum(self.peaks.values())

    def watch(self) -> None:
        while not self.over.wait(POLL_SECONDS):
            for pid in family(self.pid):
                with suppress(OSError, StopIteration):
                    self.peaks[pid] = high_water(pid)


def family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from family(int(child))


def high_water(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
