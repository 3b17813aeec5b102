"""Plain pages: about the site, privacy, how to order."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from zhunong.pages.models.base import TEXT_FEATURES, PicturedPage


class TextPage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """A page of text, linked from the footer; from the header too, if it is shown in menus."""

    text = RichTextField(_("text"), features=TEXT_FEATURES)

    content_panels = [*PicturedPage.content_panels, FieldPanel("text")]
    search_fields = [*PicturedPage.search_fields, index.SearchField("text")]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    page_description = _("Running text: about the site, privacy, how to order.")

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")
