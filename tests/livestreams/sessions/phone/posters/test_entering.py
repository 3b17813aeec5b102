"""Entering what the platform gives: on the poster at once, or refused with a sentence."""

import pytest

from livestreams.sessions.models import EventChange
from tests.livestreams.sessions.builders import planned
from tests.livestreams.sessions.builders import stage as another_stage
from tests.livestreams.sessions.phone.posters.conftest import LINK, OF_ITS_OWN, address, codes, picture, poster, send
from tests.livestreams.sessions.posters.conftest import read
from tests.livestreams.sessions.public.builders import show


def test_a_link_that_is_entered_is_on_the_poster_at_once(phone, session):
    assert codes(poster(phone, session)) == []
    assert send(phone, session, reservation=LINK).status_code == 302
    assert codes(poster(phone, session)) == [LINK]


def test_the_address_changes_with_the_poster_so_that_no_old_one_is_shown(phone, session):
    def shown() -> str:
        return phone.get(address(session)).text.split("tall.jpg?")[1][:8]

    before = shown()
    send(phone, session, reservation=LINK)
    assert shown() != before


def test_a_picture_of_a_code_is_on_the_poster(phone, session):
    assert send(phone, session, code=picture()).status_code == 302
    assert codes(poster(phone, session)) == [OF_ITS_OWN]


def test_each_platforms_poster_has_its_own_code_alone(phone, stage):
    event = show(stage, accounts=[stage.douyin, stage.wechat]).event
    douyin, wechat = (event.sessions.get(account=each) for each in (stage.douyin, stage.wechat))
    send(phone, douyin, reservation=LINK)
    send(phone, wechat, code=picture())
    assert (codes(poster(phone, douyin)), codes(poster(phone, wechat))) == ([LINK], [OF_ITS_OWN])


@pytest.mark.parametrize(
    "fields",
    [
        {"reservation": "http://v.douyin.com/x/"}, {"reservation": "javascript:alert(1)"},
        {"reservation": "https://v.kuaishou.com/x"}, {"code": picture(b"%PDF-1.7")}, {"reservation": "a" * 501},
    ],
    ids=["http", "script", "another platform", "no picture", "too long"],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_sentence_and_nothing_is_written(phone, session, fields):
    answer = send(phone, session, **fields)
    assert answer.status_code == 422 and answer.text.count('class="field__error"') == 1
    assert (read(session).reservation, read(session).reservation_code.name) == ("", "")


def test_what_was_typed_stays_when_it_is_refused(phone, session):
    assert "http://v.douyin.com/typed/" in send(phone, session, reservation="http://v.douyin.com/typed/").text


def test_a_good_link_is_not_kept_beside_a_bad_picture(phone, session):
    send(phone, session, reservation=LINK, code=picture(b"no picture"))
    assert read(session).reservation == ""


def test_who_entered_it_is_kept(phone, session, stage):
    send(phone, session, reservation=LINK)
    assert EventChange.objects.get(session=session).by == stage.centre.leader


def test_a_picture_can_be_taken_away(phone, session):
    send(phone, session, code=picture())
    send(phone, session, drops_code="on")
    assert not read(session).reservation_code


def test_an_empty_picture_box_keeps_the_picture(phone, session):
    send(phone, session, code=picture())
    send(phone, session, reservation="")
    assert read(session).reservation_code


def test_the_replay_is_asked_for_once_it_is_over(phone, stage, session):
    past = read(show(stage, -5))
    assert "replay_url" not in phone.get(address(session)).text
    assert "replay_url" in phone.get(address(past)).text
    send(phone, past, replay_url="https://example.com/again")
    assert read(past).replay_url == "https://example.com/again"


def test_before_the_end_a_replay_is_not_taken(phone, session):
    send(phone, session, replay_url="https://example.com/again")
    assert read(session).replay_url == ""


def test_a_session_of_another_event_cannot_be_written_here(phone, stage, session):
    theirs = another_stage("beside")
    other = planned(theirs).sessions.get()
    for key in (other.pk, "", "x", "9" * 30):
        answer = phone.post(address(session), {"session": key, f"s{other.pk}-reservation": LINK})
        assert answer.status_code == 404
    assert read(other).reservation == ""
