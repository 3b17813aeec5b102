"""The demo world's livestreams: a rota that repeats every two weeks, with an evening off now and then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from zhunong.pages.demo.goods import GOODS, PRODUCTS
from zhunong.pages.demo.people import SHOPS, STREAMERS, TEAMS, Account

LAST_MINUTE = time(23, 30)
"""No session of the last day ends later, so that the last export finds it whole."""


@dataclass(frozen=True)
class Slot:
    """A fixed place in the rota: `week` 0 or 1, weekday from Monday = 0; no `streamer` means the shop's own account."""

    week: int
    weekday: int
    platform: str
    streamer: str
    begins: time
    minutes: int
    teams: str
    orchard: bool = False


@dataclass(frozen=True)
class Session:
    """One account on one platform, half-open in time."""

    slug: str
    title: str
    account: Account
    started_at: datetime
    ended_at: datetime
    teams: str
    theme: str


FOURTEEN, XIABAI, CHANGGAN = "fourteen:100", "xiabai-team:100", "changgan-team:100"
JOINT = "fourteen:60;xiabai-team:40"
ROTA = [
    Slot(0, 1, "douyin", "fourteen", time(20), 150, FOURTEEN),
    Slot(0, 2, "pinduoduo", "", time(20), 120, FOURTEEN),
    Slot(0, 3, "xiaohongshu", "fourteen", time(20), 90, FOURTEEN),
    Slot(0, 4, "douyin", "fourteen", time(22), 210, JOINT),
    Slot(0, 4, "kuaishou", "xiabai-team", time(19), 120, XIABAI),
    Slot(0, 5, "douyin", "changgan-team", time(9, 30), 120, CHANGGAN, orchard=True),
    Slot(0, 6, "wechat", "fourteen", time(19), 150, FOURTEEN),
    Slot(1, 1, "taobao", "", time(19, 30), 120, XIABAI),
    Slot(1, 3, "douyin", "fourteen", time(20), 150, FOURTEEN),
    Slot(1, 3, "kuaishou", "fourteen", time(20), 150, FOURTEEN),
    Slot(1, 5, "xiaohongshu", "fourteen", time(10), 120, "changgan-team:50;fourteen:50", orchard=True),
    Slot(1, 5, "wechat", "changgan-team", time(20), 120, CHANGGAN),
    Slot(1, 6, "douyin", "xiabai-team", time(15), 120, XIABAI, orchard=True),
    Slot(1, 6, "kuaishou", "fourteen", time(22), 210, JOINT),
]
EXTRAS = [
    Slot(0, 0, "douyin", team, time(19, 30), 120, f"{team}:100")
    for team in ["fourteen", "xiabai-team", "changgan-team"]
]
"""One of these on the last day, by a team that is free, so that there is always something of last night to see."""


def plan_sessions(first: date, last: date) -> list[Session]:
    """All sessions of these days, by start. A day's rota does not depend on the period it is asked for."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    sessions = [session for day in days for session in sessions_of(day) if session.ended_at <= latest_end(last)]
    sessions += last_night([session for session in sessions if session.started_at.date() == last], last)
    return sorted(sessions, key=lambda session: (session.started_at, session.slug))


def last_night(held: list[Session], last: date) -> list[Session]:
    """What the last day lacks of a livestream on Douyin."""
    if any(session.account.platform == "douyin" for session in held):
        return []
    busy = " ".join(session.teams for session in held)
    return [hold(slot, last, "加播·") for slot in EXTRAS if slot.streamer not in busy][:1]


def sessions_of(day: date) -> Iterator[Session]:
    week = day.toordinal() // 7 % 2
    for slot in ROTA:
        if (slot.week, slot.weekday) == (week, day.weekday()) and Random(f"{day}:{slot}").random() > 0.2:
            yield hold(slot, day, "")


def hold(slot: Slot, day: date, note: str) -> Session:
    account, rng = account_of(slot), Random(f"{day}:{slot.platform}:{slot.teams}")
    begins = datetime.combine(day, slot.begins) + timedelta(minutes=rng.randrange(0, 8), seconds=rng.randrange(60))
    theme = theme_of(slot, day, rng)
    slug = f"{slot.platform}-{slot.streamer or 'shop'}-{day:%Y%m%d}"
    ended_at = begins + timedelta(minutes=slot.minutes - rng.randrange(8))
    return Session(slug, note + title_of(slot, theme), account, begins, ended_at, slot.teams, theme)


def account_of(slot: Slot) -> Account:
    return STREAMERS[slot.platform, slot.streamer] if slot.streamer else SHOPS[slot.platform]


def theme_of(slot: Slot, day: date, rng: Random) -> str:
    """A fruit of the season; strawberries grow in no orchard."""
    fresh = [good for good in GOODS if not good.kept and good.demand(day)]
    fresh = [good for good in fresh if not (slot.orchard and good.product == "strawberry")]
    return rng.choices(fresh, [good.weight for good in fresh])[0].product


def title_of(slot: Slot, theme: str) -> str:
    name = PRODUCTS[theme][0]
    teams = [TEAMS[share.split(":")[0]][0].removesuffix("新媒体助农团队") for share in slot.teams.split(";")]
    where = "果园走播" if slot.orchard else "助农专场"
    return f"{name}{where}·{'×'.join(teams)}"


def latest_end(last: date) -> datetime:
    return datetime.combine(last, LAST_MINUTE)
