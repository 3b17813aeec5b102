"""Sessions planned, moved and shared here, and order files: exact to the fen, whatever comes first."""

from pathlib import Path

import pytest

from livestreams.rooms.changing import Hand
from livestreams.rooms.refusals import Refused
from livestreams.sales.changes import carry_out, changing
from livestreams.sales.corrections import Said, correct
from livestreams.sales.models import RecordedChange
from livestreams.sales.recrediting import Touched
from livestreams.sales.session_crediting import touching
from livestreams.sales.tables import load_tables
from livestreams.sessions import sharing
from livestreams.sessions.crediting import Span
from livestreams.sessions.models import Event, EventTeam, Session
from livestreams.sessions.planning import cancel, change_plan, plan
from livestreams.sessions.windows import set_times
from livestreams.teams.models import Account
from tests import people
from tests.livestreams.sales.builders import (
    WORLD,
    bring_rows,
    line,
    paid,
    row,
    totals,
    write_world,
)
from tests.livestreams.sales.live import CLERK, PLATFORM, moment, shifted, wanted
from zhunong.access.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("agreeing", "english")]
MIDNIGHT = ("05-31 23:00", "06-01 01:00")
NO_SESSIONS = "slug,title,platform,account_id,started_at,ended_at,teams\n"


@pytest.fixture
def quiet_world(db: None, tmp_path: Path) -> Path:
    """The small world without any session."""
    directory = write_world(tmp_path, sessions=NO_SESSIONS)
    load_tables(directory)
    return directory


def orders_of_the_night() -> None:
    """One order before, at the start, after midnight, in the last second, and at the end."""
    times = ("2026-05-31 22:59:59", "2026-05-31 23:00:00", "2026-06-01 00:30:00", "2026-06-01 00:59:59",
             "2026-06-01 01:00:00")  # fmt: skip
    for platform, amount in (("douyin", 1003), ("kuaishou", 2005)):
        rows = [
            row(platform, f"{platform}-{number}", paid=time, placed=time, amount=f"{(amount + number) / 100:.2f}")
            for number, time in enumerate(times)
        ]
        bring_rows(*rows, account="1001" if platform == "douyin" else "2001")


def event_of_the_night(parts: dict[str, int] | None = None) -> Event:
    accounts = list(Account.objects.filter(account_id__in=("1001", "2001")).order_by("platform"))
    return plan(wanted("夜场", accounts, MIDNIGHT, parts or {"changgan-team": 100}), CLERK)


@pytest.mark.parametrize("is_planned_first", [True, False])
def test_several_accounts_past_midnight_are_credited_to_the_fen_whatever_comes_first(quiet_world, is_planned_first):
    acts = [event_of_the_night, orders_of_the_night]
    for act in acts if is_planned_first else acts[::-1]:
        act()
    inside = (1004 + 1005 + 1006, 2006 + 2007 + 2008)
    assert paid("team") == {"changgan-team": sum(inside), "fourteen": 1003 + 1007 + 2005 + 2009}
    by_session = paid("session")
    assert sorted(by_session[each.slug] for each in Session.objects.all()) == sorted(inside)
    assert paid("day") == {
        "2026-05-31": 1003 + 1004 + 2005 + 2006,
        "2026-06-01": 1005 + 1006 + 1007 + 2007 + 2008 + 2009,
    }


def test_an_event_shared_by_two_teams_is_split_line_by_line(quiet_world):
    event = event_of_the_night({"changgan-team": 67, "feng-team": 33})
    orders_of_the_night()
    assert set(paid("team")) == {"changgan-team", "fourteen"}
    sharing.answer(event.parts.get(answer=EventTeam.Answer.ASKED), True, Hand(None))
    inside = [1004, 1005, 1006, 2006, 2007, 2008]
    theirs = sum(round(each * 0.33) for each in inside)
    assert (paid("team")["feng-team"], paid("team")["changgan-team"]) == (theirs, sum(inside) - theirs)


def test_one_of_two_accounts_moved_moves_its_own_lines_alone(quiet_world):
    event = event_of_the_night()
    orders_of_the_night()
    douyin = event.sessions.get(account__platform="douyin")
    effect = set_times(douyin, PLATFORM, moment("05-31 23:00:01"), moment("06-01 01:00:01"), CLERK).effect
    assert effect is not None
    assert {move.key: (move.lines, move.net_fen) for move in effect.moves if move.dimension == "team"} == {
        "changgan-team": (0, 1007 - 1004), "fourteen": (0, 1004 - 1007),
    }  # fmt: skip


def test_an_event_with_credited_lines_is_not_cancelled_even_by_the_office(quiet_world):
    event = event_of_the_night()
    orders_of_the_night()
    before = paid("team")
    with pytest.raises(Refused, match="was held or has sales"):
        cancel(event, CLERK)
    assert (paid("team"), event.sessions.count()) == (before, 2)


def test_an_account_left_out_before_its_orders_came_has_its_lines_outside_sessions(quiet_world):
    event = event_of_the_night()
    douyin = Account.objects.filter(account_id="1001")
    change_plan(event, wanted("夜场", list(douyin), MIDNIGHT, {"changgan-team": 100}), CLERK)
    orders_of_the_night()
    assert paid("team")["changgan-team"] == 1004 + 1005 + 1006


def test_a_moved_window_is_recorded_with_its_old_and_new_time_and_its_money(quiet_world):
    event = event_of_the_night()
    orders_of_the_night()
    douyin = event.sessions.get(account__platform="douyin")
    set_times(douyin, PLATFORM, moment("05-31 23:00:01"), moment("06-01 01:00"), CLERK)
    change = RecordedChange.objects.get(table="sessions")
    assert change.rows[0]["fields"] == {"started at": ["2026-05-31 23:00:00", "2026-05-31 23:00:01"]}
    assert (change.rows[0]["key"], change.reason, change.lines, change.net_fen) == (douyin.slug, "改时间", 1, 1004)


def test_what_a_table_sets_holds_until_a_time_is_entered_anew(world, tmp_path):
    """Tables know of one session; it was entered here, then by the table again, then here."""
    session = Session.objects.get(slug="alone")
    placed = {"early": "2026-05-31 19:30:00", "within": "2026-05-31 21:00:00"}
    bring_rows(*(row("douyin", key, placed=time, paid=time, streamer="9001") for key, time in placed.items()))
    set_times(session, PLATFORM, moment("05-31 19:00"), moment("05-31 20:30"), CLERK)
    assert totals("session")["alone"][0] == 1
    assert line_in_session("early")
    load_tables(world)
    session.refresh_from_db()
    assert (session.started_at, session.platform_start) == (moment("05-31 20:00"), moment("05-31 19:00"))
    assert line_in_session("within")
    again = load_tables(world)
    assert (again.recredited, again.tables["sessions"].changed) == (0, 0)
    session.refresh_from_db()
    set_times(session, PLATFORM, moment("05-31 19:00"), moment("05-31 20:40"), CLERK)
    assert line_in_session("early")
    assert not line_in_session("within")


def line_in_session(key: str) -> bool:
    return line(key).session_id is not None


def test_a_table_that_gives_two_sessions_of_one_account_new_times_is_taken_as_it_is(world, tmp_path):
    """Also where both have times that were entered here."""
    second = WORLD["sessions"] + "late,晚场,douyin,9001,2026-05-31 22:30:00,2026-05-31 23:30:00,changgan-team:100\n"
    load_tables(write_world(tmp_path, sessions=second))
    for session in Session.objects.filter(account__account_id="9001"):
        set_times(session, PLATFORM, *shifted(session, 5), CLERK)
    load_tables(tmp_path)
    starts = Session.objects.filter(account__account_id="9001").values_list("started_at", flat=True)
    assert set(starts) == {moment("05-31 20:00"), moment("05-31 22:30")}


def test_a_line_corrected_by_hand_keeps_its_correction_when_the_window_moves_over_it(quiet_world):
    """Its refund is nobody's to move; its money follows the session."""
    event = event_of_the_night()
    orders_of_the_night()
    clerk = people.person("clerk")
    correct_line(clerk, "douyin-1", Said(refunded_fen=400))
    correct_line(clerk, "douyin-2", Said(teams="feng-team:100"))
    douyin = event.sessions.get(account__platform="douyin")
    set_times(douyin, PLATFORM, moment("06-01 00:59:59"), moment("06-01 01:30"), CLERK)
    assert (line("douyin-1").session_id, line("douyin-1").refunded_fen) == (None, 400)
    assert paid("team")["feng-team"] == 1005
    set_times(douyin, PLATFORM, None, None, CLERK)
    assert (line("douyin-1").session_id, line("douyin-1").refunded_fen) == (douyin.pk, 400)
    assert paid("team")["feng-team"] == 1005


def correct_line(by: User, key: str, said: Said) -> None:
    kept = line(key)

    def write(touched: Touched) -> None:
        correct(kept.shop, kept.key, said, "核对过", by, touched)

    carry_out(changing(write), [])


def test_lines_of_other_times_are_not_read_again(quiet_world):
    """However many the account has: what was ordered within the old and the new time is all that is looked at."""
    event = event_of_the_night()
    orders_of_the_night()
    douyin = event.sessions.get(account__platform="douyin")
    touched = Touched()
    touching(lambda spans: spans.append(Span(douyin.account_id, moment("06-01 00:30"), moment("06-01 01:00"))))(touched)
    assert touched == Touched(placed={line("douyin-2").shop_id: {line("douyin-2").pk, line("douyin-3").pk}})
