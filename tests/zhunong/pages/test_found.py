"""What search engines and shared links read: one address for each page, a description, the sitemap, JSON-LD."""

import json
import re
from xml.etree import ElementTree

import pytest

from zhunong.pages.models import SiteDetails, TextPage, VillagePage

JSONLD = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
PATHS = [
    "/villages/",
    "/villages/xiabai/",
    "/teams/fourteen/",
    "/centre/",
    "/centre/products-hall/",
    "/news/",
    "/about/",
]


def data_of(client, path: str) -> dict[str, dict]:
    """JSON-LD by type."""
    found = [json.loads(text) for text in JSONLD.findall(client.get(path).text)]
    return {each["@type"]: each for each in found}


def test_each_inner_page_says_where_it_is(client, pages, settings):
    for path in PATHS:
        items = data_of(client, path)["BreadcrumbList"]["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert items[0]["item"] == f"{settings.PUBLIC_URL}/"
        assert items[-1]["item"] == settings.PUBLIC_URL + path
        assert all(item["name"] for item in items)


def test_trail_leads_up_step_by_step(client, pages):
    html = client.get("/villages/xiabai/").text
    trail = re.search(r'<nav class="trail".*?</nav>', html, re.DOTALL)
    assert trail and re.findall(r'href="([^"]+)"', trail[0]) == ["/", "/villages/"]


def test_season_board_is_a_step_below_the_catalogue_with_an_address_of_its_own(client, pages, settings):
    items = data_of(client, "/products/seasons/")["BreadcrumbList"]["itemListElement"]
    assert [item["item"].removeprefix(settings.PUBLIC_URL) for item in items] == [
        "/",
        "/products/",
        "/products/seasons/",
    ]
    html = client.get("/products/seasons/").text
    assert html.count('class="trail"') == 1
    assert f'<link rel="canonical" href="{settings.PUBLIC_URL}/products/seasons/">' in html


def test_village_and_centre_are_places_in_their_township(client, pages):
    for path, name in (("/villages/xiabai/", "下柏村"), ("/centre/", "安峪镇富硒产学研示范中心")):
        place = data_of(client, path)["Place"]
        assert place["name"] == name
        assert place["address"]["addressLocality"] == "安峪镇"
        assert place["address"]["addressRegion"] == "绛县"


def test_running_body_is_told_once_it_is_known(client, pages):
    assert "Organization" not in data_of(client, "/")
    SiteDetails.objects.update(running_body="某某合作社", phone="0359-0000000")
    told = data_of(client, "/")["Organization"]
    assert (told["name"], told["telephone"]) == ("某某合作社", "0359-0000000")


def test_each_page_has_one_address_whatever_was_typed(client, pages, settings):
    for path in ("/", "/villages/xiabai/"):
        html = client.get(path + "?from=wechat").text
        assert f'<link rel="canonical" href="{settings.PUBLIC_URL}{path}">' in html


def test_description_falls_back_to_the_lead_and_then_to_the_text(client, pages):
    assert '<meta name="description" content="樱桃园区在这里，桃也在这里。">' in client.get("/villages/xiabai/").text
    TextPage.objects.filter(slug="about").update(lead="", text="<p>第一句。</p><p>第二句。</p>")
    assert '<meta name="description" content="第一句。 第二句。">' in client.get("/about/").text


def test_sitemap_lists_what_anybody_may_read(client, pages, settings):
    VillagePage.objects.get(slug="feng").unpublish()
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = [element.text for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert {
        f"{settings.PUBLIC_URL}{path}"
        for path in ("/", "/products/seasons/", "/products/cherry/", "/villages/xiabai/", "/rooms/")
    } <= set(found)
    assert f"{settings.PUBLIC_URL}/villages/feng/" not in found


def test_robots_are_shown_the_sitemap(client, db, settings):
    assert f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml" in client.get("/robots.txt").text


@pytest.mark.parametrize("wanted", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", ""])
def test_language_switch_leads_to_no_other_site(client, db, wanted):
    assert client.get("/language/en/", {"next": wanted}).url == "/"


def test_there_is_no_third_language(client, db):
    assert client.get("/language/fr/").status_code == 404
