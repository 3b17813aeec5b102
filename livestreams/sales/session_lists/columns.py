"""Which columns of a list of livestreams are kept, under which names (order-exports.md, 3.1, 3.3 and 3.5).

An allow-list: pictures, titles, rates (computed on read) and whatever else a list holds are dropped while reading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from livestreams.sales.reading.headers import normalised
from livestreams.sales.reading.tables import Table

PREFIX = "直播间"
"""Lists differ in whether they say 直播间观看人数 or 观看人数."""
PLACES: dict[str, tuple[str, ...]] = {
    "account": ("主播抖音号", "账号ID", "抖音号", "抖音号or火山号"),
    "nickname": ("主播昵称", "达人昵称", "账号昵称"),
    "start": ("直播开始时间", "开播时间", "开始时间"),
    "end": ("直播结束时间", "结束时间", "关播时间"),
}
FIGURES: dict[str, tuple[str, ...]] = {
    "duration_s": ("直播时长(分钟)", "直播时长"),
    "impression_uv": ("曝光人数",),
    "impressions": ("曝光次数",),
    "viewers_uv": ("观看人数",),
    "views": ("观看次数", "观看人次"),
    "pcu": ("最高在线人数",),
    "acu": ("平均在线人数",),
    "avg_watch_s": ("人均观看时长(分钟)", "人均观看时长"),
    "comments": ("评论次数",),
    "fan_club_new": ("新加直播团人数",),
    "new_followers": ("新增粉丝数",),
    "lost_followers": ("取关粉丝数",),
    "products_shown": ("带货商品数",),
    "product_impression_uv": ("商品曝光人数",),
    "product_click_uv": ("商品点击人数",),
    "product_impressions": ("商品曝光次数",),
    "product_clicks": ("商品点击次数",),
    "paid_orders": ("成交订单数",),
    "paid_fen": ("成交金额",),
    "user_paid_fen": ("用户支付金额",),
    "items": ("成交件数",),
    "buyers": ("成交人数",),
    "refund_orders": ("退款订单数",),
    "refund_fen": ("退款金额",),
    "commission_fen": ("预估佣金支出",),
    "spend_fen": ("投放消耗", "投放消耗(店铺绑定)"),
    "net_fen": ("净成交金额",),
}


@dataclass(frozen=True)
class Header:
    """Where the kept columns stand, and in which row their names are."""

    row: int
    positions: dict[str, int]
    names: dict[str, str]
    """As the file writes them."""

    @property
    def is_list(self) -> bool:
        """A list has at least a start and one figure; a file of orders has neither."""
        return "start" in self.positions and any(name in self.positions for name in FIGURES)


def known_as(name: str) -> str:
    return normalised(name).removeprefix(PREFIX)


SPELLINGS = {known_as(text): field for field, texts in (PLACES | FIGURES).items() for text in texts}


def header_of(number: int, cells: Sequence[object]) -> Header:
    """Of repeated headers the first counts."""
    positions: dict[str, int] = {}
    names: dict[str, str] = {}
    for index, cell in enumerate(cells):
        field = SPELLINGS.get(known_as(cell)) if isinstance(cell, str) else None
        if field and field not in positions:
            positions[field], names[field] = index, str(cell).strip()
    return Header(number, positions, names)


def best_header(table: Table) -> Header | None:
    """The first rows may be a title or the period: the header is the row with the most known names."""
    headers: Iterable[Header] = (header_of(number, cells) for number, cells in table.head)
    return max((each for each in headers if each.is_list), key=lambda each: len(each.positions), default=None)
