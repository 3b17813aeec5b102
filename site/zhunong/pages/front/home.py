"""The front door: what ships now, when the next broadcast is, where things grow, who sells, what is new."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from livestreams.teams.models import Team
from products.models import Product, ProductPage, Sku
from zhunong.pages.front import broadcasts
from zhunong.pages.front.products import cards
from zhunong.pages.front.tree import child_of_type, children_of, lend, readable
from zhunong.pages.models import CentrePage, HomePage, NewsPage, TeamPage, VillagePage

SHOWN = 12
KINDS: tuple[tuple[Any, str, int], ...] = (
    (VillagePage, "path", 8), (TeamPage, "path", 6), (NewsPage, "-day", 3), (CentrePage, "path", 1)
)  # fmt: skip
"""What is shown of the pages below, in which order, and how many at most."""


def context_of(home: HomePage, request: HttpRequest) -> dict[str, Any]:
    """What the template needs, in at most eleven queries. Only this township's rows."""
    lend(home, "township", "picture")
    children = children_of(home, request)
    found = cards(home, request, most=SHOWN)
    sessions = broadcasts.of_township(home.township_id)
    pages = gathered(home)
    villages, teams, centres = (pages[name] for name in ("villagepage", "teampage", "centrepage"))
    return {
        "in_season": [card for card in found if card.standing.is_now],
        "others": [card for card in found if not card.standing.is_now],
        "all_year": all_year(home),
        "coming_broadcasts": broadcasts.coming(sessions, 3),
        "past_broadcasts": broadcasts.past(sessions, 2),
        "villages": villages,
        "village_section": above(villages, children),
        "team_pages": teams,
        "team_section": above(teams, children),
        "news": sorted(pages["newspage"], key=lambda page: (page.day, page.pk), reverse=True),
        "centre": centres[0] if centres else None,
        "catalogue": child_of_type(children, "cataloguepage"),
        "news_index": child_of_type(children, "newsindexpage"),
        "area_sources": area_sources(home),
        "teams": teams_of(request.user),
    }


def all_year(home: HomePage) -> list[Sku]:
    """Packs that ship whatever the season: dried, frozen, made."""
    packs = Sku.objects.filter(product__township=home.township_id, is_seasonal=False, is_shown=True)
    below_home = readable(ProductPage.objects.descendant_of(home))
    found = packs.filter(product__page__in=below_home).select_related("product__page")
    return list(found.order_by("product__slug", "code")[:12])


def gathered(home: HomePage) -> dict[str, list[Any]]:
    """Published pages of places, teams and news with their pictures, a few of each kind, in one query."""
    few = [readable(model.objects.descendant_of(home)).order_by(order)[:most] for model, order, most in KINDS]
    wanted = Q(pk=None)
    for pages in few:
        wanted |= Q(pk__in=pages.values("pk"))
    names = [model._meta.model_name for model, _order, _most in KINDS]
    found: dict[str, list[Any]] = {name: [] for name in names}
    for page in Page.objects.filter(wanted).select_related(*(f"{name}__picture" for name in names)).order_by("path"):
        for name in names:
            if hasattr(page, name):
                found[name].append(getattr(page, name))
    return found


def above(pages: list[Any], children: list[Page]) -> Page | None:
    """The page of the menu below which the first of them stands."""
    return next((page for page in children if pages and pages[0].path.startswith(page.path)), None)


def area_sources(home: HomePage) -> list[str]:
    """Who states the areas of this township's products."""
    stated = Product.objects.filter(township=home.township_id, area_mu__isnull=False).exclude(area_source="")
    return list(stated.order_by("area_source").values_list("area_source", flat=True).distinct())


def teams_of(user: Any) -> list[Team]:
    """The teams in which a person is today."""
    if not user.is_authenticated:
        return []
    memberships = user.memberships.on(timezone.localdate()).select_related("team")
    return [membership.team for membership in memberships.order_by("team__slug")]
