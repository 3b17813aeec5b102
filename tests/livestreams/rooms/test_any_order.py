"""Whatever people do, in whatever order: the booking book says yes and no as a plain list would, and holds the same."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from livestreams.rooms.models import FairUse
from tests.livestreams.rooms.builders import NOW, Centre, at
from tests.livestreams.rooms.plain_acts import PlainActs
from tests.livestreams.rooms.plain_book import BOOKED, ROOMS, Row
from tests.livestreams.rooms.races.invariants import broken, clear, hours_used
from tests.livestreams.rooms.real_book import RealBook

pytestmark = pytest.mark.django_db
modest = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
MINUTE = datetime.timedelta(minutes=1)
TEAMS, PEOPLE = ("ours", "theirs", "third"), ("member", "rival", "leader")
rooms, teams, people = (st.sampled_from(names) for names in (ROOMS, TEAMS, PEOPLE))
begins = st.sampled_from([at(hour, day) for day in (0, 3) for hour in (9, 9.5, 10, 10.5, 11.5)])
minutes = st.sampled_from([60, 90])
numbers = st.integers(0, 30)
who = st.lists(people, max_size=2, unique=True)
ACTS = {
    "book": (rooms, teams, begins, minutes, people, who),
    "hold": (rooms, begins, minutes, people),
    "confirm": (numbers, teams, people),
    "let_go": (numbers,),
    "change": (numbers, rooms, begins, st.sampled_from([30, 60, 120])),
    "cancel": (numbers,),
    "give": (numbers, teams),
    "decide": (numbers, st.booleans()),
    "be_there": (numbers,),
    "close": (rooms, begins, st.sampled_from([30, 180])),
    "reopen": (numbers,),
    "wait_for": (numbers, teams, st.booleans()),
    "accept": (numbers, people),
    "stop_waiting": (numbers,),
    "repeat": (numbers, st.integers(2, 3), people),
    "cancel_series": (numbers, st.booleans()),
    "pass_time": (st.sampled_from([1, 6, 21, 24 * 60]),),
    "pass_until": (numbers,),
}
OFTEN = [*["book"] * 4, *["wait_for"] * 3, *["cancel"] * 2, *["accept"] * 3, "be_there", "pass_until"]
acts = st.lists(
    st.sampled_from([*ACTS, *OFTEN]).flatmap(lambda name: st.tuples(st.just(name), *ACTS[name])),
    min_size=12, max_size=30,
)  # fmt: skip
ON_A_ROW = {"confirm", "let_go", "change", "cancel", "give", "decide", "be_there", "reopen", "accept", "repeat",
            "cancel_series", "stop_waiting", "wait_for", "pass_until"}  # fmt: skip


def told(plain: PlainActs, centre: Centre) -> tuple[list, list]:
    """The same of the plain book."""
    slug = {name: getattr(centre, name).slug for name in TEAMS} | {None: None}
    names = {name: getattr(centre, name).username for name in PEOPLE}

    def of(row: Row) -> tuple:
        return (getattr(centre, row.room).name, row.kind, slug[row.team], row.begin, row.end, row.blocked, row.ended,
                row.ended or row.expires, row.counted, sorted(map(names.get, row.people)), row.acts)  # fmt: skip

    wishes = [(slug[each.team], each.begin, each.end, each.state) for each in plain.wishes]
    return [of(row) for row in plain.rows], wishes


AIMS = {
    "accept": lambda row: row.wish,
    "reopen": lambda row: row.kind == "closure",
    "decide": lambda row: row.kind == "request",
    "be_there": lambda row: row.kind == "booking" and not row.ended,
    "wait_for": lambda row: row.kind in BOOKED and not row.ended,
}


def aimed(plain: PlainActs, act: str, arguments: list) -> list:
    """The act on one of the rows that there are; nothing where there is none."""
    if act not in ON_A_ROW:
        return arguments
    every = plain.wishes if act == "stop_waiting" else plain.rows
    choices = [number for number, each in enumerate(every) if AIMS.get(act, bool)(each)]
    if not choices:
        return []
    number, *others = arguments
    chosen = choices[number % len(choices)]
    if act == "wait_for":
        row, (team, is_any) = plain.rows[chosen], others
        return [team, None if is_any else row.room, row.begin, row.minutes]
    return [chosen, *others]


def later(plain: PlainActs, act: str, number: int = 0) -> datetime.datetime:
    """After some minutes; or when a booking begins."""
    if act == "pass_time":
        return plain.now + number * MINUTE
    return max([plain.now, *(row.begin for row in plain.rows[number : number + 1])])


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime.datetime], None]:
    def put(now: datetime.datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    return put


WAITED_FOR = [
    ("book", "right", "theirs", at(10, 3), 60, "rival", ["rival"]), ("wait_for", 0, "ours", False),
    ("wait_for", 0, "third", True), ("cancel", 0), ("pass_time", 21),
    ("book", "left", "ours", at(9, 3), 60, "member", []),
    ("accept", 0, "member"), ("accept", 1, "leader"), ("cancel", 2), ("be_there", 0), ("give", 0, "theirs"),
]  # fmt: skip
USED = [
    ("book", "right", "theirs", at(9), 60, "rival", ["rival"]), ("book", "left", "ours", at(9), 60, "member", []),
    ("wait_for", 0, "third", False), ("pass_until", 0), ("be_there", 1), ("pass_time", 21),
    ("change", 1, "left", at(9), 120), ("change", 0, "left", at(9.5), 60), ("cancel", 1),
]  # fmt: skip


CLOSED = [
    ("book", "right", "theirs", at(9), 60, "rival", []), ("close", "right", at(10), 30), ("reopen", 0),
    ("book", "right", "third", at(10), 60, "leader", []), ("wait_for", 0, "ours", False), ("cancel", 0),
    ("close", "right", at(9), 180), ("reopen", 1), ("accept", 1, "member"),
]  # fmt: skip
GIVEN_LATE = [
    ("book", "right", "theirs", at(10, 3), 60, "rival", []), ("book", "left", "ours", at(9, 3), 120, "member", []),
    ("give", 0, "ours"), ("pass_time", 51 * 60), ("give", 0, "ours"),
]  # fmt: skip


@modest
@example(CLOSED, None, False, False)
@example(GIVEN_LATE, 2, False, False)
@example(WAITED_FOR, 2, False, False)
@example(USED, None, True, True)
@given(acts, st.sampled_from([None, 2, 3]), st.booleans(), st.booleans())
def test_book_is_as_the_plain_list_is(centre, clock, some, hours, opens_reserved, releases_unused):
    clear()
    switches = {"weekly_hours": hours, "opens_reserved": opens_reserved, "releases_unused": releases_unused}
    FairUse.objects.update_or_create(township=centre.township, defaults=switches)
    plain, real = PlainActs(NOW, hours, opens_reserved, releases_unused), RealBook(centre)
    for act, *arguments in some:
        arguments = aimed(plain, act, arguments)
        if act.startswith("pass"):
            plain.now = real.now = later(plain, act, *arguments)
        elif arguments:
            clock(plain.now)
            assert (act, arguments, plain.do(act, *arguments)) == (act, arguments, real.do(act, *arguments))
            assert told(plain, centre) == real.told()
            assert broken() == {}
            assert max(hours_used().values(), default=0) <= (hours or 100)
