"""Workbooks behind a password, decrypted in memory alone."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from livestreams.sales.reading.refusal import Refused

COPY_NUMBER = re.compile(r"\s*[(（]\d+[)）]$", re.ASCII)
PASSWORD_LENGTH = 6
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def holds_encrypted_package(stream: BinaryIO) -> bool:
    """Whether an OLE file is an encrypted xlsx; its directory names the part."""
    stream.seek(0)
    tail = b""
    while block := stream.read(1 << 20):
        if ENCRYPTED_PACKAGE in tail + block:
            return True
        tail = block[-len(ENCRYPTED_PACKAGE) :]
    return False


def password_from_name(file_name: str) -> str:
    """The last six characters of the stem, a copy's ` (1)` taken off: so Kuaishou names its files."""
    stem = PurePath(file_name).stem
    while (shorter := COPY_NUMBER.sub("", stem)) != stem:
        stem = shorter
    return stem[-PASSWORD_LENGTH:]


def passwords(given: str | None, file_names: Iterable[str]) -> Iterator[str]:
    """What to try, the given one first."""
    tried = [given or "", *map(password_from_name, file_names)]
    yield from dict.fromkeys(password for password in tried if password)


def decrypted(stream: BinaryIO, candidates: Iterable[str]) -> BytesIO | None:
    """The workbook inside, None where no password fits."""
    for password in candidates:
        if (found := decrypted_by(stream, password)) is not None:
            return found
    return None


def decrypted_by(stream: BinaryIO, password: str) -> BytesIO | None:
    from msoffcrypto import OfficeFile
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    stream.seek(0)
    inside = BytesIO()
    try:
        locked = OfficeFile(stream)
        locked.load_key(password=password)
        locked.decrypt(inside)
    except (DecryptionError, InvalidKeyError, FileFormatError):
        return None
    except OSError:
        raise Refused("cut_off") from None
    inside.seek(0)
    return inside
