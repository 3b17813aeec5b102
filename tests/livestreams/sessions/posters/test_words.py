"""The text for the group."""

from livestreams.sessions.models import LineUpItem, Session
from livestreams.sessions.posters.words import group_text
from tests.livestreams.sessions.builders import planned
from tests.livestreams.sessions.posters.conftest import line_up, read, reserve
from tests.livestreams.sessions.public.builders import soon

LINK = "https://v.douyin.com/iexample/"


def text_of(session: Session, address: str = "") -> str:
    items = LineUpItem.objects.filter(event=session.event).select_related("product", "sku__product")
    return group_text(session, items, ["十四小只"], address)


def coming(stage) -> Session:
    begin, end = soon(2)
    return read(planned(stage, starts_at=begin, ends_at=end, crew=()).sessions.get())


def test_it_tells_title_time_account_and_place(session, stage):
    text = text_of(session)
    assert all(part in text for part in ("樱桃专场", "20:00–22:00", stage.douyin.nickname, "下柏樱桃园", "十四小只"))


def test_it_tells_products_with_their_prices(session, stage):
    line_up(session, *stage.products[:2])
    LineUpItem.objects.filter(product=stage.products[0]).update(price_fen=5990, sku=stage.skus[0])
    lines = text_of(session).splitlines()
    assert f"1. {stage.skus[0].full_name} ¥59.90" in lines and f"2. {stage.products[1].name}" in lines


def test_a_long_line_up_is_cut_with_how_many_more(session, stage):
    items = [LineUpItem(event=session.event, position=each, product=stage.products[0]) for each in range(14)]
    lines = group_text(session, items, []).splitlines()
    assert "12. 大樱桃" in lines and "13. 大樱桃" not in lines and any("2" in line for line in lines[-3:])


def test_the_link_stands_on_a_line_of_its_own(stage):
    assert LINK in text_of(reserve(coming(stage), reservation=LINK)).splitlines()


def test_without_a_link_it_tells_what_to_search(stage):
    assert f"“{stage.douyin.nickname}”" in text_of(coming(stage)).splitlines()[-1]


def test_afterwards_it_tells_where_to_see_it_again(session):
    text = text_of(reserve(session, reservation=LINK, replay_url="https://example.com/again"))
    assert "https://example.com/again" in text and LINK not in text


def test_our_own_page_comes_last(stage):
    assert text_of(coming(stage), "https://anyu.example/live/x/").splitlines()[-1] == "https://anyu.example/live/x/"


def test_no_persons_name_is_told(session, stage):
    stage.centre.leader.display_name = "王小穗"
    stage.centre.leader.save()
    assert "王小穗" not in text_of(session)
