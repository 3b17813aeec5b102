from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalesConfig(AppConfig):
    name = "livestreams.sales"
    label = "sales"
    verbose_name = _("Sales")

    def ready(self) -> None:
        from livestreams.sales.beside_products import broadcasts_of
        from livestreams.sales.layouts import LAYOUTS
        from products import beside, platforms

        for layout in LAYOUTS.values():
            platforms.register(layout.platform, layout.name)
        beside.add_source(broadcasts_of)
        from livestreams.sales.staff.access import grant_rights

        grant_rights()
