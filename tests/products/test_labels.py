import pytest
from django.urls import reverse

from products.codes import drawn_code
from products.models import Batch, BuyingWay, Product
from products.staff.labels import MOST, SIZES
from tests import people
from tests.products.catalogue.builders import day, township, village
from zhunong.places.models import Village


@pytest.fixture
def batch(pear) -> Batch:
    return Batch.objects.create(
        product=pear.product, village=village("feng", ""), number="LI-07", code="abcd2345", picked_on=day(9, 20)
    )


@pytest.fixture
def sheet(client, batch):
    """The page of labels as the township's staff get it."""
    client.force_login(people.staff_of(township(), "staff"))
    return lambda **asked: client.get(reverse("products:labels"), {"batch": batch.pk} | asked).text


def test_as_many_labels_as_asked_for(sheet):
    assert sheet(size="small", count=30).count('class="label"') == 30


@pytest.mark.parametrize("size", SIZES)
def test_sheets_hold_what_their_paper_holds(sheet, size):
    html = sheet(size=size, count=SIZES[size].on_a_sheet + 1)
    assert html.count("<section") == 2


@pytest.mark.parametrize("size", SIZES)
def test_labels_fit_on_a4(size):
    chosen = SIZES[size]
    assert chosen.across * int(chosen.width[:-2]) <= 210
    assert chosen.down * int(chosen.height[:-2]) <= 296


def test_label_says_where_and_when(sheet):
    html = sheet()
    for told in ("红香酥梨", "冯村", "2026年9月20日", "LI-07"):
        assert told in html


def test_code_leads_to_the_batch(sheet, settings):
    settings.PUBLIC_URL = "https://anyu.example"
    html = sheet()
    assert drawn_code("https://anyu.example/b/abcd2345/") in html


def test_label_says_nothing_of_buying(sheet, batch):
    BuyingWay.objects.create(product=batch.product, kind="phone", value="0359-5550000", seller="某合作社")
    html = sheet()
    assert "0359-5550000" not in html and "某合作社" not in html


@pytest.mark.parametrize("count", ["0", "-1", str(MOST + 1), "viele", ""])
def test_count_that_cannot_be_gets_a_sentence_and_no_sheet(sheet, count):
    html = sheet(count=count)
    assert 'class="error"' in html
    assert "<section" not in html


def test_batch_of_another_township_is_not_there(client, sheet):
    other = township("other")
    product = Product.objects.create(slug="other", name="别处的果", category="fruit", township=other)
    grown = Village.objects.create(slug="far", name="远村", township=other)
    foreign = Batch.objects.create(product=product, village=grown, number="X-1", picked_on=day(9, 1))
    html = sheet(batch=foreign.pk)
    assert "别处的果" not in html and "<section" not in html


@pytest.mark.parametrize("batch_number", ["999999", "x", "1 OR 1", "²", "9" * 30])
def test_batch_that_is_none_gets_a_sentence(sheet, batch_number):
    assert "<section" not in sheet(batch=batch_number)


def test_who_may_not_see_batches_gets_no_labels(client, batch):
    client.force_login(people.room_manager_of(township(), "rooms"))
    assert client.get(reverse("products:labels")).status_code in (302, 403)


def test_form_is_there_before_a_batch_is_chosen(client, sheet):
    response = client.get(reverse("products:labels"))
    assert response.status_code == 200
    assert "LI-07" in response.text
