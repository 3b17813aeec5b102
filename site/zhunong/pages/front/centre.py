"""The centre and its halls: which products are on show."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from products.models import Product
from zhunong.pages.front.products import cards
from zhunong.pages.front.tree import readable, root_of, township_of
from zhunong.pages.models import CentrePage, HallPage


def context_of(centre: CentrePage, request: HttpRequest) -> dict[str, Any]:
    """Two queries."""
    return {"halls": halls_of(centre), "township": township_of(request)}


def halls_of(centre: CentrePage) -> list[HallPage]:
    """The published halls with their pictures."""
    return list(readable(HallPage.objects.child_of(centre)).select_related("picture").order_by("path"))


def hall_context(hall: HallPage, request: HttpRequest) -> dict[str, Any]:
    """The products of the hall's kind, of this site alone."""
    is_heritage = Q(product__category=Product.Category.HERITAGE)
    wanted = is_heritage if hall.shows == HallPage.Shows.HERITAGE else ~is_heritage
    root = root_of(request)
    return {"cards": cards(root, request, wanted) if root else []}
