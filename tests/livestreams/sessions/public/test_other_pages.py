"""Everywhere else on public pages: announced broadcasts alone, each with a way to its page."""

import pytest

from products.models import Origin
from tests.livestreams.sessions.posters.conftest import catalogue_of, page_of
from tests.livestreams.sessions.public.builders import show
from zhunong.pages.models import HomePage, SectionPage, TeamPage
from zhunong.places.models import Village


@pytest.fixture
def paths(stage) -> dict[str, str]:
    """First page, a team's page, a product's page."""
    catalogue = catalogue_of(stage.centre.township)
    product = page_of(stage.products[0], catalogue)
    village = Village.objects.create(slug="liuzhuang", name="柳庄", township=stage.centre.township)
    Origin.objects.create(product=stage.products[0]).set_shares({village: 100})
    section = SectionPage(title="团队", slug="teams")
    HomePage.objects.get().add_child(instance=section)
    team = TeamPage(title="十四小只", slug="ours", team=stage.ours)
    section.add_child(instance=team)
    return {"home": "/", "team": team.url, "product": product.url}


@pytest.mark.parametrize("name", ["home", "team", "product"])
def test_what_is_announced_is_told(client, stage, paths, name):
    show(stage, title="已预告的专场")
    assert "已预告的专场" in client.get(paths[name]).text


@pytest.mark.parametrize("hours", [3, -1, -30])
@pytest.mark.parametrize("name", ["home", "team", "product"])
def test_what_is_not_announced_is_told_nowhere(client, stage, paths, name, hours):
    show(stage, hours, title="悄悄的专场", is_announced=False)
    assert "悄悄的专场" not in client.get(paths[name]).text


@pytest.mark.parametrize("name", ["home", "team", "product"])
def test_all_broadcasts_are_a_step_away(client, stage, paths, name):
    show(stage)
    page = client.get(paths[name]).text.partition("<main")[2]
    assert 'href="/live/"' in page


@pytest.mark.parametrize("name", ["home", "team"])
def test_each_leads_to_its_own_page(client, stage, paths, name):
    session = show(stage)
    assert f'href="/live/{session.slug}/"' in client.get(paths[name]).text
