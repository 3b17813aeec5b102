"""Money to one's own team: put down, looked at by a clerk who is not in it, and given or not."""

import pytest

from livestreams.rooms.refusals import Refused
from livestreams.sales.models import RecordedChange
from livestreams.sessions.counting import Source
from livestreams.sessions.crediting import Otherwise
from livestreams.sessions.deciding import foresee_yes, say_no, say_yes
from livestreams.sessions.models import EventChange, Session, WindowRequest
from livestreams.sessions.pressing import press
from livestreams.sessions.window_requests import withdraw
from livestreams.sessions.windows import Outcome, foresee_times, set_times
from livestreams.teams.models import Membership
from tests import people
from tests.livestreams.sales.builders import differences
from tests.livestreams.sessions.builders import Stage, at, hand
from tests.livestreams.sessions.money import bring_orders, lines_in, of_teams, theirs_on
from zhunong.access.models import User

pytestmark = pytest.mark.usefixtures("english")
PLATFORM, LATER = Source.PLATFORM, at(23)
AT_FIRST = (1001 + 4004, 2002)
"""Ours outside the session, theirs within."""


@pytest.fixture
def session(stage: Stage) -> Session:
    made = theirs_on(stage)
    bring_orders(stage)
    return made


def enter(session: Session, by: User | None, start: float, end: float, office: bool = False, **said: str) -> Outcome:
    return set_times(session, PLATFORM, at(start), at(end), hand(by, office, said.get("reason", "早开了"), LATER))


def asked(stage: Stage, session: Session) -> WindowRequest:
    """The other team wants the order before eight."""
    request = enter(session, stage.centre.rival, 19, 22).request
    assert request
    return request


def clerk(stage: Stage, name: str = "clerk") -> User:
    return people.staff_of(stage.centre.township, name)


def test_money_to_ones_own_team_waits_and_moves_nothing(stage: Stage, session: Session) -> None:
    request = asked(stage, session)
    session.refresh_from_db()
    assert (session.started_at, session.platform_start, of_teams(stage)) == (at(20), None, AT_FIRST)
    assert (request.state, request.reason, request.asked_by) == ("waiting", "早开了", stage.centre.rival)
    assert [(move["name"], move["paid_fen"]) for move in request.moves if move["dimension"] == "team"] == [
        ("十四小只", -1001), ("柳庄队", 1001),
    ]  # fmt: skip


def test_money_given_away_is_moved_at_once_with_a_reason(stage: Stage, session: Session) -> None:
    outcome = enter(session, stage.centre.rival, 21.5, 22)
    assert outcome.request is None
    assert (of_teams(stage), lines_in(session)) == ((sum(AT_FIRST), 0), set())


def test_money_is_not_moved_without_a_reason(stage: Stage, session: Session) -> None:
    with pytest.raises(Refused, match="write down why"):
        enter(session, stage.centre.rival, 21.5, 22, reason=" ")
    assert of_teams(stage) == AT_FIRST


def test_a_time_that_moves_no_order_needs_neither_reason_nor_clerk(stage: Stage, session: Session) -> None:
    outcome = enter(session, stage.centre.rival, 20.1, 22.2, reason="")
    assert outcome.request is None
    assert not RecordedChange.objects.filter(lines__gt=0).exists()


def test_a_yes_moves_the_money_and_says_who_asked_and_why(stage: Stage, session: Session) -> None:
    office = hand(clerk(stage), of_the_office=True, now=LATER)
    request = asked(stage, session)
    seen = foresee_yes(request, office)
    say_yes(request, office, "后台截图看过", seen.fingerprint)
    request.refresh_from_db()
    assert (request.state, request.answer, lines_in(session)) == ("granted", "后台截图看过", {"before", "within"})
    change = RecordedChange.objects.get(table="sessions")
    assert (change.reason, change.by, change.net_fen) == ("早开了 后台截图看过", office.by, 1001)
    assert (of_teams(stage), differences()) == ((4004, 1001 + 2002), [])


def test_a_no_moves_nothing_and_tells_why(stage: Stage, session: Session) -> None:
    request = asked(stage, session)
    with pytest.raises(Refused, match="Say why not"):
        say_no(request, hand(clerk(stage)), " ")
    say_no(request, hand(User.objects.get(username="clerk")), "后台不是这样")
    request.refresh_from_db()
    assert (request.state, request.answer, of_teams(stage)) == ("refused", "后台不是这样", AT_FIRST)
    assert request.decided_by and request.decided_at


@pytest.mark.parametrize("is_yes_first", [True, False])
def test_nobody_decides_twice(stage: Stage, session: Session, is_yes_first: bool) -> None:
    request, office = asked(stage, session), hand(clerk(stage), now=LATER)
    acts = [lambda: say_yes(request, office), lambda: say_no(request, office, "不")]
    first, second = acts if is_yes_first else acts[::-1]
    first()
    with pytest.raises(Refused, match="decided already"):
        second()
    request.refresh_from_db()
    assert request.state == ("granted" if is_yes_first else "refused")


def test_a_yes_to_what_would_move_otherwise_now_is_not_taken(stage: Stage, session: Session) -> None:
    request, office = asked(stage, session), hand(clerk(stage), now=LATER)
    seen = foresee_yes(request, office).fingerprint
    enter(session, stage.centre.staff, 21.5, 22, office=True)
    with pytest.raises(Otherwise):
        say_yes(request, office, expected=seen)
    assert WindowRequest.objects.get().state == "waiting"


def test_a_clerk_in_the_team_that_gains_cannot_say_yes_another_can(stage: Stage, session: Session) -> None:
    request, own = asked(stage, session), clerk(stage, "own-clerk")
    Membership.objects.create(team=stage.theirs, user=own, valid_from=people.LONG_AGO)
    with pytest.raises(Refused, match="another clerk"):
        say_yes(request, hand(own, of_the_office=True, now=LATER))
    assert (of_teams(stage), WindowRequest.objects.get().state) == (AT_FIRST, "waiting")
    say_yes(request, hand(clerk(stage, "other-clerk"), of_the_office=True, now=LATER))
    assert of_teams(stage) == (4004, 1001 + 2002)


def test_a_clerk_in_the_team_that_gains_only_asks_when_correcting_at_the_desk(stage: Stage, session: Session) -> None:
    own = clerk(stage, "own-clerk")
    Membership.objects.create(team=stage.theirs, user=own, valid_from=people.LONG_AGO)
    outcome = enter(session, own, 19, 22, office=True)
    assert outcome.request and of_teams(stage) == AT_FIRST
    with pytest.raises(Refused, match="Who asked"):
        say_yes(outcome.request, hand(own, of_the_office=True, now=LATER))


def test_a_clerk_outside_the_team_corrects_at_once(stage: Stage, session: Session) -> None:
    enter(session, stage.centre.staff, 19, 22, office=True)
    assert of_teams(stage) == (4004, 1001 + 2002)


def test_who_is_in_both_teams_asks_too(stage: Stage, session: Session) -> None:
    both = people.member_of(stage.ours, "both")
    Membership.objects.create(team=stage.theirs, user=both, valid_from=people.LONG_AGO)
    assert enter(session, both, 19, 22).request


def test_a_second_asking_takes_the_place_of_the_first(stage: Stage, session: Session) -> None:
    asked(stage, session)
    enter(session, stage.centre.rival, 19, 22.9, reason="看错了")
    request = WindowRequest.objects.get()
    assert (request.ended_at, request.reason) == (at(22.9), "看错了")


def test_who_asked_takes_it_back_and_nobody_else(stage: Stage, session: Session) -> None:
    request = asked(stage, session)
    with pytest.raises(Refused, match="Only who asked"):
        withdraw(request, hand(stage.centre.leader))
    withdraw(request, hand(stage.centre.rival))
    with pytest.raises(Refused, match="decided already"):
        say_yes(request, hand(clerk(stage), now=LATER))
    assert of_teams(stage) == AT_FIRST


def test_whoever_enters_another_time_no_longer_waits_for_the_first(stage: Stage, session: Session) -> None:
    asked(stage, session)
    enter(session, stage.centre.rival, 20.1, 22.1, reason="")
    assert WindowRequest.objects.get().state == "withdrawn"


def test_taking_a_source_away_that_gives_money_to_ones_own_team_waits_too(stage: Stage, session: Session) -> None:
    enter(session, stage.centre.staff, 21.5, 22, office=True)
    session.refresh_from_db()
    outcome = set_times(session, PLATFORM, None, None, hand(stage.centre.rival, reason="记错了", now=LATER))
    assert outcome.request and outcome.request.started_at is None
    say_yes(outcome.request, hand(clerk(stage), of_the_office=True, now=LATER))
    assert (of_teams(stage), lines_in(session)) == (AT_FIRST, {"within"})


def test_an_asking_is_in_the_history_of_the_event(stage: Stage, session: Session) -> None:
    withdraw(asked(stage, session), hand(stage.centre.rival))
    acts = list(session.changes.order_by("pk").values_list("act", "after"))
    assert [act for act, _after in acts] == [EventChange.Act.TIME_ASKED, EventChange.Act.TIME_TAKEN_BACK]
    assert acts[0][1].endswith("06-01 19:00–22:00")


def test_a_look_at_it_leaves_no_event_behind(stage: Stage, session: Session) -> None:
    foresee_times(session, PLATFORM, at(19), at(22), hand(stage.centre.rival, now=LATER))
    session.refresh_from_db()
    assert (session.event, session.platform_start) == (None, None)


def test_a_press_that_would_give_money_to_ones_own_team_is_refused(stage: Stage, session: Session) -> None:
    """The orders were in before anybody pressed: a start pressed now would take them in."""
    with pytest.raises(Refused, match="township staff"):
        press([session], "start", hand(stage.centre.rival, now=at(19.25)))
    assert of_teams(stage) == AT_FIRST


def test_a_press_is_recorded_where_it_moves_money_alone(stage: Stage, session: Session) -> None:
    press([session], "start", hand(stage.centre.rival, now=at(20.1)))
    assert not RecordedChange.objects.exists()
    press([session], "end", hand(stage.centre.rival, now=at(20.5)))
    assert RecordedChange.objects.get().net_fen == 2002
    assert of_teams(stage) == (sum(AT_FIRST), 0)
