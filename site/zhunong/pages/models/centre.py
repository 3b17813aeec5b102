"""The demonstration centre and its halls."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from zhunong.pages.models.base import TEXT_FEATURES, PicturedPage


class CentrePage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """The centre: where it is and when it is open. Its halls are its children, its rooms those of the tables."""

    address = models.CharField(_("postal address"), max_length=150, blank=True)
    opening_hours = models.CharField(
        _("opening hours"), max_length=100, blank=True, help_text=_("e.g. daily 8:00–18:00")
    )
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    text = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)

    content_panels = [
        *PicturedPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("address"), FieldPanel("opening_hours"), FieldPanel("phone")], _("How to get there")
        ),
        FieldPanel("text"),
    ]
    search_fields = [*PicturedPage.search_fields, index.SearchField("text"), index.SearchField("address")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.HallPage"]
    page_description = _("The demonstration centre with its halls and livestream rooms.")

    class Meta:
        verbose_name = _("centre")
        verbose_name_plural = _("centres")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        from zhunong.pages.front.centre import context_of

        return super().get_context(request, *args, **kwargs) | context_of(self, request)


class HallPage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """One hall: what is said of it, and the products on show in it."""

    class Shows(models.TextChoices):
        GOODS = "goods", _("farm products")
        HERITAGE = "heritage", _("intangible heritage and crafts")

    shows = models.CharField(
        _("on show"), max_length=10, choices=Shows, default=Shows.GOODS,
        help_text=_("Published products of this kind are listed by themselves."),
    )  # fmt: skip
    text = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)

    content_panels = [*PicturedPage.content_panels, FieldPanel("shows"), FieldPanel("text")]
    search_fields = [*PicturedPage.search_fields, index.SearchField("text")]
    parent_page_types = ["pages.CentrePage"]
    subpage_types: list[str] = []
    page_description = _("One hall of the centre with the products on show.")

    class Meta:
        verbose_name = _("hall")
        verbose_name_plural = _("halls")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        from zhunong.pages.front.centre import hall_context

        return super().get_context(request, *args, **kwargs) | hall_context(self, request)
