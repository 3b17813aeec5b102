import datetime
import gzip
import re
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.utils import translation
from PIL import Image

from livestreams.teams.models import Membership, Team
from products.models import ProductPage
from zhunong.access.models import User
from zhunong.pages.models import HomePage, SiteDetails
from zhunong.pages.templatetags.site_parts import share_picture

KILOBYTE = 1000
RESOURCE = re.compile(r'<(?:link(?! rel="canonical")|script|img|source|iframe)[^>]*?(?:src|href|srcset)="([^"]+)"')


@pytest.fixture(params=["zh-hans", "en"])
def language(request) -> str:
    return request.param


def test_home_shows_every_product_in_both_languages(client, pages, language):
    html = client.get("/", headers={"cookie": f"django_language={language}"}).text
    assert f'<html lang="{language}">' in html
    assert all(name in html for name in ["大樱桃", "郇山山楂", "红香酥梨", "大棚草莓", "非遗剪纸"])


def test_home_marks_drawn_pictures(client, pages):
    with translation.override("en"):
        html = client.get("/", headers={"cookie": "django_language=en"}).text
    assert html.count("picture__mark") == html.count("<picture>") > 6


def test_home_asks_few_queries_however_many_products(client, pages, django_assert_max_num_queries):
    client.get("/")
    with django_assert_max_num_queries(15):
        client.get("/")


def test_home_without_products_says_so(client, pages):
    HomePage.objects.get().get_children().delete()
    assert "The products are being entered" in client.get("/", headers={"cookie": "django_language=en"}).text


@pytest.mark.parametrize("path", ["/", "/products/cherry/", "/sign-in/", "/nothing-here/"])
def test_pages_fetch_nothing_from_other_hosts(client, pages, path):
    addresses = RESOURCE.findall(client.get(path).text)
    assert addresses
    assert not [address for address in addresses if re.match(r"(https?:)?//", address)]


def test_style_sheets_fetch_nothing_from_other_hosts():
    for name in ["tokens.css", "site.css", "public.css", "admin.css"]:
        assert "//" not in Path(finders.find(f"zhunong/{name}")).read_text()


@pytest.mark.parametrize("path", ["/", "/products/cherry/"])
def test_page_weighs_little_without_pictures(client, pages, path):
    parts = [client.get(path).content]
    parts += [
        Path(finders.find(f"zhunong/{name}")).read_bytes()
        for name in ["tokens.css", "site.css", "public.css", "favicon.svg"]
    ]
    assert sum(map(len, parts)) < 60 * KILOBYTE
    assert sum(len(gzip.compress(part)) for part in parts) < 20 * KILOBYTE


def test_language_is_switched_by_a_plain_link(client, pages):
    assert client.get("/language/en/?next=/products/cherry/").url == "/products/cherry/"
    assert '<html lang="en">' in client.get("/products/cherry/", headers={"accept-language": "zh-hans"}).text


def test_share_card_names_the_page_and_a_whole_address(client, pages):
    html = client.get("/products/cherry/").text
    assert '<meta property="og:title" content="大樱桃">' in html
    assert re.search(r'<meta property="og:image" content="https?://[^"]+\.jpg">', html)


@pytest.mark.parametrize("path", ["/", "/products/", "/products/cherry/"])
def test_the_picture_of_a_link_is_the_pages_drawn_card(client, pages, settings, tmp_path, path):
    settings.CARDS_DIR = tmp_path / "cards"
    found = re.search(r'<meta property="og:image" content="https?://[^/]+(/cards/[^"]+)">', client.get(path).text)
    card = client.get(found[1])
    assert Image.open(BytesIO(card.content)).size == (1200, 960)


def test_what_is_not_published_has_no_picture_of_a_link(pages, rf):
    page = ProductPage.objects.first()
    page.live = False
    assert share_picture({"request": rf.get("/"), "page": page}) == ""


def test_footer_shows_only_what_is_filled_in(client, pages):
    assert "beian" not in client.get("/").text
    SiteDetails.objects.update(running_body="某某合作社", icp_number="晋ICP备00000000号", police_number="晋公网安备0号")
    html = client.get("/").text
    assert all(text in html for text in ["某某合作社", "晋ICP备00000000号", "晋公网安备0号"])


def test_member_sees_the_teams_of_today(pages, sign_in):
    client = sign_in("member")
    since = datetime.date(2024, 1, 1)
    user = User.objects.get(username="member")
    Membership.objects.create(team=Team.objects.get(slug="fourteen"), user=user, valid_from=since)
    assert Team.objects.get(slug="fourteen").name in client.get("/").text


@pytest.mark.parametrize("path", ["/robots.txt", "/favicon.ico"])
def test_robots_and_browsers_find_what_they_ask_for(client, db, path):
    assert client.get(path).status_code in (200, 302)


def test_a_page_that_is_not_there_says_so(client, pages):
    response = client.get("/nothing-here/", headers={"cookie": "django_language=en"})
    assert response.status_code == 404
    assert "This page is not here" in response.text


def test_a_crash_shows_a_designed_page(client, pages, monkeypatch):
    def crash(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(HomePage, "serve", crash)
    client.raise_request_exception = False
    response = client.get("/", headers={"cookie": "django_language=en"})
    assert response.status_code == 500
    assert "Something went wrong" in response.text
