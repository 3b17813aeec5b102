"""Order files in the platforms' real layouts, one small module a platform."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from zhunong.pages.demo.files import douyin, kuaishou, offline, pinduoduo, taobao, wechat, xiaohongshu
from zhunong.pages.demo.files.tabular import HEADERS, Row, cells, write_csv, write_xlsx
from zhunong.pages.demo.lines import Seen


@dataclass(frozen=True)
class Form:
    """How a layout is filled and, as csv, encoded."""

    row: Callable[[Seen], Row]
    empty: str
    encoding: str = "utf-8-sig"
    tab: bool = False


FORMS = {
    "douyin-73": Form(douyin.standard, douyin.EMPTY, tab=True),
    "douyin-75": Form(douyin.custom, douyin.EMPTY, "gb18030"),
    "kuaishou-64": Form(kuaishou.row, kuaishou.EMPTY),
    "wechat-64": Form(wechat.row, wechat.EMPTY),
    "pinduoduo-27": Form(pinduoduo.row, pinduoduo.EMPTY),
    "taobao-18": Form(taobao.row, taobao.EMPTY, "gb18030"),
    "xiaohongshu-72": Form(xiaohongshu.row, xiaohongshu.EMPTY),
    "offline-7": Form(offline.row, offline.EMPTY),
}


def write_orders(path: Path, layout: str, seen: Iterable[Seen], password: str = "") -> None:
    """Write these lines in that layout, as csv or xlsx by the path's ending."""
    form, headers = FORMS[layout], HEADERS[layout]
    rows = cells(headers, map(form.row, seen), form.empty)
    if path.suffix == ".csv":
        write_csv(path, headers, rows, form.encoding, form.tab)
    else:
        write_xlsx(path, headers, rows, password)
