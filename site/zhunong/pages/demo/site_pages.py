"""The demo's pages beside the catalogue: villages, teams, the centre, training, news, texts."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from livestreams.teams.models import Team
from media.models import CustomImage
from zhunong.pages.demo import scenery, site_texts
from zhunong.pages.demo.painting import paint_product
from zhunong.pages.demo.site_texts import Words
from zhunong.pages.models import (
    CentrePage,
    HallPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    SectionPage,
    TeamPage,
    TextPage,
    TrainingDay,
    TrainingPage,
    VillagePage,
)
from zhunong.places.models import Township, Village

Keep = Callable[[str, str, bytes], CustomImage]
"""Puts a painted picture into the library: name of its file, what it shows, the JPEG."""


def publish_all(home: HomePage, township: Township, keep: Keep) -> None:
    """Each part of the tree that is missing."""
    publish_villages(home, township, keep)
    publish_teams(home, township, keep)
    publish_centre(home, keep)
    publish_training(home, timezone.localdate())
    publish_news(home, timezone.localdate(), keep)
    for slug, words in (("about", site_texts.ABOUT), ("privacy", site_texts.PRIVACY)):
        publish(home, TextPage, slug, words, text=words.text)


def publish(parent: Page, model: type[Any], slug: str, words: Words, **fields: Any) -> Any:
    """The page of that address below its parent, made if it is missing."""
    if known := model.objects.child_of(parent).filter(slug=slug).first():
        return known
    children = fields.pop("days", [])
    page = model(
        title=words.title, slug=slug, lead=words.lead, **{name: value_of(each) for name, each in fields.items()}
    )
    if children:
        page.days = children
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def value_of(field: Any) -> Any:
    """Pictures are painted only for pages that are missing."""
    return field() if callable(field) else field


def publish_villages(home: HomePage, township: Township, keep: Keep) -> None:
    section = publish(home, SectionPage, "villages", site_texts.VILLAGE_SECTION, show_in_menus=True)
    for village in Village.objects.filter(township=township, page=None):
        words = site_texts.VILLAGES.get(village.slug, Words(village.name, ""))
        picture = keep(f"village-{village.slug}", village.name, scenery.paint_village(village.slug))
        publish(section, VillagePage, village.slug, words, village=village, text=words.text, picture=picture)


def publish_teams(home: HomePage, township: Township, keep: Keep) -> None:
    section = publish(home, SectionPage, "teams", site_texts.TEAM_SECTION, show_in_menus=True)
    for team in Team.objects.filter(township=township, page=None).prefetch_related("villages"):
        words = site_texts.TEAMS.get(team.slug) or words_of_team(team)
        picture = keep(f"team-{team.slug}", team.name, scenery.paint_team(team.slug))
        publish(section, TeamPage, team.slug, words, team=team, text=words.text, picture=picture)


def words_of_team(team: Team) -> Words:
    villages = "、".join(village.name for village in team.villages.all())
    return Words(
        team.name, f"播{villages}的果，也帮乡亲发货。" if villages else "", ("直播预告见下方；要合作，打页脚的电话。",)
    )


def publish_centre(home: HomePage, keep: Keep) -> None:
    words = site_texts.CENTRE
    centre = publish(
        home, CentrePage, "centre", words, text=words.text, address=site_texts.CENTRE_ADDRESS, show_in_menus=True,
        opening_hours=site_texts.CENTRE_HOURS, picture=lambda: keep("centre", words.title, scenery.paint_centre()),
    )  # fmt: skip
    for shows, (slug, hall) in site_texts.HALLS.items():
        publish(centre, HallPage, slug, hall, text=hall.text, shows=shows, picture=painted_hall(shows, hall, keep))


def painted_hall(shows: str, words: Words, keep: Keep) -> Callable[[], CustomImage]:
    return lambda: keep(f"hall-{shows}", words.title, scenery.paint_hall(shows))


def publish_training(home: HomePage, today: datetime.date) -> None:
    words = site_texts.TRAINING
    publish(home, TrainingPage, "training", words, text=words.text, days=list(courses(today)), show_in_menus=True)


def courses(today: datetime.date) -> Iterator[TrainingDay]:
    for days, time, title, place, audience in site_texts.COURSES:
        day = today + datetime.timedelta(days=days)
        yield TrainingDay(day=day, time=time, title=title, place=place, audience=audience)


def publish_news(home: HomePage, today: datetime.date, keep: Keep) -> None:
    index = publish(home, NewsIndexPage, "news", site_texts.NEWS_INDEX, show_in_menus=True)
    for days, slug, title, lead, paragraphs, shows in site_texts.NEWS:
        words = Words(title, lead, paragraphs)
        publish(
            index, NewsPage, slug, words, text=words.text, day=today - datetime.timedelta(days=days),
            picture=painted_news(slug, title, shows, keep),
        )  # fmt: skip


def painted_news(slug: str, title: str, shows: str, keep: Keep) -> Callable[[], CustomImage]:
    paint = scenery.paint_team if shows == "team" else paint_product
    return lambda: keep(f"news-{slug}", title, paint(shows))
