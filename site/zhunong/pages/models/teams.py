"""What visitors read of a team."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from livestreams.teams.models import Team
from zhunong.pages.models.base import TEXT_FEATURES, PicturedPage


class TeamPage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """A livestream team: its words, its accounts and broadcasts. Nobody's name appears unless somebody writes it."""

    team = models.OneToOneField(
        Team, on_delete=models.PROTECT, related_name="page", verbose_name=_("team"),
        help_text=_("Its villages, accounts and broadcasts appear by themselves."),
    )  # fmt: skip
    text = RichTextField(
        _("text"), blank=True, features=TEXT_FEATURES,
        help_text=_("Name persons only with their consent."),
    )  # fmt: skip

    content_panels = [
        *Page.content_panels,
        FieldPanel("team"),
        FieldPanel("lead"),
        FieldPanel("picture"),
        FieldPanel("text"),
    ]
    search_fields = [*PicturedPage.search_fields, index.SearchField("text")]
    parent_page_types = ["pages.SectionPage"]
    subpage_types: list[str] = []
    page_description = _("A page about one livestream team.")

    class Meta:
        verbose_name = _("team page")
        verbose_name_plural = _("team pages")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        from zhunong.pages.front.teams import context_of

        return super().get_context(request, *args, **kwargs) | context_of(self)
