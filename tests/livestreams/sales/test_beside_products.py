import datetime

import pytest
from django.utils import timezone

from livestreams.sales.beside_products import broadcasts_of
from livestreams.sales.models import DailyTotal
from livestreams.sessions.adopting import event_of
from livestreams.sessions.models import LineUpItem, Session
from livestreams.teams.models import Account, Team
from products.models import Product, Sku

NOW = timezone.now()


def hours(number: float) -> datetime.datetime:
    return NOW + datetime.timedelta(hours=number)


def put_session(team: str, begin: float, end: float, title: str = "专场") -> Session:
    account = Account.objects.filter(platform="douyin").order_by("pk").first()
    session = Session.objects.create(
        slug=f"s{Session.objects.count()}", title=title, township=account.township, account=account,
        started_at=hours(begin), ended_at=hours(end),
    )  # fmt: skip
    session.set_shares({Team.objects.get(slug=team): 100})
    return session


def sell(session: Session, product: Product) -> None:
    sku = Sku.objects.filter(product=product).first()
    DailyTotal.objects.create(
        township=session.township, shop=session.account, session=session, sku=sku,
        day=timezone.localdate(session.started_at), lines=1, items=1, weight_g=1,
        paid_fen=1, refunded_fen=0, provisional_fen=0,
    )  # fmt: skip


@pytest.fixture
def cherry(sample_world) -> Product:
    """下柏村 and 东三涧村 grow it."""
    Session.objects.all().delete()
    return Product.objects.get(slug="cherry")


def test_next_broadcast_of_a_growing_village_s_team_is_told(cherry):
    put_session("changgan-team", 24, 26)
    (found,) = broadcasts_of(Product.objects.get(slug="strawberry"))["coming_broadcasts"]
    assert found.teams == ["长杆村助农团队"]


def test_team_of_another_village_is_not(cherry):
    put_session("changgan-team", 24, 26)
    assert broadcasts_of(cherry)["coming_broadcasts"] == []


def with_line_up(session: Session, product: Product) -> None:
    LineUpItem.objects.create(event=event_of(session), position=1, product=product)


def test_line_up_without_the_product_is_not_its_broadcast(cherry):
    with_line_up(put_session("fourteen", 24, 26), Product.objects.get(slug="strawberry"))
    assert broadcasts_of(cherry)["coming_broadcasts"] == []


def test_line_up_with_the_product_is_whoever_holds_it(cherry):
    session = put_session("changgan-team", 24, 26)
    with_line_up(session, cherry)
    assert [each.slug for each in broadcasts_of(cherry)["coming_broadcasts"]] == [session.slug]


def test_team_of_the_whole_township_is(cherry):
    put_session("fourteen", 24, 26)
    assert broadcasts_of(cherry)["coming_broadcasts"]


def test_what_is_on_now_is_still_to_come(cherry):
    put_session("fourteen", -1, 1)
    assert broadcasts_of(cherry)["coming_broadcasts"][0].is_on


def test_two_next_ones_the_nearest_first(cherry):
    for begin in (72, 24, 48):
        put_session("fourteen", begin, begin + 1, f"{begin}")
    assert [found.title for found in broadcasts_of(cherry)["coming_broadcasts"]] == ["24", "48"]


def test_past_ones_are_those_in_which_it_sold_the_latest_first(cherry):
    for begin in (-20, -40, -60, -80):
        sell(put_session("fourteen", begin, begin + 1, f"{begin}"), cherry)
    put_session("fourteen", -5, -4, "sold nothing")
    assert [found.title for found in broadcasts_of(cherry)["past_broadcasts"]] == ["-20", "-40", "-60"]


def test_what_sold_another_product_is_not_its_broadcast(cherry):
    sell(put_session("fourteen", -20, -19), Product.objects.get(slug="pear"))
    assert broadcasts_of(cherry)["past_broadcasts"] == []


def test_one_query(cherry, django_assert_num_queries):
    sell(put_session("fourteen", -20, -19), cherry)
    put_session("fourteen", 20, 21)
    with django_assert_num_queries(1):
        assert len(broadcasts_of(cherry)["past_broadcasts"]) == 1


def test_page_names_the_broadcast(cherry, client, settings, tmp_path):
    from zhunong.pages.demo.page_tree import publish_pages

    settings.MEDIA_ROOT = tmp_path
    publish_pages(cherry.township)
    put_session("fourteen", 24, 26, "樱桃收官专场")
    assert "樱桃收官专场" in client.get("/products/cherry/").text


def test_what_was_to_come_is_over_a_day_later(cherry, monkeypatch):
    put_session("fourteen", 20, 22)
    before = broadcasts_of(cherry)["coming_broadcasts"]
    monkeypatch.setattr(timezone, "now", lambda: hours(24))
    assert len(before) == 1 and broadcasts_of(cherry)["coming_broadcasts"] == []


def test_what_is_too_far_ahead_is_told_when_it_is_near(cherry, monkeypatch):
    put_session("fourteen", 24 * 15, 24 * 15 + 2)
    before = broadcasts_of(cherry)["coming_broadcasts"]
    monkeypatch.setattr(timezone, "now", lambda: hours(48))
    assert before == [] and len(broadcasts_of(cherry)["coming_broadcasts"]) == 1


def test_each_product_gets_the_answer_to_its_own_question(cherry):
    sell(put_session("fourteen", -20, -19), cherry)
    told = [len(broadcasts_of(product)["past_broadcasts"]) for product in (cherry, Product.objects.get(slug="pear"))]
    assert told == [1, 0]
