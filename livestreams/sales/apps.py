from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalesConfig(AppConfig):
    name = "livestreams.sales"
    label = "sales"
    verbose_name = _("Sales")

    def ready(self) -> None:
        from livestreams.sales.beside_products import broadcasts_of
        from livestreams.sales.layouts import LAYOUTS
        from livestreams.sales.session_crediting import SalesLedger
        from livestreams.sessions import crediting
        from products import beside, platforms

        crediting.use(SalesLedger())

        for layout in LAYOUTS.values():
            platforms.register(layout.platform, layout.name)
        beside.add_source(broadcasts_of)
        from livestreams.sales.staff.access import grant_rights

        grant_rights()
