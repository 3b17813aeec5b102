"""Pages that only gather others: the villages, the teams."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from zhunong.pages.models.base import PicturedPage


class SectionPage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """A list of village pages or team pages, in the order of the page tree."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.VillagePage", "pages.TeamPage"]
    page_description = _("Gathers pages of villages or of teams and lists them with their pictures.")

    class Meta:
        verbose_name = _("list of villages or teams")
        verbose_name_plural = _("lists of villages or teams")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        from zhunong.pages.front.sections import context_of

        return super().get_context(request, *args, **kwargs) | context_of(self)
