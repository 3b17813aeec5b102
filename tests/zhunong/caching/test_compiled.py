"""A question put into SQL once is answered as the queryset itself would answer it, each time with what is asked."""

import datetime

import pytest
from django.utils import timezone

from livestreams.sessions.models import Session
from products.models import Price, Product
from zhunong.caching.compiled import instances_of, rows_of, values_of
from zhunong.places.models import Township

ANY = -(2**31) + 1
SOME_TIME, SOME_DAY = datetime.datetime(1900, 1, 1, tzinfo=datetime.UTC), datetime.date(1900, 1, 1)


def products_called(name: str) -> list[tuple]:
    return rows_of("called", lambda: Product.objects.filter(name="any").values_list("slug"), {"any": name})


def test_texts_change_from_one_asking_to_the_next(sample_world):
    names = [(product.slug, product.name) for product in Product.objects.all()]
    assert [products_called(name) for _slug, name in names] == [[(slug,)] for slug, _name in names]


def test_a_text_is_no_sql(sample_world):
    assert products_called("' OR 1=1 --") == []


def test_keys_change(sample_world):
    pks = [
        rows_of("by key", lambda: Product.objects.filter(pk=ANY).values_list("pk"), {ANY: product.pk})[0][0]
        for product in Product.objects.order_by("pk")
    ]
    assert pks == list(Product.objects.order_by("pk").values_list("pk", flat=True))


def test_moments_change_and_are_read_as_moments(sample_world):
    start = Session.objects.order_by("started_at")[0].started_at
    later = Session.objects.filter(started_at__gt=start).count()
    rows = [
        values_of("since", lambda: Session.objects.filter(started_at__gt=SOME_TIME).values_list("started_at"),
                  {SOME_TIME: moment})
        for moment in (start - datetime.timedelta(hours=1), start)
    ]  # fmt: skip
    assert (start,) in rows[0] and len(rows[1]) == later


@pytest.mark.parametrize("days, found", [(0, 1), (1, 0)])
def test_days_change(sample_world, days, found):
    product, today = Product.objects.get(slug="cherry"), timezone.localdate()
    Price.objects.all().delete()
    Price.objects.create(product=product, sku=product.skus.first(), platform="douyin", price_fen=1, noted_on=today)
    rows = rows_of("noted", lambda: Price.objects.filter(noted_on__gte=SOME_DAY).values_list("pk"),
                   {SOME_DAY: today + datetime.timedelta(days=days)})  # fmt: skip
    assert len(rows) == found


def test_instances_are_those_of_the_manager(sample_world):
    found = instances_of("sessions", Session, lambda: Session.objects.order_by("pk"))
    names = [field.attname for field in Session._meta.concrete_fields]
    expected = [[getattr(row, name) for name in names] for row in Session.objects.order_by("pk")]
    assert [[getattr(row, name) for name in names] for row in found] == expected


def test_an_instance_can_be_changed_and_saved(sample_world):
    (town,) = instances_of("towns", Township, lambda: Township.objects.all())
    town.name = "新名"
    town.save()
    assert Township.objects.get().name == "新名"


def test_an_answer_is_of_this_moment(sample_world):
    products_called("大樱桃")
    Product.objects.filter(name="大樱桃").update(name="车厘子")
    assert products_called("大樱桃") == []
