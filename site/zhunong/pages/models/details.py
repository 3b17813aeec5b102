"""What every page's footer says: who runs the site, its filings, whom to call."""

from typing import Any

from django.db import models, router
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from zhunong.caching.memory import Memory

known: Memory[list[Any]] = Memory(1)


@register_setting(icon="site")
class SiteDetails(BaseGenericSetting):
    """Who runs the site, its filings, and whom to call. What is blank is not shown."""

    running_body = models.CharField(
        _("running body"), max_length=100, blank=True, help_text=_("The co-op, company or office that runs this site.")
    )
    licence_number = models.CharField(
        _("business licence number"), max_length=50, blank=True,
        help_text=_("The 18 characters of the unified social credit code; shown in the footer."),
    )  # fmt: skip
    icp_number = models.CharField(_("ICP filing number"), max_length=50, blank=True)
    police_number = models.CharField(_("police filing number"), max_length=50, blank=True)
    phone = models.CharField(_("phone for orders and questions"), max_length=30, blank=True)
    phone_hours = models.CharField(_("when the phone is answered"), max_length=60, blank=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("running_body", "licence_number", "icp_number", "police_number")],
            _("Footer"),
        ),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("phone_hours")], _("Contact")),
    ]

    class Meta:
        verbose_name = _("site details")

    @classmethod
    def load(cls, request_or_site: Any = None) -> "SiteDetails":
        """As Wagtail's own, but remembered from one request to the next. Each has its own, for forms write into it."""
        if not isinstance(request_or_site, HttpRequest):
            return super().load(request_or_site)
        name, names = cls.get_cache_attr_name(), [field.attname for field in cls._meta.concrete_fields]
        found = request_or_site.__dict__
        if name not in found:
            values = known.get("details", lambda: values_of(cls._get_or_create(), names), request_or_site)
            found[name] = cls.from_db(router.db_for_read(cls), names, values)
        return found[name]


def values_of(details: SiteDetails, names: list[str]) -> list[Any]:
    return [getattr(details, name) for name in names]
