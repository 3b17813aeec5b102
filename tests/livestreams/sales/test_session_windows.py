"""With the sample world: windows moved and moved back leave every total exact, and so does shared credit."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from livestreams.rooms.changing import Hand
from livestreams.sales.importing import import_files
from livestreams.sales.tables import load_tables
from livestreams.sales.totals import Question, ask
from livestreams.sessions import sharing
from livestreams.sessions.models import Event, EventTeam, Session
from livestreams.sessions.planning import change_plan
from livestreams.sessions.windows import foresee_times, set_times
from livestreams.teams.models import Team
from tests import people
from tests.livestreams.sales.builders import (
    differences,
    hand_in,
)
from tests.livestreams.sales.live import CLERK, PLATFORM, shifted, wanted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("agreeing", "english")]
EXPECTED = json.loads((Path(__file__).parent / "samples" / "expected.json").read_text())
MEASURES = ("lines", "items", "weight_g", "paid_fen", "refunded_fen", "net_fen")
Moved = Callable[[], None]


def all_totals() -> dict[str, dict]:
    found = {}
    for by in EXPECTED["totals"]:
        rows = ask(Question(() if by == "all" else (by,))).rows
        found[by] = {each.keys[0] if each.keys else "all": (*each[1:6], each.net_fen) for each in rows}
    return found


def expected_totals() -> dict[str, dict]:
    return {
        by: {each["key"] if by != "all" else "all": tuple(each[name] for name in MEASURES) for each in rows}
        for by, rows in EXPECTED["totals"].items()
    }


@pytest.fixture
def samples_in(sample_world: Path) -> Path:
    for each in EXPECTED["files"]:
        path = sample_world / each["file"]
        import_files([hand_in(path.read_bytes(), path.name)])
    return sample_world


def of_samples() -> list[Session]:
    return list(Session.objects.order_by("slug"))


def assert_moved_and_exact_again(move: Moved, back: Moved) -> None:
    """The totals are those expected, other ones meanwhile, with nothing wrong, and exactly those expected again."""
    assert all_totals() == expected_totals()
    move()
    assert all_totals() != expected_totals()
    assert all_totals()["all"] == expected_totals()["all"]
    assert differences() == []
    back()
    assert all_totals() == expected_totals()


@pytest.mark.parametrize(("minutes", "longer"), [(60, 0), (-45, 0), (0, -60), (-20, 50)])
def test_windows_of_all_sessions_moved_and_taken_back_leave_every_total_exact(samples_in, minutes, longer):
    def move() -> None:
        for each in of_samples():
            set_times(each, PLATFORM, *shifted(each, minutes, longer), CLERK)

    def back() -> None:
        for each in of_samples():
            set_times(each, PLATFORM, None, None, CLERK)

    assert_moved_and_exact_again(move, back)


def test_windows_moved_and_entered_as_they_were_leave_every_total_exact(samples_in):
    before = {each.slug: (each.started_at, each.ended_at) for each in of_samples()}

    def move() -> None:
        for each in of_samples():
            set_times(each, PLATFORM, *shifted(each, 90), CLERK)

    def back() -> None:
        for each in of_samples():
            set_times(each, PLATFORM, *before[each.slug], CLERK)

    assert_moved_and_exact_again(move, back)


def test_windows_moved_here_and_set_back_by_the_tables_leave_every_total_exact(samples_in):
    def move() -> None:
        for each in of_samples():
            set_times(each, PLATFORM, *shifted(each, 60), CLERK)

    assert_moved_and_exact_again(move, lambda: load_tables(samples_in / "tables"))
    assert load_tables(samples_in / "tables").recredited == 0
    assert load_tables(samples_in / "tables").tables["sessions"].changed == 0


def test_a_look_at_what_would_move_moves_nothing(samples_in):
    for each in of_samples()[:3]:
        assert foresee_times(each, PLATFORM, *shifted(each, 60), CLERK).lines > 0
    assert all_totals() == expected_totals()
    assert not Event.objects.exists()


def test_shared_credit_given_and_taken_back_leaves_every_total_exact(samples_in):
    session = Session.objects.get(slug="douyin-1")
    rival = people.member_of(Team.objects.get(slug="feng-team"), "feng-member")
    alone, both = {"fourteen": 100}, {"fourteen": 50, "feng-team": 50}
    event = plan_around(session, both)

    def move() -> None:
        assert all_totals() == expected_totals()
        sharing.answer(event.parts.get(answer=EventTeam.Answer.ASKED), True, Hand(rival))

    assert_moved_and_exact_again(move, lambda: change_event(event, session, alone))


def plan_around(session: Session, parts: dict[str, int]) -> Event:
    """An event with the session in it, and another team asked to share."""
    set_times(session, PLATFORM, session.started_at, session.ended_at, CLERK)
    session.refresh_from_db()
    assert session.event
    asked = wanted(session.title, [session.account], session, parts)
    change_plan(session.event, asked, Hand(None))
    return session.event


def change_event(event: Event, session: Session, parts: dict[str, int]) -> None:
    change_plan(event, wanted(session.title, [session.account], session, parts), CLERK)
