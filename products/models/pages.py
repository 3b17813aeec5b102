"""What visitors read: the catalogue, and a page for each product."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from products.models.goods import Product


class CataloguePage(Page):
    """Everything that grows and is made here; the product pages are its children. The season board is part of it."""

    lead = models.CharField(_("lead"), max_length=200, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["products.ProductPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("catalogue")
        verbose_name_plural = _("catalogues")


class ProductPage(Page):
    """What visitors read of a product. The figures stay on the product, so that no draft can overwrite them."""

    product = models.OneToOneField(Product, on_delete=models.PROTECT, related_name="page", verbose_name=_("product"))
    lead = models.CharField(_("lead"), max_length=120, blank=True)
    text = RichTextField(_("text"), blank=True, features=["h2", "h3", "bold", "ul", "ol", "link"])
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("picture"),
    )  # fmt: skip
    taste = models.CharField(_("taste"), max_length=200, blank=True)
    use = models.CharField(_("how to eat or use it"), max_length=200, blank=True)
    storage = models.CharField(_("storage"), max_length=200, blank=True)
    shipping = models.CharField(_("shipping"), max_length=200, blank=True)
    after_sale = models.CharField(_("after-sale promise"), max_length=200, blank=True)
    search_key = models.TextField(editable=False, default="", blank=True)
    """Names, villages and their pinyin, by which the catalogue is searched."""

    content_panels = [
        *Page.content_panels,
        FieldPanel("product"),
        FieldPanel("lead"),
        FieldPanel("picture"),
        InlinePanel("pictures", label=_("more pictures")),
        FieldPanel("text"),
        MultiFieldPanel([FieldPanel("taste"), FieldPanel("use")], _("Taste and use")),
        MultiFieldPanel([FieldPanel("storage"), FieldPanel("shipping"), FieldPanel("after_sale")], _("Delivery")),
        InlinePanel("questions", label=_("question")),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("text")]
    parent_page_types = ["products.CataloguePage", "pages.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("product page")
        verbose_name_plural = _("product pages")
