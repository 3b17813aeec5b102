"""The cache is right at once after anything that visitors see is written, in every process."""

import datetime
from collections.abc import Callable, Iterator

import pytest
from django.contrib.sessions.models import Session as SignedIn
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from livestreams.sales.tables import load_tables
from livestreams.sessions.models import Session
from media.models import CustomImage
from products.models import BuyingWay, Certificate, Origin, Price, Product, ProductPage, Season, Sku
from tests.zhunong.caching.conftest import committed
from zhunong.caching.models import Change, stamp
from zhunong.pages.models import HomePage, SiteDetails
from zhunong.places.models import Township, Village

TODAY = datetime.date(2026, 6, 1)
Act = Callable[[ProductPage], object]


def publish(page: ProductPage) -> None:
    page.lead = "换过的导语"
    page.save_revision().publish()


def season(page: ProductPage) -> None:
    today = timezone.localdate()
    Season.objects.create(product=page.product, year=today.year, picked_from=today, picked_to=today)


def price(page: ProductPage) -> None:
    sku = Sku.objects.filter(product=page.product).first()
    Price.objects.create(
        product=page.product, sku=sku, platform="douyin", price_fen=4321, noted_on=timezone.localdate()
    )


def broadcast(page: ProductPage) -> None:
    Session.objects.update(title="换过的场次")


def origin(page: ProductPage) -> None:
    Origin.objects.create(product=page.product, valid_from=TODAY).set_shares({Village.objects.all()[0]: 100})


def picture(page: ProductPage) -> None:
    CustomImage.objects.filter(pk=page.picture_id).update(description="换过的说明")


ACTS: dict[str, Act] = {
    "publish": publish,
    "unpublish": lambda page: page.unpublish(),
    "delete": lambda page: page.delete(),
    "move": lambda page: page.move(HomePage.objects.get(), pos="last-child"),
    "season": season,
    "season in bulk": lambda page: Season.objects.bulk_create(
        [Season(product=page.product, year=2026, picked_from=TODAY, picked_to=TODAY)]
    ),
    "price": price,
    "broadcast": broadcast,
    "origin": origin,
    "way": lambda page: BuyingWay.objects.create(product=page.product, kind="phone", seller="合作社", value="1"),
    "certificate": lambda page: Certificate.objects.create(product=page.product, kind="green", name="绿", holder="社"),
    "product in bulk": lambda page: Product.objects.filter(pk=page.product_id).update(local_name="土名"),
    "village": lambda page: Village.objects.update(name="换过的村"),
    "details": lambda page: SiteDetails.objects.create(phone="0359-0000000"),
    "picture": picture,
    "consent": lambda page: CustomImage.objects.update(people_shown="not_asked"),
}


@pytest.mark.parametrize("name", ACTS)
def test_what_was_written_is_seen_at_once(page, name):
    Client().get(page.url)
    assert Client().get(page.url).headers.get("X-Page-Cache") == "hit"
    ACTS[name](ProductPage.objects.get(pk=page.pk))
    assert Client().get(page.url).headers.get("X-Page-Cache") is None


@pytest.mark.parametrize("name", ["publish", "season", "price", "broadcast", "unpublish"])
def test_another_process_sees_it_at_once(page, processes, name):
    """Both remember the page; one writes; neither hands out what it remembers."""
    for number in (0, 1):
        processes.use(number)
        Client().get(page.url)
        assert Client().get(page.url).headers.get("X-Page-Cache") == "hit"
    ACTS[name](ProductPage.objects.get(pk=page.pk))
    for number in (0, 1):
        processes.use(number)
        assert Client().get(page.url).headers.get("X-Page-Cache") is None


def test_the_new_words_are_there(page, processes):
    for number in (0, 1):
        processes.use(number)
        Client().get(page.url)
    publish(ProductPage.objects.get(pk=page.pk))
    for number in (0, 1):
        processes.use(number)
        assert "换过的导语" in Client().get(page.url).text


def test_tables_loaded_are_seen(page, samples):
    Village.objects.update(name="x")
    committed()
    before = stamp()
    load_tables(samples / "tables")
    assert stamp() != before


def test_a_draft_changes_nothing_that_is_kept_for_long(page):
    page.lead = "草稿"
    page.save_revision()
    assert "草稿" not in Client().get(page.url).text


def test_looking_changes_nothing(page):
    paths = ("/", page.url, "/rooms/")
    for path in paths:  # until all pictures are cut
        Client().get(path)
    before, _fresh = stamp(), committed()
    for path in paths:
        Client().get(path)
    assert stamp() == before


def test_a_session_changes_nothing(db):
    before = stamp()
    SignedIn.objects.create(session_key="a", session_data="b", expire_date=timezone.now())
    assert stamp() == before


def test_a_transaction_leaves_one_mark(page):
    before = Change.objects.count()
    with transaction.atomic():
        season(page)
        price(page)
    assert Change.objects.count() == before + 1


def test_what_was_rolled_back_leaves_none(page):
    before = stamp()
    with transaction.atomic():
        season(page)
        transaction.set_rollback(True)
    assert stamp() == before


def test_what_follows_a_rollback_leaves_its_own(db, page):
    with transaction.atomic():
        price(page)
        transaction.set_rollback(True)
    before = stamp()
    season(page)
    assert stamp() != before


@pytest.fixture
def outside_transactions(django_db_setup, django_db_blocker) -> Iterator[None]:
    """As commands write that open no transaction. What they leave is taken away again."""
    with django_db_blocker.unblock():
        yield
        Township.objects.filter(slug="passing").delete()
        connection.close()


def test_outside_a_transaction_a_new_row_is_noted(outside_transactions):
    before = stamp()
    Township.objects.create(slug="passing", name="镇")
    assert stamp() != before


def test_outside_a_transaction_changes_are_noted(outside_transactions):
    Township.objects.create(slug="passing", name="镇")
    before = stamp()
    Township.objects.filter(slug="passing").update(name="别的镇")
    assert stamp() != before


def test_old_marks_are_swept(outside_transactions):
    Change.objects.create()
    Change.objects.update(made_at=timezone.now() - datetime.timedelta(days=1))
    Township.objects.create(slug="passing", name="镇")
    assert Change.objects.count() == 1


def test_migrating_is_noted(db):
    before = stamp()
    call_command("migrate", verbosity=0)
    assert stamp() != before
