"""What each platform calls its own figures, in the order of its end screen (order-exports.md, 3.1, 3.3, 4.4, 5.3).

These words are the platforms' names, like the headers of order files: nobody translates them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from livestreams.sessions.glossary import BY_NAME
from livestreams.sessions.models.figures import FIELDS
from livestreams.sessions.units import Unit, written

MINUTES = 60


@dataclass(frozen=True)
class Word:
    """A field under the platform's own word. `plain`: seconds that a bare number stands for; None = ask for a unit."""

    field: str
    text: str
    plain: int | None = None


def words(*pairs: tuple[str, str]) -> tuple[Word, ...]:
    return tuple(
        Word(name, text, MINUTES if "(分钟)" in text or name == "duration_s" else None) for name, text in pairs
    )


END_SCREENS: dict[str, tuple[Word, ...]] = {
    "douyin": words(
        ("duration_s", "直播时长"), ("viewers_uv", "直播间观看人数"), ("views", "直播间观看次数"),
        ("pcu", "最高在线人数"), ("acu", "平均在线人数"), ("avg_watch_s", "人均观看时长"), ("comments", "评论次数"),
        ("new_followers", "新增粉丝数"), ("paid_fen", "直播间成交金额"), ("paid_orders", "直播间成交订单数"),
        ("buyers", "直播间成交人数"),
    ),
    "kuaishou": words(
        ("duration_s", "直播时长(分钟)"), ("viewers_uv", "直播观众数"), ("pcu", "在线人数峰值"), ("likes", "点赞数"),
        ("comment_uv", "评论人数"), ("share_uv", "分享人数"), ("gift_uv", "送礼人数"),
    ),
    "wechat": words(
        ("duration_s", "开播时长"), ("viewers_uv", "观看人数"), ("views", "观看次数"), ("pcu", "最高在线"),
        ("avg_watch_s", "平均观看时长"), ("likes", "点赞次数"), ("comments", "评论次数"), ("shares", "分享次数"),
        ("new_followers", "新增关注人数"),
    ),
}  # fmt: skip
FURTHER: dict[str, tuple[Word, ...]] = {
    "douyin": words(
        ("impression_uv", "直播间曝光人数"), ("impressions", "直播间曝光次数"), ("lost_followers", "取关粉丝数"),
        ("fan_club_new", "新加直播团人数"), ("products_shown", "带货商品数"),
        ("product_impression_uv", "直播间商品曝光人数"), ("product_click_uv", "直播间商品点击人数"),
        ("product_impressions", "直播间商品曝光次数"), ("product_clicks", "直播间商品点击次数"),
        ("items", "直播间成交件数"), ("user_paid_fen", "直播间用户支付金额"), ("net_fen", "净成交金额"),
        ("refund_fen", "直播间退款金额"), ("refund_orders", "直播间退款订单数"),
        ("commission_fen", "预估佣金支出"), ("spend_fen", "投放消耗"),
    ),
}  # fmt: skip
"""On other pages of the platform; asked only of whoever opens them."""
USUAL = (
    "duration_s", "views", "viewers_uv", "pcu", "avg_watch_s", "likes", "comments", "shares", "new_followers",
    "paid_fen", "paid_orders", "buyers",
)  # fmt: skip
"""Where the end screen of a platform is not known here."""
SOLD = ("paid_fen", "paid_orders", "buyers", "refund_fen")
"""Platforms tell these on a page of their own."""


def asked_first(platform: str) -> tuple[Word, ...]:
    """What the end screen shows, in its order."""
    return END_SCREENS.get(platform) or tuple(ours(name) for name in USUAL)


def asked_further(platform: str) -> tuple[Word, ...]:
    """What may be looked up elsewhere: the rest that the platform is known to tell, and what was sold."""
    first = {each.field for each in asked_first(platform)}
    further = FURTHER.get(platform) or tuple(ours(name) for name in SOLD)
    return tuple(each for each in further if each.field not in first)


def word(platform: str, name: str) -> str:
    """The platform's word for a field; ours where the platform's is not known."""
    known = (*END_SCREENS.get(platform, ()), *FURTHER.get(platform, ()))
    return next((each.text for each in known if each.field == name), None) or str(BY_NAME[name].title)


def ours(name: str) -> Word:
    return Word(name, str(BY_NAME[name].title), MINUTES if name == "duration_s" else None)


def told(platform: str, values: Mapping[str, int | None]) -> str:
    """`直播间观看次数 1,200, 评论次数 —`: figures in a line of a record."""
    return ", ".join(
        f"{word(platform, name)} {written(values[name], BY_NAME[name].unit)}" for name in FIELDS if name in values
    )


def unit_of(name: str) -> Unit:
    return BY_NAME[name].unit
