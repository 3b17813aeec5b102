from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalesConfig(AppConfig):
    name = "livestreams.sales"
    label = "sales"
    verbose_name = _("Sales")

    def ready(self) -> None:
        from livestreams.sales.layouts import LAYOUTS
        from products import platforms

        for layout in LAYOUTS.values():
            platforms.register(layout.platform, layout.name)
        from livestreams.sales.staff.access import grant_rights

        grant_rights()
