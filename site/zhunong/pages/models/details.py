"""What every page's footer says: who runs the site, its filings, whom to call."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


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
