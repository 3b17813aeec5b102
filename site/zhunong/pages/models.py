"""Pages that stand on top of all rooms."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from products.models import ProductPage
from zhunong.places.models import Township


class HomePage(Page):
    """The township's front door: what grows here."""

    township = models.ForeignKey(
        Township, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("township")
    )
    lead = models.CharField(_("lead"), max_length=200, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("township"), FieldPanel("lead")]
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        pages = ProductPage.objects.child_of(self).live().select_related("product", "picture")
        return context | {"product_pages": pages.order_by("product__category", "path")}
