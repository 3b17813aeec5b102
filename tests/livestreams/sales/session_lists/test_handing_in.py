"""Handing in a list: what it would change first, then done; money moves by the same rules as ever."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.session_lists.forms import opened
from livestreams.sales.times import as_text
from livestreams.sessions.models import PlatformFigures, Session, WindowRequest
from tests.livestreams.sales.builders import bring, order_file, paid, row
from tests.livestreams.sales.manual.sales import upload
from tests.livestreams.sales.session_lists.files import HISTORY, NAME, history, livestream, workbook

DESK, PHONE = "sales", "my_sales"
LATE = {"streamer": "9001", "mark": "直播", "placed": "2026-05-31 22:10:00", "paid": "2026-05-31 22:11:00"}
"""An order after the session's end as it was planned, before the platform's."""


def hand_in(client: Client, content: bytes, at: str = DESK, name: str = NAME, **more: str):
    return client.post(reverse(f"{at}:session_lists"), {"file": upload(content, name), **more})


def say_yes(client: Client, page, at: str = DESK):
    seal = page.context["seal"]
    return client.post(reverse(f"{at}:carry_out_session_list"), {"seal": seal}, follow=True)


def done(client: Client, content: bytes, at: str = DESK, name: str = NAME, **more: str):
    return say_yes(client, hand_in(client, content, at, name, **more), at)


def times(session: Session) -> tuple[str, str]:
    session.refresh_from_db()
    return as_text(session.started_at), as_text(session.ended_at)


def test_looking_changes_nothing(desk: Client, session: Session):
    before = times(session)
    page = hand_in(desk, workbook(livestream()))
    assert (page.status_code, times(session), PlatformFigures.objects.count()) == (200, before, 0)
    assert "05-31 20:03:10–22:31:00" in page.content.decode()


def test_a_yes_enters_figures_and_times(desk: Client, session: Session):
    done(desk, workbook(livestream()))
    figures = session.figures.get()
    assert (figures.source, figures.views, figures.paid_fen) == ("export", 1500, 328_050)
    assert as_text(figures.as_of) == "2026-06-02 09:00:00"
    assert times(session) == ("2026-05-31 20:03:10", "2026-05-31 22:31:00")


def test_the_same_list_twice_has_nothing_to_say_yes_to(desk: Client, session: Session):
    done(desk, workbook(livestream()))
    assert hand_in(desk, workbook(livestream())).context["seal"] == ""


def test_an_older_list_overrides_neither_figures_nor_times(desk: Client, session: Session):
    done(desk, workbook(livestream()))
    older = livestream(直播间观看次数="900", 直播结束时间="2026/05/31 21:00:00", 评论次数="7")
    done(desk, workbook(older), name="直播间列表-20260601090000.xlsx")
    figures = session.figures.get()
    assert (figures.views, figures.comments, times(session)[1]) == (1500, 7, "2026-05-31 22:31:00")


def test_a_list_of_minutes_does_not_blur_what_is_known_to_the_second(desk: Client, session: Session):
    done(desk, workbook(livestream()))
    account = str(session.account_id)
    done(desk, workbook(history(评论次数="5"), columns=HISTORY), name="历史直播-20260603090000.xlsx", account=account)
    assert (times(session)[0], session.figures.get().comments) == ("2026-05-31 20:03:10", 5)


def test_a_session_gets_an_order_that_came_before_its_true_end(desk: Client, session: Session):
    bring(order_file(row("douyin", "1", **LATE)))
    assert paid("session")[None] == 1000
    done(desk, workbook(livestream()))
    assert paid("session") == {"alone": 1000}


def test_what_would_move_is_told_before(desk: Client, session: Session):
    bring(order_file(row("douyin", "1", **LATE)))
    page = hand_in(desk, workbook(livestream())).content.decode()
    assert "10.00" in page and "长杆队" in page


def test_what_would_go_to_ones_own_team_waits_for_a_clerk(phone: Client, session: Session):
    bring(order_file(row("douyin", "1", **LATE)))
    done(phone, workbook(livestream()), PHONE)
    request = WindowRequest.objects.get()
    assert (request.state, request.session, times(session)[1]) == ("waiting", session, "2026-05-31 22:00:00")
    assert session.figures.get().views == 1500


def test_a_time_without_money_is_entered_by_a_member(phone: Client, session: Session):
    done(phone, workbook(livestream()), PHONE)
    assert times(session)[1] == "2026-05-31 22:31:00"


def test_a_member_has_the_own_accounts_alone(phone: Client, session: Session):
    session.account.ownerships.all().delete()
    page = hand_in(phone, workbook(livestream()), PHONE)
    assert (page.context["changes"], len(page.context["left"])) == ([], 1)


def test_orders_that_came_in_meanwhile_are_looked_at_once_more(desk: Client, session: Session):
    page = hand_in(desk, workbook(livestream()))
    bring(order_file(row("douyin", "1", **LATE)))
    say_yes(desk, page)
    assert (PlatformFigures.objects.count(), times(session)[1]) == (0, "2026-05-31 22:00:00")


def test_one_time_that_cannot_be_leaves_the_others(desk: Client, session: Session):
    other = Session.objects.create(
        slug="next", title="夜场", township=session.township, account=session.account,
        started_at="2026-05-31T22:20:00+08:00", ended_at="2026-05-31T23:00:00+08:00",
    )  # fmt: skip
    other.set_shares({share.team: share.percent for share in session.shares.all()})
    page = done(desk, workbook(livestream())).content.decode()
    assert (times(session)[1], session.figures.get().views) == ("2026-05-31 22:00:00", 1500)
    assert "夜场" in page


def test_one_time_makes_room_for_another(desk: Client, session: Session):
    other = Session.objects.create(
        slug="next", title="夜场", township=session.township, account=session.account,
        started_at="2026-05-31T22:20:00+08:00", ended_at="2026-05-31T23:00:00+08:00",
    )  # fmt: skip
    other.set_shares({share.team: share.percent for share in session.shares.all()})
    second = livestream(直播开始时间="2026/05/31 22:40:00", 直播结束时间="2026/05/31 23:10:00")
    done(desk, workbook(livestream(), second))
    assert (times(session)[1], times(other)[0]) == ("2026-05-31 22:31:00", "2026-05-31 22:40:00")


def test_a_picture_that_the_list_confirms_is_deleted(desk, session, settings):
    row_of = PlatformFigures.objects.create(session=session, source="picture", views=1500)
    row_of.picture.save("x.jpg", upload(b"jpeg"))
    done(desk, workbook(livestream()))
    row_of.refresh_from_db()
    assert not row_of.picture and row_of.picture_deleted_at


def test_the_page_of_somebody_else_is_not_carried_out(desk: Client, phone: Client, session: Session):
    seal = hand_in(desk, workbook(livestream())).context["seal"]
    phone.post(reverse("my_sales:carry_out_session_list"), {"seal": seal})
    assert not PlatformFigures.objects.exists()


@pytest.mark.parametrize("seal", ["", "x", "eyJ1c2VyIjoxfQ:1:abc"])
def test_a_seal_that_was_touched_is_nothing(desk: Client, seal: str):
    assert desk.post(reverse("sales:carry_out_session_list"), {"seal": seal}).status_code == 302
    assert opened(seal, None) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("at", [DESK, PHONE])
def test_a_list_that_another_site_sends_is_not_taken(desk: Client, at: str):
    desk.handler.enforce_csrf_checks = True
    assert hand_in(desk, workbook(livestream()), at).status_code == 403


def test_what_is_no_list_gets_one_sentence(desk: Client, session: Session):
    page = hand_in(desk, b"%PDF-1.7")
    assert (page.status_code, page.content.decode().count("hi-error")) == (422, 1)


def test_no_byte_of_the_file_is_kept(desk: Client, session: Session, tmp_path: Path):
    done(desk, workbook(livestream(主播头像="https://example.invalid/face.png")))
    assert not list(tmp_path.rglob("*.xlsx"))
    assert session.figures.get().file_name == NAME


def test_a_phone_number_in_the_files_name_is_masked(desk: Client, session: Session):
    done(desk, workbook(livestream()), name="13800138000-20260602090000.xlsx")
    assert "13800138000" not in session.figures.get().file_name


def test_fifty_livestreams_are_looked_at_with_few_queries(desk, session, django_assert_max_num_queries):
    rows = [livestream(直播开始时间=f"2026/05/{day:02} 20:03:10") for day in range(1, 31)]
    with django_assert_max_num_queries(45):
        hand_in(desk, workbook(*rows))
