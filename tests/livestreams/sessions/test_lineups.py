"""The line-up: what is put down, moved, taken out and taken over, each noted, and nothing done twice."""

import pytest

from livestreams.rooms.refusals import Refused
from livestreams.sessions.lineups import MOST, add, change, copy_line_up, move, remove
from livestreams.sessions.models import Event, EventChange, LineUpItem
from livestreams.sessions.planning import cancel
from livestreams.sessions.segments import tap
from products.models import Batch, Product, Sku
from tests.livestreams.sessions.builders import Stage, at, hand, planned, stage
from tests.livestreams.sessions.lines import entry, put, put_three
from zhunong.places.models import Village


@pytest.fixture
def event(stage: Stage) -> Event:
    return planned(stage)


def names(event: Event) -> list[str]:
    return [item.name for item in event.items.select_related("sku__product")]


def places(event: Event) -> list[int]:
    return list(event.items.values_list("position", flat=True))


def test_products_stand_in_the_order_in_which_they_were_added(stage: Stage, event: Event):
    put_three(stage, event)
    assert names(event) == ["大樱桃5斤", "红香酥梨5斤", "山楂5斤"]
    assert places(event) == [1, 2, 3]


def test_each_change_is_noted_with_who_made_it(stage: Stage, event: Event):
    put(stage, event, stock=80, minutes=10)
    noted = event.changes.filter(act=EventChange.Act.LINE_UP).get()
    assert noted.by == stage.centre.leader
    assert noted.after.startswith("+ 大樱桃5斤 ¥59.90 80") and "10" in noted.after


def test_same_pack_is_put_down_once(stage: Stage, event: Event):
    put(stage, event)
    with pytest.raises(Refused, match="大樱桃5斤"):
        put(stage, event)
    assert event.items.count() == 1


def test_product_without_a_pack_is_put_down_once(stage: Stage, event: Event):
    put(stage, event, sku=None)
    with pytest.raises(Refused):
        put(stage, event, sku=None)


def test_another_pack_of_the_product_is_another_place(stage: Stage, event: Event):
    small = Sku.objects.create(code="small", product=stage.products[0], name="大樱桃3斤", net_weight_g=1500)
    put(stage, event)
    put(stage, event, sku=small)
    assert names(event) == ["大樱桃5斤", "大樱桃3斤"]


def test_changed_price_is_noted_from_and_to(stage: Stage, event: Event):
    item = put(stage, event)
    change(item, entry(stage, price_fen=4990), hand(stage.centre.member))
    noted = event.changes.filter(act=EventChange.Act.LINE_UP).first()
    assert noted and ("¥59.90" in noted.before, "¥49.90" in noted.after) == (True, True)


def test_saved_unchanged_it_is_not_noted(stage: Stage, event: Event):
    item = put(stage, event)
    before = event.changes.count()
    change(item, entry(stage), hand(stage.centre.leader))
    assert event.changes.count() == before


def test_moved_up_it_changes_places_with_the_one_above(stage: Stage, event: Event):
    third = put_three(stage, event)[2]
    move(third, -1, 3, hand(stage.centre.leader))
    assert names(event) == ["大樱桃5斤", "山楂5斤", "红香酥梨5斤"]


def test_same_tap_twice_moves_once(stage: Stage, event: Event):
    first = put_three(stage, event)[0]
    for _tap in range(2):
        move(first, 1, 1, hand(stage.centre.leader))
    assert names(event) == ["红香酥梨5斤", "大樱桃5斤", "山楂5斤"]


@pytest.mark.parametrize(("number", "steps"), [(0, -1), (2, 1)])
def test_nothing_moves_beyond_the_ends(stage: Stage, event: Event, number: int, steps: int):
    items = put_three(stage, event)
    move(items[number], steps, number + 1, hand(stage.centre.leader))
    assert places(event) == [1, 2, 3]


def test_taken_out_it_leaves_no_gap(stage: Stage, event: Event):
    items = put_three(stage, event)
    remove(items[1], hand(stage.centre.leader))
    assert (names(event), places(event)) == (["大樱桃5斤", "山楂5斤"], [1, 2])


def test_taken_out_twice_it_is_out(stage: Stage, event: Event):
    items = put_three(stage, event)
    for _tap in range(2):
        remove(items[0], hand(stage.centre.leader))
    assert places(event) == [1, 2]


def test_what_was_on_air_stays_in_the_record(stage: Stage, event: Event):
    item = put(stage, event)
    tap(event, 0, item.pk, at(20.5))
    with pytest.raises(Refused, match="大樱桃5斤"):
        remove(item, hand(stage.centre.leader))
    assert LineUpItem.objects.filter(pk=item.pk).exists()


def test_last_time_s_line_up_is_taken_over_without_batches(stage: Stage, event: Event):
    village = Village.objects.create(slug="xiabai", name="下柏村", township=stage.centre.township)
    batch = Batch.objects.create(product=stage.products[0], village=village, number="B1", picked_on=at(8).date())
    put(stage, event, points="脆甜", minutes=9, batch=batch)
    later = planned(stage, starts_at=at(20, 1), ends_at=at(22, 1))
    assert copy_line_up(event, later, hand(stage.centre.leader)) == 1
    taken = later.items.get()
    assert (taken.points, taken.minutes, taken.price_fen, taken.batch) == ("脆甜", 9, 5990, None)


def test_taking_over_twice_adds_only_what_is_missing(stage: Stage, event: Event):
    put_three(stage, event)
    later = planned(stage, starts_at=at(20, 1), ends_at=at(22, 1))
    put(stage, later, 1)
    counts = [copy_line_up(event, later, hand(stage.centre.leader)) for _tap in range(2)]
    assert (counts, places(later)) == ([2, 0], [1, 2, 3])


def test_pack_of_another_product_is_refused(stage: Stage, event: Event):
    with pytest.raises(Refused):
        put(stage, event, sku=stage.skus[1])
    assert not event.items.exists()


def test_batch_of_another_product_is_refused(stage: Stage, event: Event):
    village = Village.objects.create(slug="xiabai", name="下柏村", township=stage.centre.township)
    batch = Batch.objects.create(product=stage.products[1], village=village, number="B1", picked_on=at(8).date())
    with pytest.raises(Refused):
        put(stage, event, batch=batch)


def test_product_of_another_township_is_refused(stage: Stage, event: Event):
    other = stage_beside()
    with pytest.raises(Refused):
        put(stage, event, product=other.products[0], sku=None)


def stage_beside() -> Stage:
    return stage("biechu")


def test_line_up_of_a_cancelled_event_stays_as_it_was(stage: Stage, event: Event):
    put(stage, event)
    cancel(event, hand(stage.centre.leader))
    with pytest.raises(Refused):
        put(stage, event, 1)
    assert event.items.count() == 1


def test_line_up_has_an_end(stage: Stage, event: Event):
    products = [
        Product(slug=f"p{number}", name=f"果{number}", category="fruit", township=stage.centre.township)
        for number in range(MOST)
    ]
    LineUpItem.objects.bulk_create(
        LineUpItem(event=event, position=number, product=product)
        for number, product in enumerate(Product.objects.bulk_create(products), start=1)
    )
    with pytest.raises(Refused):
        add(event, entry(stage), hand(stage.centre.leader))
