"""What visitors read of a village."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from zhunong.pages.models.base import TEXT_FEATURES, PicturedPage
from zhunong.places.models import Village


class VillagePage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """A village: its words and picture. What grows there and which team sells it is read from the tables."""

    village = models.OneToOneField(
        Village, on_delete=models.PROTECT, related_name="page", verbose_name=_("village"),
        help_text=_("Its products with their shares, its areas and its teams appear by themselves."),
    )  # fmt: skip
    text = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)

    content_panels = [
        *Page.content_panels,
        FieldPanel("village"),
        FieldPanel("lead"),
        FieldPanel("picture"),
        FieldPanel("text"),
    ]
    search_fields = [*PicturedPage.search_fields, index.SearchField("text")]
    parent_page_types = ["pages.SectionPage"]
    subpage_types: list[str] = []
    page_description = _("A page about one village.")

    class Meta:
        verbose_name = _("village page")
        verbose_name_plural = _("village pages")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        from zhunong.pages.front.villages import context_of

        return super().get_context(request, *args, **kwargs) | context_of(self, request)
