"""Several townships in one database: each page shows its own township's products, broadcasts, rooms and teams."""

from collections.abc import Iterator

import pytest
from wagtail.models import Page, Site

from livestreams.teams.models import Team
from tests.zhunong.pages.several import Place, settle
from zhunong.pages.models import SectionPage, TeamPage

OWN = {
    "/": ["{}pear", "{}专场", "{}村", "{}队"],
    "/goods/": ["{}pear", "{}paper"],
    "/goods/?q=pear": ["{}pear"],
    "/goods/seasons/": ["{}pear"],
    "/villages/": ["{}村"],
    "/villages/v/": ["{}pear", "{}队"],
    "/teams/": ["{}队"],
    "/teams/t/": ["{}专场", "{}助农号", "{}村"],
    "/centre/": ["{}goods厅"],
    "/centre/goods/": ["{}pear"],
    "/centre/heritage/": ["{}paper"],
    "/rooms/": ["{}直播间"],
}
"""Every page that shows what tables know, and some of what it must show."""


@pytest.fixture
def places(db) -> Iterator[tuple[Place, Place]]:
    Site.objects.all().delete()
    yield settle("anyu", "安峪", "anyu.example"), settle("biechu", "别处", "biechu.example")
    Site.clear_site_root_paths_cache()


@pytest.fixture(params=[0, 1], ids=["the first", "the second"])
def own(request, places, settings) -> tuple[Place, Place]:
    """One township's site, and the other township."""
    settings.ALLOWED_HOSTS = ["*"]
    return places[request.param], places[1 - request.param]


@pytest.mark.parametrize("path", OWN)
def test_a_page_shows_its_own_township(client, own, path):
    html = client.get(path, headers={"host": own[0].host}).text
    assert [words for words in OWN[path] if words.format(own[0].word) not in html] == []


@pytest.mark.parametrize("path", [*sorted(set(OWN) - {"/rooms/"}), "/goods/results/?q=pear", "/sitemap.xml"])
def test_a_page_names_nothing_of_the_other(client, own, path):
    answer = client.get(path, headers={"host": own[0].host})
    assert answer.status_code == 200 and own[1].word not in answer.text


def test_the_page_of_rooms_shows_none_of_the_other(client, own):
    assert f"{own[1].word}直播间" not in client.get("/rooms/", headers={"host": own[0].host}).text


def test_a_hall_shows_its_kind_alone(client, own):
    html = client.get("/centre/heritage/", headers={"host": own[0].host}).text
    assert f"{own[0].word}paper" in html and f"{own[0].word}pear" not in html


def test_a_section_lists_the_pages_below_it_alone(client, places, settings):
    settings.ALLOWED_HOSTS = ["*"]
    team = Team.objects.create(slug="third", name="第三队", township=places[1].township)
    section = SectionPage.objects.get(title="队", path__startswith=places[1].home.path)
    section.add_child(instance=TeamPage(title="第三队", slug="third", team=team))
    assert "第三队" not in client.get("/teams/", headers={"host": places[0].host}).text
    assert "第三队" in client.get("/teams/", headers={"host": places[1].host}).text


def test_rooms_of_the_other_are_there_for_who_asks(client, own):
    html = client.get(f"/rooms/?township={own[1].township.slug}", headers={"host": own[0].host}).text
    assert f"{own[1].word}直播间" in html and f"{own[0].word}直播间" not in html


def test_the_others_pages_are_not_at_its_address(client, own):
    page = Page.objects.get(title=f"{own[1].word}pear")
    assert client.get(f"/goods/{page.slug}/", headers={"host": own[0].host}).status_code == 404
