"""Order files in the platforms' own headers from short descriptions, and a small world to credit them in."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, Self

from livestreams.sales.checking import check_totals
from livestreams.sales.importing import HandIn, import_files
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.models import Line, OrderImport
from livestreams.sales.reading.bad_rows import BadRow, Summary
from livestreams.sales.reading.opening import Source
from livestreams.sales.reading.whole_file import Options, send_file
from livestreams.sales.totals import Question, ask

SHOPS = {
    "douyin": "1001",
    "kuaishou": "2001",
    "wechat": "3001",
    "pinduoduo": "4001",
    "taobao": "5001",
    "xiaohongshu": "6001",
    "offline": "7001",
}
WORLD = {
    "townships": "slug,name,county\nanyu,安峪镇,绛县\n",
    "villages": "slug,name,township\nchanggan,长杆村,anyu\nfeng,冯村,anyu\nxiabai,下柏村,anyu\n",
    "teams": "slug,name,township,villages\nfourteen,十四小只,anyu,\nchanggan-team,长杆队,anyu,changgan\n"
    "feng-team,冯村队,anyu,feng\n",
    "accounts": "platform,account_id,nickname,kind,township,team,valid_from,valid_to\n"
    + "".join(f"{platform},{shop},{platform}店,shop,anyu,fourteen,,\n" for platform, shop in SHOPS.items())
    + "douyin,1002,无主店,shop,anyu,,,\noffline,7002,二号摊,shop,anyu,feng-team,,\n"
    "douyin,9001,主播甲,streamer,anyu,feng-team,2026-01-01,2026-06-01\n"
    "douyin,9001,主播甲,streamer,anyu,changgan-team,2026-06-01,2026-07-01\n"
    "wechat,9301,小红,streamer,anyu,feng-team,,\n"
    "wechat,9302,重名,streamer,anyu,feng-team,,\nwechat,9303,重名,streamer,anyu,changgan-team,,\n",
    "products": "slug,name,category,township\ncherry,大樱桃,fruit,anyu\npear,香酥梨,fruit,anyu\n",
    "origins": "product,valid_from,shares\ncherry,,feng:50;changgan:50\n"
    "cherry,2026-05-31,xiabai:34;feng:33;changgan:33\n",
    "skus": "code,product,name,net_weight_g\nCH-5J,cherry,樱桃5斤,2500\nCH-3J,cherry,樱桃3斤,1500\n"
    "PR-10J,pear,梨10斤,5000\n",
    "sku_codes": "platform,account_id,code,sku\n"
    "douyin,1001,A,CH-5J\ndouyin,,A,CH-3J\ndouyin,,B,PR-10J\ndouyin,,P1|大,CH-3J\ndouyin,,P1,PR-10J\n"
    "wechat,,第一,CH-5J\nwechat,,第二,PR-10J\nkuaishou,,A,CH-5J\npinduoduo,,A,CH-5J\ntaobao,,A,CH-5J\nxiaohongshu,,A,CH-5J\n",
    "sessions": "slug,title,platform,account_id,started_at,ended_at,teams\n"
    "shared,合播,douyin,1001,2026-05-30 20:00:00,2026-05-30 22:00:00,fourteen:60;feng-team:40\n"
    "alone,专场,douyin,9001,2026-05-31 20:00:00,2026-05-31 22:00:00,changgan-team:100\n",
}
MEANINGS = ("order", "amount", "quantity", "streamer", "nickname", "mark", "product_id", "spec", "title", "province",
            "refund", "net_amount", "refunded_at")  # fmt: skip
PAID = "2026-05-30 12:00:00"


def write_world(directory: Path, **tables: str) -> Path:
    for name, text in (WORLD | tables).items():
        (directory / f"{name}.csv").write_text(text, encoding="utf-8")
    return directory


def row(platform: str, key: str, **said: Any) -> dict[str, str]:
    """One row, a plain paid sale but for what is `said`: by the layout's own words, or by a header as it stands.

    `paid` and `placed` are times, `status` and `after` the two statuses, `code` the first merchant's code.
    """
    layout = LAYOUTS[platform]
    cells = dict.fromkeys(layout.key, key)
    paid = said.pop("paid", PAID)
    cells |= {layout.placed_at[0]: said.pop("placed", paid), layout.paid_at[0]: paid}
    cells |= dict(zip(layout.statuses, (said.pop("status", ""), said.pop("after", "")), strict=False))
    cells |= dict(zip(layout.codes[:1], (said.pop("code", "A"),), strict=False))
    said = {"order": key, "amount": "10.00", "quantity": "1", **said}
    for meaning in MEANINGS:
        column = getattr(layout, meaning)
        if column and (meaning in said or meaning == "streamer"):
            cells[column] = str(said.get(meaning, ""))
        said.pop(meaning, None)
    return cells | {header: str(value) for header, value in said.items() if value is not None}


def order_file(*rows: dict[str, str], without: tuple[str, ...] = ()) -> bytes:
    """The rows as csv, under all the headers that one of them has."""
    headers = [header for header in dict.fromkeys(h for each in rows for h in each) if header not in without]
    text = StringIO()
    writer = csv.DictWriter(text, headers, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx(content: bytes) -> bytes:
    """A csv file as a workbook of texts."""
    import openpyxl

    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for cells in csv.reader(StringIO(content.decode("utf-8-sig"))):
        sheet.append(cells)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


class QuickFile:
    """An `OrderFile` that is read here by the real reader, without a process of its own: thousands go quickly."""

    def __init__(self, content: bytes, name: str, **options: Any) -> None:
        from hashlib import sha256

        self.content, self.name, self.options = content, name, options
        self.sha256, self.size, self.progress = sha256(content).hexdigest(), len(content), None

    def __enter__(self) -> Self:
        events: list[tuple[str, Any]] = []
        options = Options(self.name, **self.options)
        send_file(Source(BytesIO(self.content), [self.name]), options, lambda *event: events.append(event))
        self.events = events
        self.platform, self.columns = events[0][1]["platform"], events[0][1]["columns"]
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def chunks(self) -> Iterator[list]:
        yield from (content[1] for kind, content in self.events if kind == "chunk")
        summary = self.events[-1][1]
        self.summary = Summary(**summary | {"bad": [BadRow(**bad) for bad in summary["bad"]]})


def hand_in(content: bytes, name: str = "orders.csv", account: str = "", **options: Any) -> HandIn:
    quick = QuickFile(content, name, **options)
    return HandIn(BytesIO(content), name, account, started=quick, **options)  # type: ignore[arg-type]


def bring(content: bytes, name: str = "orders.csv", account: str = "", **options: Any) -> OrderImport:
    """Import one file; of two shops on a platform, the first where none is named."""
    return import_files([hand_in(content, name, account or own_shop(content), **options)])[0]


def bring_rows(*rows: dict[str, str], account: str = "", at: str = "2026-06-10 08:00:00") -> OrderImport:
    return bring(order_file(*rows), account=account, exported_at=at)


def own_shop(content: bytes) -> str:
    with QuickFile(content, "orders.csv", skip_bad=True) as quick:
        return SHOPS[quick.platform]


def line(key: str) -> Line:
    return Line.objects.get(key=key)


def totals(by: str) -> dict[str | None, tuple[int, ...]]:
    """(lines, items, weight, paid, refunded) by the keys of a dimension."""
    return {each.keys[0]: each[1:6] for each in ask(Question((by,))).rows}


def paid(by: str) -> dict[str | None, int]:
    return {key: measures[3] for key, measures in totals(by).items()}


def whole() -> tuple[int, ...]:
    return ask(Question()).total[1:6]


def differences() -> list[str]:
    return check_totals().differences
