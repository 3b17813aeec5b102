"""Whatever is done to the times of sessions, and whenever files come between: the totals are those of a fresh start."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sales.totals import DIMENSIONS, Question, ask
from livestreams.sessions.counting import Source
from livestreams.sessions.models import Session
from livestreams.sessions.pressing import press
from livestreams.sessions.windows import foresee_times, set_times
from livestreams.teams.models import Account, Team
from tests.livestreams.sales.builders import bring, differences, order_file, row
from tests.livestreams.sales.test_any_order import thrown_away
from zhunong.places.models import Township

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
FIRST = datetime.datetime(2026, 5, 31, 18, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
QUARTER = datetime.timedelta(minutes=15)
QUARTERS = 36
"""From 18:00 to 3:00 in the night."""
CLERK = Hand(None, of_the_office=True, reason="改时间")
SESSIONS = ("one", "two", "other")
SHARES = ({"fourteen": 100}, {"fourteen": 67, "feng-team": 33}, {"changgan-team": 100})
ACCOUNTS = ("1001", "1001", "2001")


class Move(NamedTuple):
    """A source's times of a session in quarters from 18:00; a length of 0 takes them away."""

    session: int
    start: int
    length: int


class Press(NamedTuple):
    session: int
    which: str
    at: int


class File(NamedTuple):
    orders: tuple[tuple[str, str, int, int], ...]
    """(platform, key, quarter in which it was placed, fen)."""


orders = st.tuples(
    st.sampled_from(("douyin", "kuaishou")), st.sampled_from("12345"), st.integers(0, QUARTERS), st.integers(1, 2000)
)
files = st.lists(orders, min_size=1, max_size=8, unique_by=lambda order: order[:2]).map(tuple).map(File)
moves = st.builds(Move, st.integers(0, 2), st.integers(0, QUARTERS), st.integers(0, 12))
taps = st.builds(Press, st.integers(0, 2), st.sampled_from(("start", "end")), st.integers(0, QUARTERS))
modest = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def moment(quarters: int) -> datetime.datetime:
    return FIRST + quarters * QUARTER


def with_sessions(windows: Sequence[tuple[datetime.datetime, datetime.datetime]]) -> list[Session]:
    teams = {team.slug: team for team in Team.objects.all()}
    made = []
    for slug, account, shares, (start, end) in zip(SESSIONS, ACCOUNTS, SHARES, windows, strict=True):
        session = Session.objects.create(
            slug=slug, title=slug, township=Township.objects.get(), started_at=start, ended_at=end,
            account=Account.objects.get(account_id=account),
        )  # fmt: skip
        session.set_shares({teams[team]: percent for team, percent in shares.items()})
        made.append(session)
    return made


def at_first() -> list[Session]:
    return with_sessions([(moment(4), moment(8)), (moment(16), moment(24)), (moment(4), moment(20))])


def do(act: Move | Press | File, sessions: list[Session], number: int) -> None:
    if isinstance(act, File):
        bring_orders(act, number)
        return
    try:
        if isinstance(act, Press):
            press([sessions[act.session]], act.which, Hand(None, now=moment(act.at)))
            return
        times = (moment(act.start), moment(act.start + act.length)) if act.length else (None, None)
        seen = foresee_times(sessions[act.session], Source.PLATFORM, *times, CLERK)
        set_times(sessions[act.session], Source.PLATFORM, *times, CLERK, expected=seen.fingerprint)
    except Refused:
        pass  # another session is then: all stays as it was


def bring_orders(file: File, number: int) -> None:
    """Each file is later than those before it; one file a platform."""
    for platform, shop in (("douyin", "1001"), ("kuaishou", "2001")):
        rows = [
            row(platform, f"{platform}-{key}", paid=told(quarter), placed=told(quarter), amount=f"{fen / 100:.2f}")
            for name, key, quarter, fen in file.orders
            if name == platform
        ]
        if rows:
            bring(order_file(*rows), account=shop, exported_at=f"2026-06-02 08:00:{number:02d}")


def told(quarters: int) -> str:
    return f"{moment(quarters):%Y-%m-%d %H:%M:%S}"


def figures() -> dict[str, dict]:
    return {by: {each.keys[0]: each[1:] for each in ask(Question((by,))).rows} for by in DIMENSIONS}


@modest
@given(st.lists(moves | taps | files, min_size=2, max_size=7))
def test_totals_after_any_moves_are_those_of_a_fresh_start(acts):
    with thrown_away():
        sessions = at_first()
        for number, act in enumerate(acts):
            do(act, sessions, number)
        kept, wrong = figures(), differences()
        windows = [(each.started_at, each.ended_at) for each in map(fresh, sessions)]
    with thrown_away():
        with_sessions(windows)
        for number, act in enumerate(acts):
            if isinstance(act, File):
                bring_orders(act, number)
        anew = figures()
    assert (kept, wrong) == (anew, [])


@modest
@given(st.lists(moves, min_size=1, max_size=4), st.lists(files, min_size=1, max_size=2))
def test_the_plan_may_come_before_or_after_the_file(some, brought):
    pictures = []
    for is_planned_first in (True, False):
        with thrown_away():
            sessions = at_first()
            acts = [*some, *brought] if is_planned_first else [*brought, *some]
            for act in acts:
                do(act, sessions, brought.index(act) if isinstance(act, File) else 0)
            pictures.append(figures())
    assert pictures[0] == pictures[1]


def fresh(session: Session) -> Session:
    return Session.objects.get(pk=session.pk)
