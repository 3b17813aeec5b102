"""Zip files that hold one table."""

import shutil
from tempfile import TemporaryFile
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from livestreams.sales.reading.refusal import Refused

LARGEST = 2 << 30
TABLES = (".csv", ".xlsx", ".xls", ".xlsm", ".xlsb", ".tsv", ".htm", ".html", ".et")
IGNORED = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
UTF8_NAME, ENCRYPTED = 0x800, 0x1


def only_table(archive: ZipFile) -> tuple[str, BinaryIO]:
    """Name and bytes of the one table inside. Raises `Refused`, and `BadZipFile` where the bytes are damaged."""
    member = only_member(archive)
    if member.flag_bits & ENCRYPTED:
        raise Refused("locked_zip")
    if member.file_size > LARGEST:
        raise Refused("too_large")
    return name_of(member), unpacked(archive, member)


def only_member(archive: ZipFile) -> ZipInfo:
    files = [member for member in archive.infolist() if not member.is_dir() and not is_ignored(member.filename)]
    tables = [member for member in files if member.filename.lower().endswith(TABLES)] or files
    if len(tables) > 1:
        raise Refused("several_files")
    if not tables:
        raise Refused("not_a_table")
    return tables[0]


def is_ignored(name: str) -> bool:
    return name.startswith(IGNORED) or name.rpartition("/")[2].startswith((*IGNORED, "."))


def name_of(member: ZipInfo) -> str:
    """The member's name; Chinese programs write it in GBK without saying so."""
    if member.flag_bits & UTF8_NAME:
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def unpacked(archive: ZipFile, member: ZipInfo) -> BinaryIO:
    """The member's bytes in a file without a name."""
    target = TemporaryFile()  # noqa: SIM115 - the caller reads it
    try:
        with archive.open(member) as packed:
            shutil.copyfileobj(packed, target, 1 << 20)
    except (ZlibError, EOFError, NotImplementedError):
        raise BadZipFile from None
    return target


def unpacked_size(archive: ZipFile) -> int:
    return sum(member.file_size for member in archive.infolist())
