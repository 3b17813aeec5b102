"""What child and parent say to each other: length-prefixed marshal frames over a pipe."""

import marshal
from struct import Struct
from typing import IO, Any

LENGTH = Struct(">I")


def write_frame(pipe: IO[bytes], kind: str, content: Any) -> None:
    """Send one event. Raises `BrokenPipeError` where nobody listens any more."""
    body = marshal.dumps((kind, content))
    pipe.write(LENGTH.pack(len(body)) + body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[str, Any] | None:
    """The next event, None where the other end is gone."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = pipe.read(length)
    return marshal.loads(body) if len(body) == length else None
