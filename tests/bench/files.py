"""The order files to measure with, written once into the bench's folder in Douyin's real 73-column layout."""

import csv
import inspect
from collections.abc import Callable
from hashlib import sha256
from itertools import islice
from pathlib import Path

import openpyxl

from tests.bench import orders as orders_module
from tests.bench import worlds
from tests.bench.orders import VARYING, Market, orders
from tests.bench.worlds import LONG_DAY, SAMPLES, busy_market, long_broadcast, sample_market

SHEET_ROWS = 50_000
MANY_ROWS = 1_000_000
LONG_ROWS = 20_000


def made(folder: Path, name: str, write: Callable[[Path], None]) -> Path:
    """The file of that name, written where the generator has changed since."""
    source = inspect.getsource(orders_module) + inspect.getsource(worlds) + Path(__file__).read_text()
    stem, _dot, ending = name.partition(".")
    path = folder / f"{stem}-{sha256(source.encode()).hexdigest()[:8]}.{ending}"
    if not path.exists():
        for stale in folder.glob(f"{stem}-????????.{ending}"):
            stale.unlink()
        half = path.with_suffix(".half")
        write(half)
        half.rename(path)
    return path


def header_and_filling() -> tuple[list[str], list[str]]:
    """The 73 headers, and the cells of a real row to fill the columns with that do not vary."""
    with (SAMPLES / "douyin-73.csv").open(encoding="utf-8-sig", newline="") as file:
        header, filling = islice(csv.reader(file), 2)
    return header, [cell.strip() for cell in filling]


def write_workbook(path: Path, count: int = SHEET_ROWS) -> None:
    """Rows of the samples' shop as xlsx, every cell a text, as Douyin writes it."""
    header, filling = header_and_filling()
    places = [header.index(column) for column in VARYING]
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.append(header)
    for values in orders(sample_market(), count):
        for place, value in zip(places, values, strict=True):
            filling[place] = str(value)
        sheet.append(filling)
    workbook.save(path)


def write_small_workbook(path: Path) -> None:
    """A tenth of that, for a quick run."""
    write_workbook(path, SHEET_ROWS // 10)


def write_sheet_as_csv(path: Path) -> None:
    """The same 50,000 rows as csv."""
    write_csv(path, orders(sample_market(), SHEET_ROWS))


def write_million(path: Path) -> None:
    """A million rows of the busy township's 600 days."""
    write_csv(path, orders(busy_market(), MANY_ROWS))


def write_first_month(path: Path) -> None:
    """The first 50,000 of that million: thirty days, as dense."""
    write_csv(path, islice(orders(busy_market(), MANY_ROWS), SHEET_ROWS))


def write_long_day(path: Path) -> None:
    """20,000 rows of one streamer's, one session's and one product's, all in one day."""
    broadcast = long_broadcast()
    market = Market([broadcast.account], [broadcast], list(broadcast.line_up), LONG_DAY, 1)
    rows = orders(market, LONG_ROWS)
    write_csv(path, ((*values[:-2], broadcast.account, "直播") for values in rows))


def write_csv(path: Path, rows: object) -> None:
    """Streamed, every cell quoted and led by a TAB, as Douyin writes it."""
    header, filling = header_and_filling()
    for place in (header.index(column) for column in VARYING):
        filling[place] = f"%({header[place]})s"
    template = ",".join(f'"\t{cell}"' for cell in filling) + "\r\n"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(",".join(f'"{column}"' for column in header) + "\r\n")
        file.writelines(template % dict(zip(VARYING, values, strict=True)) for values in rows)
