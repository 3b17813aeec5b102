"""What all pages of this folder have in common: frame, path, and finding an import for its reader."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from livestreams.sales.background import release_dead_applying
from livestreams.sales.leftovers import sweep_dead_readings
from livestreams.sales.models import OrderImport
from zhunong.access.models import User

State = OrderImport.State
Crumb = tuple[str, str]


def page(
    request: HttpRequest, template: str, title: str, context: dict[str, Any], *path: Crumb, icon: str = "table"
) -> HttpResponse:
    """A page of the admin; `path` are (label, address) of the pages above it."""
    crumbs = [(_("Home"), reverse("wagtailadmin_home")), *path, (title, "")]
    frame = {
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [{"label": label, "url": url} for label, url in crumbs],
    }
    return render(request, f"sales/handing_in/{template}.html", frame | context)


def imports_crumb() -> Crumb:
    return _("Order files handed in"), reverse("sales:imports")


def reader(request: HttpRequest) -> User:
    """Who asks; the admin lets nobody in who is not signed in."""
    assert isinstance(request.user, User)
    return request.user


def visible_import(request: HttpRequest, pk: int) -> OrderImport:
    """The import, or 404 where it belongs to another township."""
    imports = OrderImport.objects.visible_to(reader(request)).select_related("shop", "township", "created_by")
    return get_object_or_404(imports, pk=pk)


def tidy_up() -> None:
    """Before anybody looks: what dead processes left says so."""
    if not OrderImport.objects.filter(state__in=[State.READING, State.APPLYING]).exists():
        return
    sweep_dead_readings()
    release_dead_applying()
