"""What all pages of this room have: a lead, a picture, words that are checked, and one way to be found."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from products.publishing import CheckedPage

TEXT_FEATURES = ["h2", "h3", "bold", "ul", "ol", "link", "blockquote"]
"""What a text may hold: nothing that looks different from the rest of the site."""


class PicturedPage(CheckedPage):
    """Mixin before `Page`: one or two sentences that stand at the top and in search results, and a picture."""

    lead = models.CharField(
        _("lead"), max_length=200, blank=True,
        help_text=_("One or two sentences below the title; search engines show them too."),
    )  # fmt: skip
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("picture"), help_text=_("Landscape, at least 1,280 pixels wide."),
    )  # fmt: skip

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("picture")]
    search_fields = [*Page.search_fields, index.SearchField("lead")]

    class Meta:
        abstract = True
