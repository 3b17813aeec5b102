from django.apps import AppConfig
from django.db.models.signals import post_migrate
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
        post_migrate.connect(self.ensure_roles)

    @staticmethod
    def ensure_roles(**signal: object) -> None:
        from livestreams.sales.staff.access import ensure_staff_group

        ensure_staff_group()
