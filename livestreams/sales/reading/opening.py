"""From bytes to tables: the first bytes tell the kind of file, its name's ending tells nothing."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from livestreams.sales.reading.csv_tables import csv_table
from livestreams.sales.reading.html_tables import html_table
from livestreams.sales.reading.locked import decrypted, holds_encrypted_package, passwords
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.tables import Table
from livestreams.sales.reading.workbooks import Locked, refuse_long_sheets, workbook_tables
from livestreams.sales.reading.zips import LARGEST, only_table, unpacked_size

ZIP, OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_FILES = (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")
HTML_STARTS = (b"<html", b"<table", b"<!doctype", b"<meta", b"<head", b"<body")


@dataclass
class Source:
    """The bytes of one file, the names it goes by (the outermost first) and the password given for it."""

    stream: BinaryIO
    names: list[str]
    password: str | None = None
    packed: bool = False

    @property
    def size(self) -> int:
        return self.stream.seek(0, os.SEEK_END)


def open_tables(source: Source) -> list[Table]:
    """The sheets of the file; a zip member's name is added to the names. Raises `Refused`."""
    size = source.size
    source.stream.seek(0)
    start = source.stream.read(1024)
    if not start:
        raise Refused("empty")
    if start.startswith(OTHER_FILES):
        raise Refused("not_a_table")
    if start.startswith(ZIP):
        return zipped(source)
    if start.startswith(OLE):
        return compound(source)
    return [text_reader(start)(source.stream, size)]


def text_reader(start: bytes) -> Callable[[BinaryIO, int], Table]:
    text = start.replace(b"\0", b"") if start[:2] in (b"\xff\xfe", b"\xfe\xff") else start
    text = text.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return html_table if text.startswith(HTML_STARTS) else csv_table


def zipped(source: Source) -> list[Table]:
    try:
        with ZipFile(source.stream) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" in names or "content.xml" in names:
                return xlsx(source, archive, names)
            if source.packed:
                raise Refused("not_a_table")
            member, stream = only_table(archive)
    except BadZipFile:
        raise Refused("cut_off") from None
    source.names.append(member)
    source.stream, source.packed = stream, True
    return open_tables(source)


def xlsx(source: Source, archive: ZipFile, names: set[str]) -> list[Table]:
    if "content.xml" not in names and not any(name.startswith("xl/") for name in names):
        raise Refused("not_a_table")
    if unpacked_size(archive) > LARGEST:
        raise Refused("too_large")
    refuse_long_sheets(archive)
    return workbook_tables(source.stream)


def compound(source: Source) -> list[Table]:
    if not holds_encrypted_package(source.stream):
        try:
            return workbook_tables(source.stream)
        except Locked:
            pass
    inside = decrypted(source.stream, passwords(source.password, reversed(source.names)))
    if inside is None:
        raise Refused("wrong_password" if source.password else "password_needed")
    source.stream = inside
    return workbook_tables(inside)
