"""An order file as the rest of the site sees it; the reading itself happens in a child process."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, BinaryIO, Self

import livestreams
from livestreams.sales.reading.bad_rows import BadRow, Summary
from livestreams.sales.reading.frames import read_frame
from livestreams.sales.reading.refusal import Refused

CHILD = "livestreams.sales.reading.child"
BLOCK = 1 << 20
PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONHOME")
"""All that the child gets of the environment: no secret of the site is in the process that opens strangers' files."""

Line = tuple[int, str, list[Any]]


class OrderFile:
    """One order file, read in a child process (contracts, section 2). A context manager.

    Amounts come in fen, times as `YYYY-MM-DD HH:MM:SS` Beijing time, all else as text; blank is None. `__enter__` and
    `chunks` raise `Refused`, the latter also after some chunks: keep nothing before it is exhausted. The stream is
    read from its start; its position is not kept.
    """

    def __init__(
        self,
        stream: BinaryIO,
        file_name: str,
        *,
        password: str | None = None,
        streamers: bool = True,
        skip_bad: bool = False,
        exported_at: str | None = None,
    ) -> None:
        self.stream = stream
        self.options = {
            "file_name": file_name,
            "password": password,
            "streamers": streamers,
            "skip_bad": skip_bad,
            "exported_at": exported_at,
        }
        self.platform = ""
        self.columns: list[str] = []
        self.size = 0
        self.sha256 = ""
        self.summary = Summary()
        self.progress: float | None = None
        self.file = -1
        self.copy: BinaryIO | None = None
        self.child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Let the child begin. `__enter__` does so too; earlier is useful where other work comes first."""
        if self.child is None:
            self.file = self.descriptor()
            self.child = start_child(self.file, self.options)

    def __enter__(self) -> Self:
        try:
            self.start()
            self.size, self.sha256 = size_and_hash(self.file)
            header = self.event("header")
        except BaseException:
            self.close()
            raise
        self.platform, self.columns = header["platform"], header["columns"]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def chunks(self) -> Iterator[list[Line]]:
        """The good rows, some 2000 at a time: row number in the sheet (1-based, header counted), line key, values in
        the order of `columns`. Once only; `summary` is filled at the end."""
        while True:
            kind, content = self.next_event()
            if kind == "summary":
                self.summary = summary_of(content)
                self.progress = 1.0
                return
            self.progress, lines = content
            yield lines

    def event(self, wanted: str) -> Any:
        kind, content = self.next_event()
        if kind != wanted:
            raise Refused("unreadable", where=f"{kind} instead of {wanted}")
        return content

    def next_event(self) -> tuple[str, Any]:
        """Raises `Refused`; a child that is gone without a word counts as such too."""
        if self.child is None or self.child.stdout is None:
            raise ValueError("the file is not open")
        frame = read_frame(self.child.stdout)
        if frame is None:
            raise Refused("unreadable", where=f"child ended with {self.child.wait()}")
        if frame[0] == "refused":
            raise refusal_of(frame[1])
        return frame

    def descriptor(self) -> int:
        """The file's own descriptor at its start, else that of a copy that has no name on disk."""
        own = own_descriptor(self.stream)
        if own is None:
            self.copy = TemporaryFile()  # noqa: SIM115 - closed by close()
            self.stream.seek(0)
            copyfileobj(self.stream, self.copy, BLOCK)
            self.copy.flush()
            own = self.copy.fileno()
        os.lseek(own, 0, os.SEEK_SET)
        return own

    def close(self) -> None:
        """End the child, whatever it is doing."""
        if self.child is not None:
            self.child.kill()
            if self.child.stdout:
                self.child.stdout.close()
            self.child.wait()
            self.child = None
        if self.copy is not None:
            self.copy.close()
            self.copy = None


def own_descriptor(stream: BinaryIO) -> int | None:
    try:
        found = stream.fileno()
        stream.flush()
        return found if stat.S_ISREG(os.fstat(found).st_mode) else None
    except (AttributeError, OSError, ValueError):
        return None


def start_child(file: int, options: dict[str, Any]) -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment["PYTHONPATH"] = str(Path(livestreams.__file__).parents[1])
    child = subprocess.Popen(
        [sys.executable, "-m", CHILD, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=(file,),
        env=environment,
        bufsize=BLOCK,
    )
    assert child.stdin is not None
    with suppress(BrokenPipeError), child.stdin as options_pipe:
        options_pipe.write(json.dumps(options | {"parent": os.getpid()}).encode())
    return child


def size_and_hash(file: int) -> tuple[int, str]:
    """While the child reads on: `pread` leaves the position, which both processes share, alone."""
    digest, size = sha256(), 0
    while block := os.pread(file, BLOCK, size):
        digest.update(block)
        size += len(block)
    return size, digest.hexdigest()


def refusal_of(content: dict[str, Any]) -> Refused:
    refused = Refused(content["code"], **content["params"])
    refused.bad = [BadRow(**row) for row in content["bad"]]
    return refused


def summary_of(content: dict[str, Any]) -> Summary:
    return Summary(**content | {"bad": [BadRow(**row) for row in content["bad"]]})
