"""Two townships in one database, each with a site of its own: alike in everything but their names."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Page, Site

from livestreams.sessions.models import Session, SessionShare
from livestreams.teams.models import Account, Ownership, Team
from products.models import CataloguePage, Origin, Product, ProductPage, Season
from tests.livestreams.rooms.builders import room
from zhunong.pages.models import CentrePage, HallPage, HomePage, SectionPage, TeamPage, VillagePage
from zhunong.places.models import Township, Village


@dataclass
class Place:
    """A township, its site's host, and the word that stands in all of its names."""

    word: str
    host: str
    township: Township
    home: HomePage
    team: Team


def settle(slug: str, word: str, host: str) -> Place:
    """Grows a pear and cuts paper, has a village, a team on air tomorrow, a centre with two halls, and a room."""
    township = Township.objects.create(slug=slug, name=f"{word}镇", county="绛县")
    village = Village.objects.create(slug=f"{slug}-v", name=f"{word}村", township=township)
    team = Team.objects.create(slug=f"{slug}-t", name=f"{word}队", township=township)
    team.villages.add(village)
    home = Page.objects.get(depth=1).add_child(
        instance=HomePage(title=f"{word}首页", slug=f"{slug}-home", township=township)
    )
    goods = home.add_child(instance=CataloguePage(title="好物", slug="goods", show_in_menus=True))
    for code, category in (("pear", "fruit"), ("paper", "heritage")):
        grow(goods, f"{slug}-{code}", f"{word}{code}", category, village)
    places = home.add_child(instance=SectionPage(title="村", slug="villages"))
    places.add_child(instance=VillagePage(title=village.name, slug="v", village=village))
    teams = home.add_child(instance=SectionPage(title="队", slug="teams"))
    teams.add_child(instance=TeamPage(title=team.name, slug="t", team=team))
    centre = home.add_child(instance=CentrePage(title=f"{word}中心", slug="centre"))
    for shows in HallPage.Shows:
        centre.add_child(instance=HallPage(title=f"{word}{shows.value}厅", slug=shows.value, shows=shows))
    broadcast(township, team, word)
    room(township, f"{word}直播间", 1)
    Site.objects.create(hostname=host, root_page=home, site_name=word, port=80)
    return Place(word, host, township, home, team)


def grow(goods: Page, slug: str, name: str, category: str, village: Village) -> None:
    """A product that is in season today."""
    product = Product.objects.create(slug=slug, name=name, category=category, township=village.township)
    Origin.objects.create(product=product).set_shares({village: 100})
    today = timezone.localdate()
    Season.objects.create(product=product, year=today.year, picked_from=today, picked_to=today)
    goods.add_child(instance=ProductPage(title=name, slug=slug, product=product))


def broadcast(township: Township, team: Team, word: str) -> None:
    account = Account.objects.create(
        platform="douyin", account_id=word, kind="streamer", nickname=f"{word}助农号", township=township
    )
    Ownership.objects.create(account=account, team=team, nickname=account.nickname)
    begin = timezone.now() + datetime.timedelta(days=1)
    session = Session.objects.create(
        slug=f"{word}-1", title=f"{word}专场", township=township, account=account, started_at=begin,
        ended_at=begin + datetime.timedelta(hours=2),
    )  # fmt: skip
    SessionShare.objects.create(session=session, team=team, percent=100)
