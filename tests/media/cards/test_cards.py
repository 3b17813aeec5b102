"""Cards of pages: what they say, who may have them, and that they are drawn anew."""

import datetime
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from django.conf import settings
from django.template import Context, Template
from django.template.loader import render_to_string
from PIL import Image
from wagtail.models import Page, PageViewRestriction

from media.cards.faces import face_of
from media.cards.painting import LARGEST_BYTES, SHAPES, paint
from media.models import CustomImage
from media.templatetags.cards import card_path, card_url
from products.models import OriginPart, ProductPage, Season


@pytest.fixture(autouse=True)
def own_cards(settings, tmp_path) -> None:
    settings.CARDS_DIR = tmp_path / "cards"


def fetch(client, page: Page, shape: str = "tall") -> bytes:
    answer = client.get(card_path(page, shape))
    assert answer.status_code == 200 and answer["Content-Type"] == "image/jpeg"
    return answer.content


@pytest.mark.parametrize("shape", SHAPES)
def test_a_card_leads_to_its_page(client, page, shape):
    (read,) = zxingcpp.read_barcodes(Image.open(BytesIO(fetch(client, page, shape))))
    assert read.text == settings.PUBLIC_URL + page.url


@pytest.mark.parametrize("shape", SHAPES)
def test_a_card_has_its_size_and_is_light(client, page, shape):
    content = fetch(client, page, shape)
    assert Image.open(BytesIO(content)).size == SHAPES[shape].size and len(content) < LARGEST_BYTES


def test_a_card_of_a_restless_picture_is_light(page, tmp_path, settings):
    """Noise is the heaviest picture there is."""
    settings.MEDIA_ROOT = tmp_path
    Image.effect_noise((1600, 1200), 200).convert("RGB").save(tmp_path / "leaves.jpg", quality=95)
    face = face_of(page)
    face = type(face)(face.title, face.lead, face.site, face.address, picture="leaves.jpg")
    assert len(paint(face, SHAPES["tall"])) < LARGEST_BYTES


def test_a_card_says_where_it_grows_and_when(page):
    Season.objects.filter(product=page.product).delete()
    today = datetime.date.today()
    Season.objects.create(product=page.product, year=today.year, picked_from=today, picked_to=today)
    said = "".join(face_of(page).facts)
    village = OriginPart.objects.filter(origin__product=page.product).first().village
    assert village.name in said and str(today.day) in said


@pytest.mark.parametrize("change", ["title", "lead", "season", "picture"])
def test_a_card_is_drawn_anew_when_something_changes(client, page, change):
    before = fetch(client, page)
    if change == "season":
        day = datetime.date.today()
        Season.objects.create(product=page.product, year=day.year, village=None, picked_from=day, picked_to=day)
    elif change == "picture":
        ProductPage.objects.filter(pk=page.pk).update(picture=None)
    else:
        ProductPage.objects.filter(pk=page.pk).update(**{change: "另一个说法"})
    assert fetch(client, page) != before


def test_a_card_is_drawn_once(client, page):
    fetch(client, page)
    (file,) = Path(settings.CARDS_DIR).iterdir()
    drawn_at = file.stat().st_mtime_ns
    fetch(client, page)
    assert [each.stat().st_mtime_ns for each in Path(settings.CARDS_DIR).iterdir()] == [drawn_at]


def test_older_cards_go(client, page):
    fetch(client, page)
    ProductPage.objects.filter(pk=page.pk).update(title="另一个")
    fetch(client, page)
    assert len(list(Path(settings.CARDS_DIR).iterdir())) == 1


def test_a_draft_has_no_card(client, page):
    page.unpublish()
    assert client.get(card_path(page)).status_code == 404


def test_a_restricted_page_has_no_card(client, page):
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert client.get(card_path(page)).status_code == 404


def test_what_only_a_draft_says_is_on_no_card(client, page):
    before = fetch(client, page)
    page.title = "未发布的名字"
    page.save_revision()
    assert fetch(client, page) == before


@pytest.mark.parametrize("path", ["/cards/1-tall-x.jpg", "/cards/999999-tall-x.jpg", "/cards/2-broad-x.jpg"])
def test_there_are_no_other_cards(client, page, path):
    assert client.get(path).status_code == 404


def test_people_who_have_not_agreed_are_on_no_card(page):
    CustomImage.objects.filter(pk=page.picture_id).update(people_shown="not_asked")
    assert face_of(ProductPage.objects.get(pk=page.pk)).picture == ""


def test_a_lost_picture_leaves_a_plain_ground(client, page):
    page.picture.file.storage.delete(page.picture.file.name)
    assert fetch(client, page)


def test_publishing_gives_another_address(page):
    before = card_url(page)
    page.title = "又甜了"
    page.save_revision().publish()
    assert card_url(ProductPage.objects.get(pk=page.pk)) != before


def test_the_address_asks_no_query(page, django_assert_num_queries):
    with django_assert_num_queries(0):
        card_url(page)


def test_the_words_to_send_end_in_the_address(rf, page):
    template = Template("{% load cards %}{% autoescape off %}{% words_to_send page %}{% endautoescape %}")
    words = template.render(Context({"page": page, "request": rf.get("/")}))
    assert words.splitlines()[0] == page.title and words.splitlines()[-1] == settings.PUBLIC_URL + page.url


def test_the_part_offers_picture_and_words(rf, page):
    html = render_to_string("zhunong/parts/share.html", {"page": page}, rf.get("/"))
    assert card_path(page) in html and 'loading="lazy"' in html and "<textarea" in html


def test_the_part_keeps_silent_on_drafts(rf, page):
    page.live = False
    assert not render_to_string("zhunong/parts/share.html", {"page": page}, rf.get("/")).strip()
