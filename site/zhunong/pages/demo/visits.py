"""When buyers come in the demo world, and by whom: into a livestream, past a video, on their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from zhunong.pages.demo.people import STRANGERS, STREAMERS, Account
from zhunong.pages.demo.sessions import Session

PER_SESSION = {"douyin": 64, "kuaishou": 50, "wechat": 41, "pinduoduo": 44, "taobao": 40, "xiaohongshu": 30}
"""Orders in two hours of livestream."""
PER_DAY = {
    "douyin": 13,
    "kuaishou": 6,
    "wechat": 5,
    "pinduoduo": 7,
    "taobao": 6,
    "xiaohongshu": 3,
    "offline": 4,
}
STRAYS = {"douyin": 9, "kuaishou": 5, "xiaohongshu": 3}
HOURS = [3, 1, 1, 0, 0, 1, 3, 6, 8, 9, 10, 10, 11, 10, 8, 8, 8, 9, 11, 14, 17, 17, 13, 7]
"""How busy each hour of a day without livestream is."""
LIVE = "直播"
OTHER_MARKS = {"短视频": 35, "商品卡": 52, "其他": 8}
LATE = 0.03
"""Of those who come by a livestream, so many order minutes after its end."""


@dataclass(frozen=True)
class Visit:
    """A moment at which somebody orders."""

    placed: datetime
    streamer: Account | None = None
    mark: str = ""
    theme: str = ""


def visits(platform: str, sessions: list[Session], first: date, last: date, rng: Random) -> list[Visit]:
    """Everybody who orders on that platform in the period, by time."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    coming = [visit for session in sessions for visit in live_visits(session, mood(session.started_at, first), rng)]
    coming += [visit for day in days for visit in daily_visits(platform, day, mood(day, first), rng)]
    coming += [stray_visit(platform, rng.choice(days), rng) for _ in range(STRAYS.get(platform, 0))]
    return sorted(coming, key=lambda visit: visit.placed)


def mood(day: date, first: date) -> float:
    """Sales grow a little over the period, and at weekends."""
    if isinstance(day, datetime):
        day = day.date()
    return (0.8 + (day - first).days / 150) * (1.2 if day.weekday() >= 5 else 1.0)


def live_visits(session: Session, mood: float, rng: Random) -> Iterator[Visit]:
    account, seconds = session.account, int((session.ended_at - session.started_at).total_seconds())
    count = PER_SESSION[account.platform] * mood * seconds / 7200 * rng.uniform(0.75, 1.3)
    for _ in range(round(count)):
        after = int(rng.triangular(30, seconds - 1, seconds * 0.6))
        if rng.random() < LATE:
            after = seconds + rng.randrange(600)
        streamer = account if account.kind == "streamer" else None
        yield Visit(session.started_at + timedelta(seconds=after), streamer, LIVE, session.theme)


def daily_visits(platform: str, day: date, mood: float, rng: Random) -> Iterator[Visit]:
    ours = [streamer for (where, _), streamer in STREAMERS.items() if where == platform]
    for _ in range(round(PER_DAY[platform] * mood * rng.uniform(0.6, 1.4))):
        mark = rng.choices(list(OTHER_MARKS), list(OTHER_MARKS.values()))[0]
        streamer = rng.choice(ours) if ours and mark == "短视频" else None
        yield Visit(some_time(day, rng), streamer, mark)


def stray_visit(platform: str, day: date, rng: Random) -> Visit:
    return Visit(some_time(day, rng), STRANGERS[platform], LIVE)


def some_time(day: date, rng: Random) -> datetime:
    hour = rng.choices(range(24), HOURS)[0]
    return datetime.combine(day, time(hour, rng.randrange(60), rng.randrange(60)))
