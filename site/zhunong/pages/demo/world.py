"""The demo world: two months of a township that sells by livestream, as tables and as order files."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from zhunong.pages.demo.drawing import draw_lines
from zhunong.pages.demo.exports import Export, plan_exports
from zhunong.pages.demo.files import write_orders
from zhunong.pages.demo.lines import Line
from zhunong.pages.demo.people import SHOPS
from zhunong.pages.demo.sessions import Session, plan_sessions
from zhunong.pages.demo.tables import write_tables

DAYS = 61


@dataclass(frozen=True)
class DemoOrderFile:
    """An order file, the shop that it belongs to, and what it holds."""

    path: Path
    platform: str
    account_id: str
    exported_at: datetime
    rows: int
    password: str = ""


@dataclass(frozen=True)
class DemoWorld:
    """What was written, for those who load it; order files may be imported in any order."""

    tables: Path
    orders: list[DemoOrderFile]
    first: date
    last: date
    """Yesterday: the last day with sessions and orders."""


def write_demo_world(directory: Path, today: date) -> DemoWorld:
    """Write `tables/` and `orders/` into the directory; the same `today` gives the same world."""
    first, last = today - timedelta(days=DAYS), today - timedelta(days=1)
    sessions = plan_sessions(first, last)
    write_tables(directory / "tables", sessions, first + timedelta(days=DAYS // 2))
    return DemoWorld(directory / "tables", write_files(directory / "orders", sessions, first, last), first, last)


def write_files(folder: Path, sessions: list[Session], first: date, last: date) -> list[DemoOrderFile]:
    folder.mkdir(parents=True, exist_ok=True)
    lines = {platform: draw_lines(platform, sessions, first, last) for platform in SHOPS}
    written = [write_file(folder, export, lines[export.platform]) for export in plan_exports(first, last)]
    return [file for file in written if file]


def write_file(folder: Path, export: Export, lines: list[Line]) -> DemoOrderFile | None:
    """None where the shop sold nothing in those days: no platform exports an empty file."""
    seen = [line.seen_at(export.moment) for line in lines if export.holds(line)]
    if not seen:
        return None
    path, shop = folder / export.name, SHOPS[export.platform]
    write_orders(path, export.layout, seen, export.password)
    return DemoOrderFile(path, shop.platform, shop.account_id, export.moment, len(seen), export.password)
