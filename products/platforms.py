"""The platforms known to the site by code. The order layouts, a room above, enter themselves here at start."""

from django.utils.translation import gettext, gettext_noop

APPS = {
    "douyin": gettext_noop("Douyin"),
    "kuaishou": gettext_noop("Kuaishou"),
    "wechat": gettext_noop("WeChat"),
    "pinduoduo": gettext_noop("Pinduoduo"),
    "taobao": gettext_noop("Taobao"),
    "xiaohongshu": gettext_noop("Xiaohongshu"),
    "offline": gettext_noop("the stall"),
}
"""What buyers open, where the shop's own name (抖店) is known to sellers only."""
names: dict[str, str] = {}


def register(code: str, name: str) -> None:
    """Make a platform known; `name` is an English msgid."""
    names[code] = name


def platform_name(code: str) -> str:
    """The platform's name in the reader's language, its code where nobody registered it."""
    return gettext(names[code]) if code in names else code


def app_name(code: str) -> str:
    """What a visitor calls the platform: 抖音, not 抖店."""
    return gettext(APPS[code]) if code in APPS else platform_name(code)


def platform_choices() -> list[tuple[str, str]]:
    """(code, name) of every platform, for forms and filters."""
    return [(code, platform_name(code)) for code in names]
