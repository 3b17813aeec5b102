"""What a platform gives to reserve a session or to enter it: a link, or its own words to copy (口令)."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from products.platforms import app_name

HOSTS = {
    "douyin": ("douyin.com", "iesdouyin.com", "jinritemai.com", "toutiao.com"),
    "kuaishou": ("kuaishou.com", "gifshow.com", "kuaishouapp.com", "chenzhongtech.com", "kwaixiaodian.com"),
    "wechat": ("weixin.qq.com", "wxaurl.cn"),
    "pinduoduo": ("yangkeduo.com", "pinduoduo.com"),
    "taobao": ("taobao.com", "tmall.com", "tb.cn"),
    "xiaohongshu": ("xiaohongshu.com", "xhslink.com"),
}
"""Domains that are a platform's beyond doubt. A host of nobody's passes: short links have many."""
LINK = re.compile(r"https://(?:(?![\s<>\"'])[!-~])+")
"""Ends where Chinese words begin, as apps write them without a blank."""
SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*://|javascript:|data:)", re.IGNORECASE)
SHORTEST_WORDS = 4


def link_in(text: str) -> str:
    """The link that a code can hold; blank where there are words alone."""
    found = LINK.search(text)
    return found[0] if found else ""


def words_in(text: str) -> str:
    """The platform's own words to copy, where it is more than a link."""
    return "" if text == link_in(text) else text


def platform_of(link: str) -> str:
    """Whose domain it is; blank where nobody can say."""
    host = (urlsplit(link).hostname or "").rstrip(".")
    fits = (
        code for code, hosts in HOSTS.items() if host.endswith(tuple(f".{each}" for each in hosts)) or host in hosts
    )
    return next(fits, "")


def checked(text: str, platform: str) -> str:
    """What may stand on the platform's poster, on one line. Raises ValidationError, one plain sentence."""
    text = " ".join(text.split())
    if not text:
        return ""
    link = link_in(text)
    if "http://" in text.lower() or (SCHEME.match(text) and not text.startswith(link or "-")):
        raise ValidationError(_("The link must begin with https://. Copy it once more from the app."))
    if not link and len(text) < SHORTEST_WORDS:
        raise ValidationError(_("That is neither a link nor the platform's own words. Copy it from the app."))
    if link:
        refuse_unless_its_own(link, platform)
    return text


def refuse_unless_its_own(link: str, platform: str) -> None:
    try:
        URLValidator(schemes=["https"])(link)
    except ValidationError:
        sentence = _("The link cannot be read. Copy it once more from the app, without words around it.")
        raise ValidationError(sentence) from None
    owner = platform_of(link)
    if owner and owner != platform:
        words = {"other": app_name(owner), "own": app_name(platform)}
        raise ValidationError(
            _("This is a link of %(other)s; on the poster for %(own)s only its own may stand.") % words
        )


def checked_replay(text: str) -> str:
    """Where a session can be watched afterwards, on whatever platform. Raises ValidationError."""
    text = text.strip()
    if not text:
        return ""
    found = link_in(text)
    if not found or "http://" in text.lower():
        raise ValidationError(_("The link must begin with https://. Copy it once more from the app."))
    refuse_unless_its_own(found, platform_of(found))
    return found
