"""Who sells and where it grows in the demo world: villages, teams, accounts. No person's name stands here."""

from dataclasses import dataclass
from datetime import date

TOWNSHIP = ("anyu", "安峪镇", "绛县")
VILLAGES = {"xiabai": "下柏村", "dongsanjian": "东三涧村", "changgan": "长杆村", "feng": "冯村"}
TEAMS = {
    "fourteen": ("安峪十四小只", ""),
    "xiabai-team": ("下柏村新媒体助农团队", "xiabai"),
    "changgan-team": ("长杆村新媒体助农团队", "changgan"),
}
SINCE = date(2023, 3, 1)


@dataclass(frozen=True)
class Account:
    """A shop or a streamer on a platform; `team` is blank where nobody has claimed it."""

    platform: str
    account_id: str
    nickname: str
    team: str = ""
    kind: str = "shop"


SHOPS = {
    shop.platform: shop
    for shop in [
        Account("douyin", "298641750", "安峪鲜果馆抖音店", "fourteen"),
        Account("kuaishou", "710382946", "安峪鲜果馆快手店", "fourteen"),
        Account("wechat", "243518607", "安峪鲜果馆微信小店", "fourteen"),
        Account("pinduoduo", "464907328", "安峪果农拼多多店"),
        Account("taobao", "707829154", "安峪鲜果馆淘宝店", "xiabai-team"),
        Account("xiaohongshu", "116594823", "安峪山货小红书店"),
        Account("offline", "anyu-hall", "示范中心展厅与集市摊位", "fourteen"),
    ]
}
HANDED_OVER = "wechat"
"""This platform's shop was the first owner's below until the day of the handover."""
FIRST_OWNER = "xiabai-team"

STREAMERS = {
    (streamer.platform, streamer.team): streamer
    for streamer in [
        Account("douyin", "576614352908147", "安峪十四小只助农号", "fourteen", "streamer"),
        Account("douyin", "583920174465038", "下柏村助农号", "xiabai-team", "streamer"),
        Account("douyin", "520119507314862", "长杆村助农号", "changgan-team", "streamer"),
        Account("kuaishou", "585410236720918", "安峪十四小只助农号", "fourteen", "streamer"),
        Account("kuaishou", "495450898163307", "下柏村助农号", "xiabai-team", "streamer"),
        Account("wechat", "151166749082516", "安峪十四小只助农号", "fourteen", "streamer"),
        Account("wechat", "538970171264493", "长杆村助农号", "changgan-team", "streamer"),
        Account("xiaohongshu", "754685009317240", "安峪十四小只助农号", "fourteen", "streamer"),
    ]
}
STRANGERS = {
    platform: Account(platform, f"66{account_id}", "晋南好物分享", kind="streamer")
    for platform, account_id in [
        ("douyin", "8120457390261"),
        ("kuaishou", "1793048826510"),
        ("xiaohongshu", "5540928163307"),
    ]
}
"""Streamers who sold our goods once and are in no table."""
