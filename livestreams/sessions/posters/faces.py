"""What a session's poster says: when, what, who, where, and how to be there. No person, no price."""

import datetime
from dataclasses import asdict, dataclass
from hashlib import sha256

from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.words import weekday_words
from livestreams.sessions.models import Session
from livestreams.sessions.posters.goods import Goods, goods_of
from livestreams.sessions.posters.links import link_in
from products.days import spoken_short
from products.platforms import app_name

DRAWING = 2
"""Count up when posters are drawn differently: all are drawn anew then."""


@dataclass(frozen=True)
class PosterFace:
    """Texts as they are drawn."""

    title: str
    day: str
    span: str
    teams: tuple[str, ...]
    place: str
    platform: str
    account: str
    township: str
    goods: Goods = Goods()
    link: str = ""
    """Drawn as a code."""
    code_file: str = ""
    """Name of the uploaded picture of a code, where the platform gives no link."""

    @property
    def hash(self) -> str:
        """Names what is drawn: another text or picture, another name."""
        return sha256(repr((DRAWING, sorted(asdict(self).items()))).encode()).hexdigest()[:16]

    @property
    def has_code(self) -> bool:
        return bool(self.link or self.code_file)


def face_of(session: Session, goods: Goods | None = None) -> PosterFace:
    """Of a session with its account, township and event's booking at hand. Speaks the language that is active."""
    link = link_in(session.reservation)
    return PosterFace(
        title=session.title,
        day=day_words(session.started_at),
        span=span_words(session.started_at, session.ended_at),
        teams=teams_of(session),
        place=place_of(session),
        platform=app_name(session.account.platform),
        account=session.account.nickname,
        township=session.township.name,
        goods=goods_of(session) if goods is None else goods,
        link=link,
        code_file="" if link else session.reservation_code.name or "",
    )


def teams_of(session: Session) -> tuple[str, ...]:
    shares = session.shares.select_related("team").order_by("-percent", "team__slug")
    return tuple(share.team.name for share in shares)


def place_of(session: Session) -> str:
    return session.event.where if session.event else ""


def day_words(moment: datetime.datetime) -> str:
    """`11月28日 周六`: no "today", because a picture is looked at for days."""
    local = timezone.localtime(moment)
    return f"{spoken_short(local.date())} {weekday_words(local)}"


def span_words(begin: datetime.datetime, end: datetime.datetime) -> str:
    """`20:00–22:00`; past midnight `22:00–次日 01:30`."""
    first, last = timezone.localtime(begin), timezone.localtime(end)
    if f"{last:%H:%M}" == "00:00":
        return f"{first:%H:%M}–24:00"
    span = f"{first:%H:%M}–{last:%H:%M}"
    if first.date() == last.date():
        return span
    return _("%(begin)s–%(end)s the next day") % {"begin": f"{first:%H:%M}", "end": f"{last:%H:%M}"}
