"""The process that reads one file and then ends; run as `python -m livestreams.sales.reading.child FD`.

Buyers' names, phones and addresses exist in this process alone: it tells its parent kept columns and nothing else,
has no standard error, leaves no core dump, and dies with its parent.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from traceback import walk_tb
from typing import Any, BinaryIO

from livestreams.sales.reading.frames import write_frame
from livestreams.sales.reading.opening import Source
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.whole_file import Options, send_file

PR_SET_PDEATHSIG = 1
MOST_MEMORY = 4 << 30
OUR_CODE = Path(__file__).parent


def main() -> None:
    """Read the options from standard input, the file from the descriptor named, write frames to standard output."""
    pipe = own_output()
    asked = json.load(sys.stdin)
    harden(asked.pop("parent"))
    with os.fdopen(int(sys.argv[1]), "rb") as stream:
        try:
            report(stream, Options(**asked), pipe)
        except BrokenPipeError:
            os._exit(1)


def own_output() -> BinaryIO:
    """The pipe to the parent; whatever a library prints goes nowhere."""
    pipe = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return pipe


def harden(parent: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def report(stream: BinaryIO, options: Options, pipe: BinaryIO) -> None:
    """Every end of the reading becomes a frame; an unforeseen one tells where it happened, never what it said."""

    def send(kind: str, content: Any) -> None:
        write_frame(pipe, kind, content)

    try:
        send_file(Source(stream, [options.file_name], options.password), options, send)
    except BrokenPipeError:
        raise
    except Refused as refused:
        bad = [asdict(row) for row in refused.bad]
        send("refused", {"code": refused.code, "params": refused.params, "bad": bad})
    except Exception as error:
        send("refused", {"code": "unreadable", "params": {"where": where(error)}, "bad": []})


def where(error: BaseException) -> str:
    """The error's class and our own line that it came from, such as `KeyError at rows.py:12`."""
    ours = [(frame, line) for frame, line in walk_tb(error.__traceback__) if is_ours(frame.f_code.co_filename)]
    place = f"{Path(ours[-1][0].f_code.co_filename).name}:{ours[-1][1]}" if ours else "?"
    return f"{type(error).__name__} at {place}"


def is_ours(file_name: str) -> bool:
    return Path(file_name).parent == OUR_CODE


if __name__ == "__main__":
    main()
