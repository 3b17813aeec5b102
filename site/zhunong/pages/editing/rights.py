"""Who works on which pages today: the staff of a township publish, its editors and team leaders draft."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

from livestreams.teams.models import Team
from products.models import CataloguePage, ProductPage
from zhunong.access.page_rights import PUBLISHING, WRITING, Area, PageRight, rights_to
from zhunong.access.roles import EDITOR, LEADER, STAFF
from zhunong.pages.models import HomePage, NewsIndexPage, TeamPage
from zhunong.places.models import Township

WRITTEN_BY_TEAMS = (CataloguePage, ProductPage, NewsIndexPage)
"""With all that is below them."""


def areas_of(user: Any) -> Iterator[Area]:
    """No query for those who hold none of the three roles; one for staff."""
    if STAFF in user.roles:
        for home in homes_of(user.townships.all()):
            yield Area(township_of(home), home, rights_to(home, PUBLISHING))
    if EDITOR in user.roles:
        for home in homes_of(user.townships.all()):
            yield Area(township_of(home), home, writers_rights(home, []))
    if LEADER in user.roles:
        yield from areas_of_leader(list(Team.objects.led_by(user)))


def areas_of_leader(teams: list[Team]) -> Iterator[Area]:
    for home in homes_of({team.township_id for team in teams}):
        yield Area(township_of(home), home, writers_rights(home, teams))


def homes_of(townships: Iterable[Any] | QuerySet) -> QuerySet[HomePage]:
    return (
        HomePage.objects.filter(township__in=townships).select_related("township__library__collection").order_by("path")
    )


def township_of(home: HomePage) -> Township:
    assert home.township  # it was looked up by it
    return home.township


def writers_rights(home: HomePage, teams: list[Team]) -> tuple[PageRight, ...]:
    """To the highest pages below a home page that teams may write, and to these teams' own."""
    own = TeamPage.objects.filter(team__in=teams).values("pk")
    pages = Page.objects.type(*WRITTEN_BY_TEAMS) | Page.objects.filter(Q(pk__in=own))
    below = pages.descendant_of(home).order_by("path")
    return tuple(right for page in topmost(below) for right in rights_to(page, WRITING))


def topmost(pages: Iterable[Page]) -> list[Page]:
    """Of pages in the order of the tree those that are not below another one."""
    found: list[Page] = []
    for page in pages:
        if not found or not page.path.startswith(found[-1].path):
            found.append(page)
    return found
