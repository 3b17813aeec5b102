"""From bytes to tables, in the site's own process: so what unpacks to too much is refused before it is unpacked."""

from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from livestreams.sales.reading.locked import decrypted, holds_encrypted_package, passwords
from livestreams.sales.reading.opening import OLE, ZIP, Source, open_tables
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.tables import Table
from livestreams.sales.reading.workbooks import workbook_tables
from livestreams.sales.reading.zips import unpacked_size

LARGEST = 20 << 20
MOST_UNPACKED = 100 << 20


def tables_of(source: Source) -> list[Table]:
    """The sheets of a list, locked ones too. Raises Refused, whatever is odd about the file."""
    if source.size > LARGEST:
        raise Refused("too_large")
    try:
        return opened(source)
    except Refused:
        raise
    except Exception as error:
        raise Refused("unreadable", where=type(error).__name__) from error


def opened(source: Source) -> list[Table]:
    source.stream.seek(0)
    start = source.stream.read(8)
    if start.startswith(ZIP):
        return workbook(source.stream)
    if start.startswith(OLE) and holds_encrypted_package(source.stream):
        inside = decrypted(source.stream, passwords(source.password, source.names))
        if inside is None:
            raise Refused("wrong_password" if source.password else "password_needed")
        return workbook(inside)
    return open_tables(source)


def workbook(stream: BinaryIO) -> list[Table]:
    try:
        with ZipFile(stream) as archive:
            if not any(name.startswith("xl/") for name in archive.namelist()):
                raise Refused("zipped")
            if unpacked_size(archive) > MOST_UNPACKED:
                raise Refused("too_large")
    except BadZipFile:
        raise Refused("cut_off") from None
    return workbook_tables(stream)
