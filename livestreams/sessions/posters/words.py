"""“复制到群”: a session in words to paste into a group, one text for each platform."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.sessions.models import LineUpItem, Session
from livestreams.sessions.posters.faces import day_words, place_of, span_words
from products.money import price_tag
from products.platforms import app_name

MOST_ITEMS = 12


def group_text(session: Session, items: Iterable[LineUpItem], teams: Iterable[str], address: str = "") -> str:
    """Title, day and time, account, products with their prices on air, how to reserve. `items` with their products."""
    platform = app_name(session.account.platform)
    lines = [
        _("【Broadcast】%(title)s") % {"title": session.title},
        f"{day_words(session.started_at)} {span_words(session.started_at, session.ended_at)}",
        _("%(platform)s “%(account)s”") % {"platform": platform, "account": session.account.nickname},
        " × ".join(teams),
        _("Where: %(place)s") % {"place": place_of(session)} if place_of(session) else "",
        *goods_lines(list(items)),
        *how_to_be_there(session, platform),
        address,
    ]
    return "\n".join(filter(None, lines))


def goods_lines(items: list[LineUpItem]) -> list[str]:
    """Numbered; prices as planned, "—" is left out in a text that sells."""
    lines = [
        f"{number}. {item.name}" + (f" {price_tag(item.price_fen)}" if item.price_fen is not None else "")
        for number, item in enumerate(items[:MOST_ITEMS], 1)
    ]
    left = len(items) - MOST_ITEMS
    return [*lines, _("and %(count)s more") % {"count": left}] if left > 0 else lines


def how_to_be_there(session: Session, platform: str) -> list[str]:
    """The platform's own link or words on a line of their own; without them how to find the account."""
    if session.ended_at <= timezone.now():
        return [_("See it again: %(link)s") % {"link": session.replay_url}] if session.replay_url else []
    if session.reservation:
        return [_("Reserve or come in:"), session.reservation]
    if session.reservation_code:
        return [_("Press and hold the code on the poster to reserve.")]
    words = {"platform": platform, "account": session.account.nickname}
    return [_("Open %(platform)s and search for “%(account)s”") % words]
