"""The line-up on the phone: what a member sees, adds, changes and moves, and what nobody else may."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from livestreams.sessions.models import Event, LineUpItem
from products.models import Batch, Price, Product, Season, Sku
from tests.livestreams.sessions.builders import Stage, planned
from tests.livestreams.sessions.builders import stage as another
from tests.livestreams.sessions.lines import put, put_three
from zhunong.places.models import Village


def address(event: Event) -> str:
    return reverse("my_sessions:line_up", args=[event.pk])


def post(phone, event: Event, **fields):
    return phone.post(address(event), fields)


def put_down(phone, stage: Stage, event: Event, number: int = 0, **fields):
    return post(phone, event, act="add", sku=stage.skus[number].pk, **{"price": "59.90", "points": "脆甜"} | fields)


@pytest.fixture
def season(stage: Stage) -> Season:
    """The pears are in season now."""
    today = timezone.localdate()
    around = datetime.timedelta(20)
    begin = max(today - around, today.replace(month=1, day=1))
    return Season.objects.create(
        product=stage.products[1], year=begin.year, picked_from=begin, picked_to=today + around
    )


def test_empty_line_up_says_what_it_is_for(phone, running: Event):
    page = phone.get(address(running)).text
    assert 'class="empty"' in page and "?add" in page


def test_product_is_put_down_with_price_stock_and_points(phone, stage: Stage, running: Event):
    put_down(phone, stage, running, price="59.9", stock="80", minutes="12")
    item = running.items.get()
    assert (item.price_fen, item.stock, item.minutes, item.points) == (5990, 80, 12, "脆甜")


def test_what_is_in_season_comes_first(phone, stage: Stage, running: Event, season: Season):
    page = phone.get(address(running) + "?add").text
    assert page.index("红香酥梨") < page.index("大樱桃") and page.index("红香酥梨") < page.index("山楂")


def test_pack_in_the_line_up_cannot_be_chosen_again(phone, stage: Stage, running: Event):
    put(stage, running)
    page = phone.get(address(running) + "?add").text
    assert f"?sku={stage.skus[0].pk}" not in page and f"?sku={stage.skus[1].pk}" in page


def test_product_without_packs_can_be_put_down(phone, stage: Stage, running: Event):
    bare = Product.objects.create(slug="bare", name="剪纸", category="heritage", township=stage.centre.township)
    assert f"?product={bare.pk}" in phone.get(address(running) + "?add").text
    post(phone, running, act="add", product=bare.pk)
    assert running.items.get().sku is None


@pytest.mark.parametrize(("platform", "shown"), [("douyin", True), ("taobao", False)])
def test_price_is_begun_with_the_latest_valid_one_of_the_platform(
    phone, stage: Stage, running: Event, platform: str, shown: bool
):
    today = timezone.localdate()
    for days, fen in ((30, 4000), (2, 5980)):
        Price.objects.create(
            product=stage.products[0], sku=stage.skus[0], platform=platform, price_fen=fen,
            noted_on=today - datetime.timedelta(days),
        )  # fmt: skip
    page = phone.get(address(running), {"sku": stage.skus[0].pk}).text
    assert ('value="59.80"' in page) is shown


def test_ended_price_is_not_taken(phone, stage: Stage, running: Event):
    yesterday = timezone.localdate() - datetime.timedelta(1)
    Price.objects.create(
        product=stage.products[0], sku=stage.skus[0], platform="douyin", price_fen=5980, noted_on=yesterday,
        valid_until=yesterday,
    )  # fmt: skip
    assert "59.80" not in phone.get(address(running), {"sku": stage.skus[0].pk}).text


def test_price_that_is_none_is_told_at_its_field_and_nothing_is_lost(phone, stage: Stage, running: Event):
    answer = put_down(phone, stage, running, price="五块", points="早上摘的")
    assert answer.status_code == 422 and "五块" in answer.text and "早上摘的" in answer.text
    assert not running.items.exists()


def test_same_pack_sent_twice_is_told_in_one_sentence(phone, stage: Stage, running: Event):
    put_down(phone, stage, running)
    answer = put_down(phone, stage, running)
    assert answer.status_code == 409 and answer.text.count('role="alert"') == 1
    assert running.items.count() == 1


def test_newest_batch_is_proposed(phone, stage: Stage, running: Event):
    village = Village.objects.create(slug="xiabai", name="下柏村", township=stage.centre.township)
    old, new = (
        Batch.objects.create(
            product=stage.products[0], village=village, number=f"B{days}",
            picked_on=timezone.localdate() - datetime.timedelta(days),
        )
        for days in (9, 1)
    )  # fmt: skip
    page = phone.get(address(running), {"sku": stage.skus[0].pk}).text
    assert f'<option value="{new.pk}" selected>' in page and f'<option value="{old.pk}">' in page


def test_points_are_changed(phone, stage: Stage, running: Event, items: list[LineUpItem]):
    post(phone, running, act="change", item=items[1].pk, price="29.80", points="煮梨水")
    items[1].refresh_from_db()
    assert (items[1].points, items[1].price_fen) == ("煮梨水", 2980)


def test_words_are_found_right_at_the_text_and_the_draft_is_kept(phone, stage: Stage, running: Event):
    answer = put_down(phone, stage, running, points="最甜的樱桃")
    assert answer.status_code == 302
    item = running.items.get()
    assert "最甜" in item.points and "“最甜”" in phone.get(address(running)).text
    assert "“最甜”" in phone.get(address(running), {"item": item.pk}).text


def test_moved_by_a_button_without_scripts(phone, running: Event, items: list[LineUpItem]):
    answer = post(phone, running, act="down", item=items[0].pk, place=1)
    assert answer.status_code == 302
    assert [item.pk for item in running.items.all()] == [items[1].pk, items[0].pk, items[2].pk]


def test_with_htmx_only_the_list_comes_back(phone, running: Event, items: list[LineUpItem]):
    answer = phone.post(
        address(running), {"act": "up", "item": items[2].pk, "place": 3}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 200 and answer.text.lstrip().startswith('<div id="line-up"')


def test_taken_out(phone, running: Event, items: list[LineUpItem]):
    post(phone, running, act="remove", item=items[0].pk)
    assert running.items.count() == 2


def test_earlier_line_up_is_offered_where_there_is_none_yet(phone, stage: Stage, running: Event):
    before = planned(stage, title="上一场", starts_at=running.starts_at - datetime.timedelta(1),
                     ends_at=running.starts_at - datetime.timedelta(hours=22))  # fmt: skip
    put_three(stage, before)
    assert "上一场" in phone.get(address(running)).text
    post(phone, running, **{"act": "copy", "from": before.pk})
    assert running.items.count() == 3


@pytest.mark.parametrize("given", [{"act": "fly"}, {"act": "up", "item": "x"}, {"act": "copy", "from": "9" * 30}, {}])
def test_what_no_page_sends_is_not_found(phone, running: Event, given: dict[str, str]):
    assert post(phone, running, **given).status_code == 404


def test_team_that_has_no_part_in_it_is_not_let_in(phone_of, stage: Stage, running: Event):
    assert phone_of(stage.centre.rival).get(address(running)).status_code == 404


def test_product_of_another_township_cannot_be_put_down(phone, running: Event):
    other = another("biechu")
    assert post(phone, running, act="add", sku=other.skus[0].pk).status_code == 404
    assert not running.items.exists()


@pytest.mark.parametrize("query", ["", "?add"])
def test_queries_do_not_grow_with_the_products(
    phone, stage: Stage, running: Event, query: str, django_assert_max_num_queries
):
    products = Product.objects.bulk_create(
        Product(slug=f"p{number}", name=f"果{number}", category="fruit", township=stage.centre.township)
        for number in range(40)
    )
    packs = Sku.objects.bulk_create(
        Sku(code=f"p{number}", product=product, name="5斤", net_weight_g=2500)
        for number, product in enumerate(products)
    )
    for number, pack in enumerate(packs[:30]):
        LineUpItem.objects.create(event=running, position=number, product=pack.product, sku=pack, points="脆甜")
    with django_assert_max_num_queries(14):
        assert phone.get(address(running) + query).status_code == 200
