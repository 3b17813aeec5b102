"""Builders of order files. Fixtures that are functions, so that tests need no helper module."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from typing import Any

import msoffcrypto
import openpyxl
import pytest
import xlwt

from livestreams.sales.reading import OrderFile, Refused, Summary

DOUYIN = {
    "主订单编号": "\t6917000000000000011",
    "子订单编号": "\t6917000000000000012",
    "选购商品": "大樱桃3斤装",
    "商品规格": "默认",
    "商品数量": "2",
    "商品ID": "8766914763797192749",
    "商家编码": "AY-YT-3J",
    "订单应付金额": "52.59",
    "收件人": "王五",
    "收件人手机号": "13800138000",
    "省": "山西省",
    "详细地址": "某村1号",
    "买家留言": "打13800138000",
    "商家备注": "熟人李四",
    "订单提交时间": "2026-05-31 09:42:36",
    "支付完成时间": "2026-05-31 09:44:42",
    "订单状态": "已完成",
    "售后状态": "-",
    "达人ID": "520119501436697",
    "流量体裁": "直播",
}
Rows = list[dict[str, Any]]


@dataclass
class Reading:
    """What came out of a file that was read."""

    platform: str
    columns: list[str]
    lines: list[tuple[int, str, list[Any]]]
    summary: Summary
    size: int
    sha256: str
    chunk_sizes: list[int] = field(default_factory=list)

    def values(self, column: str) -> list[Any]:
        return [values[self.columns.index(column)] for _, _, values in self.lines]

    @property
    def keys(self) -> list[str]:
        return [key for _, key, _ in self.lines]


def read_bytes(content: bytes, name: str = "orders.csv", **options: Any) -> Reading:
    with OrderFile(BytesIO(content), name, **options) as file:
        chunks = list(file.chunks())
        lines = [line for chunk in chunks for line in chunk]
        sizes = [len(chunk) for chunk in chunks]
        return Reading(file.platform, file.columns, lines, file.summary, file.size, file.sha256, sizes)


def refuse_bytes(content: bytes, name: str = "orders.csv", **options: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        read_bytes(content, name, **options)
    return caught.value


def rows_of(*changes: dict[str, Any]) -> Rows:
    """Good Douyin rows, each with its own number, changed as asked; a column changed to ... is left out."""
    rows = []
    for number, change in enumerate(changes or ({},)):
        own = {"子订单编号": f"\t69170000000000{number:05d}1", "主订单编号": f"\t69170000000000{number:05d}1"}
        merged = DOUYIN | own | change
        rows.append({column: value for column, value in merged.items() if value is not ...})
    return rows


def table_of(rows: Rows) -> list[list[Any]]:
    return [list(rows[0]), *(list(row.values()) for row in rows)]


def csv_bytes(table: list[list[Any]], encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerows(table)
    return text.getvalue().encode(encoding)


def xlsx_bytes(*tables: list[list[Any]]) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for table in tables:
        sheet = workbook.create_sheet()
        for row in table:
            sheet.append(row)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def xls_bytes(table: list[list[Any]]) -> bytes:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Sheet0")
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def locked_bytes(content: bytes, password: str) -> bytes:
    target = BytesIO()
    msoffcrypto.OfficeFile(BytesIO(content)).encrypt(password, target)
    return target.getvalue()


@pytest.fixture
def read() -> Callable[..., Reading]:
    return read_bytes


@pytest.fixture
def refuse() -> Callable[..., Refused]:
    return refuse_bytes


@pytest.fixture
def douyin() -> Callable[..., list[list[Any]]]:
    """A Douyin table with one row for each dict of changes."""
    return lambda *changes: table_of(rows_of(*changes))


@pytest.fixture
def as_csv() -> Callable[..., bytes]:
    return csv_bytes


@pytest.fixture
def as_xlsx() -> Callable[..., bytes]:
    return xlsx_bytes


@pytest.fixture
def as_xls() -> Callable[..., bytes]:
    return xls_bytes


@pytest.fixture
def locked() -> Callable[[bytes, str], bytes]:
    return locked_bytes
