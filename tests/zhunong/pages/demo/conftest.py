import csv
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import msoffcrypto
import pytest
from python_calamine import CalamineWorkbook

from zhunong.pages.demo import DemoOrderFile, DemoWorld, write_demo_world

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> DemoWorld:
    return write_demo_world(tmp_path_factory.mktemp("demo"), TODAY)


@pytest.fixture(scope="session")
def table(world: DemoWorld) -> Callable[[str], list[dict[str, str]]]:
    return lambda name: list(csv.DictReader(StringIO((world.tables / f"{name}.csv").read_text("utf-8"))))


@pytest.fixture(scope="session")
def grids(world: DemoWorld) -> dict[Path, list[list[str]]]:
    """Every order file's cells, header row first, TABs and ="…" taken off."""
    return {file.path: [[tidy(cell) for cell in row] for row in read_grid(file)] for file in world.orders}


def read_grid(file: DemoOrderFile) -> list[list[object]]:
    content = file.path.read_bytes()
    if file.path.suffix == ".csv":
        return list(csv.reader(StringIO(decode(content))))
    book = BytesIO(unlock(content, file.path.stem[-6:]) if file.password else content)
    return CalamineWorkbook.from_filelike(book).get_sheet_by_index(0).to_python()


def decode(content: bytes) -> str:
    return content.decode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "gb18030")


def unlock(content: bytes, password: str) -> bytes:
    locked, opened = msoffcrypto.OfficeFile(BytesIO(content)), BytesIO()
    locked.load_key(password=password)
    locked.decrypt(opened)
    return opened.getvalue()


def tidy(cell: object) -> str:
    text = "" if cell is None else str(cell).strip()
    return text[2:-1] if text.startswith('="') else text
