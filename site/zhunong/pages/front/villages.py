"""What a village's page shows of the tables: what grows there with its share, areas as stated, its teams."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from livestreams.teams.models import Team
from products.models import OriginPart, VillageArea
from products.templatetags.product_facts import TENTHS
from zhunong.pages.front.products import cards, shelf_of
from zhunong.pages.front.tree import lend, readable, root_of
from zhunong.pages.models import TeamPage, VillagePage
from zhunong.places.models import Village


def context_of(page: VillagePage, request: HttpRequest) -> dict[str, Any]:
    """Six queries."""
    lend(page, "village__township", "picture")
    village, root = page.village, root_of(request) or page
    shares = shares_of(village, shelf_of(root).parts())
    shown = cards(root, request, Q(product__in=list(shares)))
    names = {product.name: share for product, share in shares.items()}
    return {
        "township": village.township,
        "cards": [{"card": card, "share": names.get(card.title, "")} for card in shown],
        "areas": areas_of(village),
        "teams": teams_of(village),
    }


def shares_of(village: Village, parts: Any) -> dict[Any, str]:
    """Products with how much of each grows here today, the greatest share first."""
    own: list[OriginPart] = list(parts.filter(village=village).select_related("origin__product").order_by("-percent"))
    return {part.origin.product: say_share(part.percent) for part in own}


def areas_of(village: Village) -> list[dict[str, Any]]:
    """What sources say of how much grows here, the greatest area first."""
    rows = VillageArea.objects.filter(village=village).select_related("product").order_by("-area_mu", "product")
    words = {True: _("over %(area)s mu"), False: _("%(area)s mu")}
    return [
        {"name": row.product.name, "area": words[row.is_at_least] % {"area": row.area_mu}, "source": row.source}
        for row in rows
    ]


def teams_of(village: Village) -> list[dict[str, Any]]:
    """All teams of the village, each with its page if one is published."""
    teams = Team.objects.filter(villages=village).select_related("page").order_by("slug")
    shown = set(readable(TeamPage.objects.filter(team__villages=village)).values_list("team", flat=True))
    return [{"team": team, "page": team.page if team.pk in shown else None} for team in teams]


def say_share(percent: int) -> str:
    """How much of what is sold under that name grows here, in tenths where they do."""
    if percent == 100:
        return _("grows here alone")
    share = _(TENTHS[percent]) if percent in TENTHS else f"{percent}%"
    return _("%(share)s of it grows here") % {"share": share}
