"""Lists of livestreams as 电商罗盘 and 百应 write them, made for tests: no file of anybody's."""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl

HERE = Path(__file__).parent
COMPASS = (HERE / "compass_columns.txt").read_text(encoding="utf-8").split()
"""The 55 columns."""
HISTORY = (HERE / "history_columns.txt").read_text(encoding="utf-8").split()
NAME = "直播间列表-20260602090000.xlsx"


def livestream(**said: Any) -> dict[str, Any]:
    """One row of the compass; columns without a say are `-`."""
    plain = {
        "主播昵称": "主播甲", "主播抖音号": "9001", "直播开始时间": "2026/05/31 20:03:10",
        "直播结束时间": "2026/05/31 22:31:00",
        "直播时长(分钟)": "147.83", "直播间观看人数": "1,020", "直播间观看次数": "1,500", "平均在线人数": "12.4",
        "人均观看时长(分钟)": "1.5", "直播间成交金额": "3,280.50", "观看-成交率(次数)": "0.0421",
    }  # fmt: skip
    return plain | said


def cells_of(rows: tuple[dict[str, Any], ...], columns: list[str], above: tuple[str, ...]) -> list[list[Any]]:
    return [*([line] for line in above), columns, *([row.get(column, "-") for column in columns] for row in rows)]


def workbook(*rows: dict[str, Any], columns: list[str] = COMPASS, above: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    for cells in cells_of(rows, columns, above):
        book.active.append(cells)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def table(*rows: dict[str, Any], columns: list[str] = COMPASS, encoding: str = "gb18030") -> bytes:
    text = StringIO()
    csv.writer(text).writerows(cells_of(rows, columns, ()))
    return text.getvalue().encode(encoding)


def history(**said: Any) -> dict[str, Any]:
    """One row of 百应: no account, minutes alone, yuan signs."""
    plain = {
        "直播标题": "樱桃专场", "live_id": "7512345678901234567", "开播时间": "2026/05/31 20:03",
        "直播时长": "2小时27分50秒",
        "直播间观看人数": "1020", "直播间观看人次": "1500", "人均观看时长": "1分30秒",
        "直播间成交金额": "¥3,280.5", "预估佣金收入": "¥90",
    }  # fmt: skip
    return plain | said
