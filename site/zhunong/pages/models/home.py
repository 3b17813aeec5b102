"""The front door of a township."""

from copy import copy
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from zhunong.pages.models.base import PicturedPage
from zhunong.places.models import Township


class HomePage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """The township's front door: what ships now, when the next broadcast is, where it grows, who sells."""

    township = models.ForeignKey(
        Township, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("township"),
        help_text=_("Products, villages, teams and broadcasts of this township are shown."),
    )  # fmt: skip

    content_panels = [
        *Page.content_panels,
        FieldPanel("township", permission="superuser"),
        FieldPanel("lead"),
        FieldPanel("picture"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "products.CataloguePage",
        "pages.SectionPage",
        "pages.CentrePage",
        "pages.TrainingPage",
        "pages.NewsIndexPage",
        "pages.TextPage",
    ]
    page_description = _("The first page of a township's site. There is one for each township.")

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        from zhunong.pages.front.home import context_of

        return super().get_context(request, *args, **kwargs) | context_of(self, request)

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Any page below is found in one step, not by walking; the first page itself is everybody's, hence a copy."""
        from zhunong.pages.front.routing import page_at

        if not path_components:
            return copy(self).route_to_itself(request)
        if found := page_at(self, path_components):
            page, left = found
            return page.route(request, left)
        raise Http404

    def route_to_itself(self, request: HttpRequest) -> Any:
        return super().route(request, [])
