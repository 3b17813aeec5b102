import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.reading import OrderFile
from zhunong.pages.demo import DemoWorld, write_demo_world
from zhunong.pages.demo.exports import plan_exports
from zhunong.pages.demo.files.tabular import HEADERS

Grids = dict[Path, list[list[str]]]
WIDTHS = {
    "douyin": {73, 75},
    "kuaishou": {64},
    "wechat": {64},
    "pinduoduo": {27},
    "taobao": {18},
    "xiaohongshu": {72},
    "offline": {7},
}
PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
IDENTITY = re.compile(r"(?<![\dP])\d{17}[\dXx](?!\d)")


def lines(world: DemoWorld, grids: Grids, platform: str) -> list[dict[str, str]]:
    found = [grids[file.path] for file in world.orders if file.platform == platform]
    return [dict(zip(header(grid), row, strict=True)) for grid in found for row in grid[1:]]


def header(grid: list[list[str]]) -> list[str]:
    return [cell.replace("（", "(").replace("）", ")") for cell in grid[0]]


def test_every_platform_hands_in_its_real_columns(world: DemoWorld, grids: Grids) -> None:
    widths: dict[str, set[int]] = {platform: set() for platform in WIDTHS}
    for file in world.orders:
        widths[file.platform].add(len(grids[file.path][0]))
        assert grids[file.path][0] in HEADERS.values()
    assert widths == WIDTHS


def test_our_own_reader_takes_every_file_whole(world: DemoWorld) -> None:
    for file in world.orders:
        with file.path.open("rb") as stream, OrderFile(stream, file.path.name) as order_file:
            read = sum(len(chunk) for chunk in order_file.chunks())
        assert (order_file.platform, read) == (file.platform, file.rows), file.path.name
        assert order_file.summary.exported_at == str(file.exported_at)
        assert not order_file.summary.bad and not order_file.summary.unknown_words


def test_files_hold_the_rows_they_say(world: DemoWorld, grids: Grids) -> None:
    assert all(len(grids[file.path]) == file.rows + 1 for file in world.orders)
    assert len(grids) == len(world.orders)
    assert 6000 <= sum(file.rows for file in world.orders) <= 9000


def test_no_line_stands_twice_in_a_file(world: DemoWorld, grids: Grids) -> None:
    for file in world.orders:
        places = [header(grids[file.path]).index(column) for column in LAYOUTS[file.platform].key]
        keys = Counter(tuple(row[place] for place in places) for row in grids[file.path][1:])
        assert max(keys.values()) == 1, file.path.name


def test_no_phone_and_no_identity_number_anywhere(grids: Grids) -> None:
    for path, grid in grids.items():
        text = "\n".join(cell for row in grid for cell in row)
        assert not PHONE.search(text) and not IDENTITY.search(text), path.name


def test_nothing_happens_after_the_export(world: DemoWorld, grids: Grids) -> None:
    for file in world.orders:
        placed = header(grids[file.path]).index(LAYOUTS[file.platform].placed_at[-1])
        times = [row[placed] for row in grids[file.path][1:] if row[placed] not in {"", "-"}]
        assert max(times) <= str(file.exported_at) < str(world.last + timedelta(days=1)), file.path.name


def test_a_later_export_settles_the_marks_of_the_day(world: DemoWorld, grids: Grids) -> None:
    marks: dict[str, list[str]] = {}
    for file in sorted((f for f in world.orders if f.platform == "douyin"), key=lambda f: f.exported_at):
        names = header(grids[file.path])
        for row in grids[file.path][1:]:
            marks.setdefault(row[names.index("子订单编号")], []).append(row[names.index("流量体裁")])
    assert any(seen[0] == "数据将于第二天更新" and seen[-1] == "直播" for seen in marks.values())
    assert any(seen[-1] == "数据将于第二天更新" for seen in marks.values())


def test_wechat_and_taobao_tell_partial_refunds(world: DemoWorld, grids: Grids) -> None:
    for platform, refund, paid in [
        ("wechat", "商品已退款金额", "商品实际价格(总共)"),
        ("taobao", "退款金额", "买家应付货款"),
    ]:
        amounts = [(line[refund], line[paid]) for line in lines(world, grids, platform) if line[refund][0].isdigit()]
        assert any(0 < float(back) < float(price) for back, price in amounts)


def test_files_of_any_day_have_names_of_their_own_and_are_not_of_the_future() -> None:
    for number in range(366):
        first = date(2027, 7, 1) + timedelta(days=number)
        last = first + timedelta(days=60)
        exports = list(plan_exports(first, last))
        assert len({export.name for export in exports}) == len(exports)
        assert all(first <= export.moment.date() <= last for export in exports)


def test_the_end_of_a_month_on_the_eve_of_the_last_day(tmp_path: Path) -> None:
    world = write_demo_world(tmp_path, date(2026, 9, 2))
    assert {file.platform for file in world.orders} == set(WIDTHS)
    assert len({file.path for file in world.orders}) == len(world.orders)
