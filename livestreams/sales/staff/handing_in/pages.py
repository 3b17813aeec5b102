"""What all pages of this folder have in common: whose files they are of, their frame and their addresses."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from livestreams.sales.background import release_dead_applying
from livestreams.sales.leftovers import sweep_dead_readings
from livestreams.sales.models import OrderImport
from livestreams.sales.scopes import DESK, Scope
from livestreams.sales.staff.handing_in.forms import HandInForm
from livestreams.sales.staff.handing_in.showing import Shown
from zhunong.access.models import User

State = OrderImport.State
Crumb = tuple[str, str]


@dataclass(frozen=True)
class Counter:
    """A place where order files are handed in. The views take it as an argument and are the same for all."""

    scope: Scope
    namespace: str
    """Of the addresses."""
    folder: str
    """Of the templates."""
    form: type[HandInForm] = HandInForm
    shown: type[Shown] = Shown

    def page(
        self,
        request: HttpRequest,
        template: str,
        title: str,
        context: dict[str, Any],
        *path: Crumb,
        icon: str = "table",
    ) -> HttpResponse:
        """A page; `path` are (label, address) of the pages above it."""
        return render(request, f"{self.folder}/{template}.html", self.frame(title, path, icon) | context)

    def frame(self, title: str, path: tuple[Crumb, ...], icon: str) -> dict[str, Any]:
        return {"title": title}

    def address(self, name: str, *args: Any) -> str:
        return reverse(f"{self.namespace}:{name}", args=args)

    def go(self, name: str, *args: Any) -> HttpResponseRedirect:
        return redirect(self.address(name, *args))

    def imports_crumb(self) -> Crumb:
        return _("Order files handed in"), self.address("imports")

    def file(self, request: HttpRequest, pk: int) -> OrderImport:
        """The import to look at, or 404 where it is not within the reader's scope."""
        return one_of(self.scope.files(reader(request)), pk)

    def file_to_decide(self, request: HttpRequest, pk: int) -> OrderImport:
        """The import to decide on, or 404 where the reader only looks at it, or not even that."""
        return one_of(self.scope.files_to_decide(reader(request)), pk)


class OfficeCounter(Counter):
    """The desk in the admin."""

    def frame(self, title: str, path: tuple[Crumb, ...], icon: str) -> dict[str, Any]:
        crumbs = [(_("Home"), reverse("wagtailadmin_home")), *path, (title, "")]
        return {
            "header_title": title,
            "header_icon": icon,
            "breadcrumbs_items": [{"label": label, "url": url} for label, url in crumbs],
        }


OFFICE = OfficeCounter(DESK, "sales", "sales/handing_in")


def reader(request: HttpRequest) -> User:
    """Who asks; nobody gets here who is not signed in."""
    assert isinstance(request.user, User)
    return request.user


def one_of(imports: QuerySet[OrderImport], pk: int) -> OrderImport:
    return get_object_or_404(imports.select_related("shop", "township", "created_by"), pk=pk)


def tidy_up() -> None:
    """Before anybody looks: what dead processes left says so."""
    if not OrderImport.objects.filter(state__in=[State.READING, State.APPLYING]).exists():
        return
    sweep_dead_readings()
    release_dead_applying()
