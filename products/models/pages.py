"""What visitors read: the catalogue, and a page for each product."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from products.models.goods import Product
from products.models.reading import ReadInOneQuery
from products.page_editing.product_form import ProductPageForm
from products.page_editing.texts import texts_of
from products.publishing import CheckedPage


class CataloguePage(ReadInOneQuery, CheckedPage, RoutablePageMixin, Page):  # type: ignore[django-manager-missing]
    """Everything that grows and is made here; the product pages are its children. The season board is part of it."""

    lead = models.CharField(
        _("lead"), max_length=200, blank=True, help_text=_("One sentence under the title: what grows here, and when.")
    )

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["products.ProductPage"]
    max_count_per_parent = 1
    page_description = _("Lists all products of the township, with the calendar of their seasons.")

    class Meta:
        verbose_name = _("catalogue")
        verbose_name_plural = _("catalogues")

    @path("")
    def all_products(self, request: HttpRequest) -> HttpResponse:
        """The list, searched and filtered by its address."""
        from products.catalogue import views

        return views.all_products(self, request)

    @path("results/")
    def results(self, request: HttpRequest) -> HttpResponse:
        """The part of the list that htmx swaps, at an address of its own, so that no cache takes it for the page."""
        from products.catalogue import views

        return views.results(self, request)

    @path("seasons/")
    def seasons(self, request: HttpRequest) -> HttpResponse:
        """All products over the year."""
        from products.catalogue import views

        return views.seasons(self, request)


class ProductPage(ReadInOneQuery, CheckedPage, Page):  # type: ignore[django-manager-missing]
    """What visitors read of a product. The figures stay on the product, so that no draft can overwrite them."""

    product = models.OneToOneField(
        Product, on_delete=models.PROTECT, related_name="page", verbose_name=_("product"),
        help_text=_("Villages, packs, seasons, prices and reports come from it; they are entered under Products."),
    )  # fmt: skip
    lead = models.CharField(
        _("lead"), max_length=120, blank=True,
        help_text=_("One sentence that makes people want it, e.g. how it is picked and how it tastes."),
    )  # fmt: skip
    text = RichTextField(
        _("text"), blank=True, features=["h2", "h3", "bold", "ul", "ol", "link"],
        help_text=_("Who grows it, and how. Facts that can be checked; no healing, no “best”."),
    )  # fmt: skip
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("picture"), help_text=_("The first thing people see: near, in daylight, landscape."),
    )  # fmt: skip
    taste = models.CharField(_("taste"), max_length=200, blank=True, help_text=_("e.g. crisp, juicy, a little sour"))
    use = models.CharField(
        _("how to eat or use it"), max_length=200, blank=True, help_text=_("e.g. fresh, stewed, as a present")
    )
    storage = models.CharField(
        _("storage"), max_length=200, blank=True, help_text=_("e.g. 7 days at 0–4 °C, do not wash before")
    )
    shipping = models.CharField(
        _("shipping"), max_length=200, blank=True, help_text=_("e.g. picked and sent the same day, cold chain")
    )
    after_sale = models.CharField(
        _("after-sale promise"), max_length=200, blank=True,
        help_text=_("What is promised if something arrives broken, and within which time. Promise what is kept."),
    )  # fmt: skip
    search_key = models.TextField(editable=False, default="", blank=True)
    """Names, villages and their pinyin, by which the catalogue is searched."""

    base_form_class = ProductPageForm
    content_panels = [
        FieldPanel("product"),
        TitleFieldPanel("title", targets=[], help_text=_("Blank = the product's name.")),
        FieldPanel("lead"),
        FieldPanel("picture"),
        InlinePanel("pictures", heading=_("more pictures"), label=_("picture")),
        FieldPanel("text"),
        MultiFieldPanel([FieldPanel("taste"), FieldPanel("use")], _("Taste and use")),
        MultiFieldPanel([FieldPanel("storage"), FieldPanel("shipping"), FieldPanel("after_sale")], _("Delivery")),
        InlinePanel("questions", heading=_("questions and answers"), label=_("question")),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("text")]
    parent_page_types = ["products.CataloguePage", "pages.HomePage"]
    subpage_types: list[str] = []
    page_description = _("What visitors read of one product: text, pictures, questions and answers.")

    def is_proven(self) -> bool:
        from products.selenium import has_proof

        return bool(self.product_id) and has_proof(self.product, timezone.localdate())

    def texts_to_check(self) -> list[str]:
        """The product's names and those of its packs are printed on its page too."""
        if not self.product_id:
            return texts_of(self)
        product = self.product
        packs = product.skus.filter(is_shown=True).order_by("code").values_list("name", flat=True)
        return [*texts_of(self), product.name, product.local_name, product.variety, *packs]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        from products.reading import context_of

        is_draft = bool(getattr(request, "is_preview", False))
        return super().get_context(request, *args, **kwargs) | context_of(self, request, is_draft=is_draft)

    class Meta:
        verbose_name = _("product page")
        verbose_name_plural = _("product pages")
