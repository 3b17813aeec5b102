"""Which characters a text file is written in, found by one streaming pass (order-exports.md, section 10)."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from dataclasses import dataclass
from typing import BinaryIO

from livestreams.sales.reading.refusal import Refused

BLOCK = 1 << 20
CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1c\x1d\x1e\x1f\x1b")


@dataclass(frozen=True)
class TextKind:
    """How to decode a file, and whether its last line is ended."""

    encoding: str
    line_ended: bool


def text_kind(stream: BinaryIO) -> TextKind:
    """Leaves the stream at its start. Raises `Refused`: not_a_table, unknown_encoding, cut_off."""
    stream.seek(0)
    start = stream.read(4096)
    if not start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) and start.translate(None, CONTROLS) != start:
        raise Refused("not_a_table")
    for encoding in candidates(start):
        kind = decoded_by(stream, encoding)
        if kind is not None:
            stream.seek(0)
            return kind
    raise Refused("unknown_encoding")


def candidates(start: bytes) -> tuple[str, ...]:
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ("utf-16",)
    return ("utf-8-sig",) if start.startswith(BOM_UTF8) else ("utf-8", "gb18030")


def decoded_by(stream: BinaryIO, encoding: str) -> TextKind | None:
    """None where the encoding does not fit. A character cut in two at the very end means a file cut off."""
    decoder = getincrementaldecoder(encoding)("strict")
    stream.seek(0)
    last = ""
    try:
        while block := stream.read(BLOCK):
            text = decoder.decode(block)
            if "\0" in text:
                raise Refused("not_a_table")
            last = text[-1:] or last
    except UnicodeDecodeError:
        return None
    if decoder.getstate()[0]:
        raise Refused("cut_off")
    return TextKind(encoding, last in ("\n", "\r"))
