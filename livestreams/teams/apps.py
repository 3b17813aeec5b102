from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamsConfig(AppConfig):
    name = "livestreams.teams"
    label = "teams"
    verbose_name = _("Teams")

    def ready(self) -> None:
        from livestreams.teams.people.voiding import watch
        from livestreams.teams.roles import enter_roles

        enter_roles()
        watch()
