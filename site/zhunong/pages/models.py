"""Pages that stand on top of all rooms, and what every page's footer says."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Page

from livestreams.teams.models import Team
from products.models import ProductPage
from zhunong.places.models import Township


@register_setting(icon="site")
class SiteDetails(BaseGenericSetting):
    """Who runs the site, its filings, and whom to call. What is blank is not shown."""

    running_body = models.CharField(
        _("running body"), max_length=100, blank=True, help_text=_("The co-op, company or office that runs this site.")
    )
    icp_number = models.CharField(_("ICP filing number"), max_length=50, blank=True)
    police_number = models.CharField(_("police filing number"), max_length=50, blank=True)
    phone = models.CharField(_("phone for orders and questions"), max_length=30, blank=True)
    phone_hours = models.CharField(_("when the phone is answered"), max_length=60, blank=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel("running_body"), FieldPanel("icp_number"), FieldPanel("police_number")], _("Footer")
        ),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("phone_hours")], _("Contact")),
    ]

    class Meta:
        verbose_name = _("site details")


class HomePage(Page):
    """The township's front door: what grows here."""

    township = models.ForeignKey(
        Township, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("township")
    )
    lead = models.CharField(_("lead"), max_length=200, blank=True)
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("picture"),
    )  # fmt: skip

    content_panels = [*Page.content_panels, FieldPanel("township"), FieldPanel("lead"), FieldPanel("picture")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["products.CataloguePage", "products.ProductPage"]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        pages = ProductPage.objects.child_of(self).live().public().select_related("product", "picture")
        pages = list(pages.prefetch_related("picture__renditions").order_by("path"))
        sources = {page.product.area_source for page in pages if page.product.area_mu} - {""}
        return context | {"product_pages": pages, "area_sources": sorted(sources), "teams": teams_of(request.user)}


def teams_of(user: Any) -> list[Team]:
    """The teams in which a person is today."""
    if not user.is_authenticated:
        return []
    memberships = user.memberships.on(timezone.localdate()).select_related("team")
    return [membership.team for membership in memberships.order_by("team__slug")]
