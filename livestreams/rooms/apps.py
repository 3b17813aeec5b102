from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RoomsConfig(AppConfig):
    name = "livestreams.rooms"
    label = "rooms"
    verbose_name = _("Rooms")

    def ready(self) -> None:
        from livestreams.rooms import guard
        from livestreams.rooms.access import grant_rights

        grant_rights()
        register(guard.check_guards, Tags.database)
        post_migrate.connect(guard.after_migrate, sender=self)
