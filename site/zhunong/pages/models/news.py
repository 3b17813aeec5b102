"""News: what happened, with its day and a picture."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from zhunong.pages.models.base import TEXT_FEATURES, PicturedPage

ON_A_PAGE = 12


class NewsIndexPage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """All news, the newest first, twelve on a page."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NewsPage"]
    page_description = _("Lists the news, the newest first.")

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        from zhunong.pages.front.tree import readable

        news = readable(NewsPage.objects.child_of(self)).select_related("picture").order_by("-day", "-pk")
        found = Paginator(news, ON_A_PAGE).get_page(request.GET.get("p"))
        return super().get_context(request, *args, **kwargs) | {"news": found}


class NewsPage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """One piece of news."""

    day = models.DateField(_("day"), default=timezone.localdate, help_text=_("the day on which it happened"))
    text = RichTextField(_("text"), features=TEXT_FEATURES)
    source = models.CharField(_("source"), max_length=150, blank=True, help_text=_("where it was taken from, if so"))

    content_panels = [
        *Page.content_panels,
        FieldPanel("day"),
        FieldPanel("lead"),
        FieldPanel("picture"),
        FieldPanel("text"),
        FieldPanel("source"),
    ]
    search_fields = [*PicturedPage.search_fields, index.SearchField("text"), index.FilterField("day")]
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types: list[str] = []
    page_description = _("One piece of news with its day and a picture.")

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")
