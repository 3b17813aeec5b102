from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SessionsConfig(AppConfig):
    name = "livestreams.sessions"
    label = "live_sessions"  # Django has a "sessions"
    verbose_name = _("Livestream sessions")

    def ready(self) -> None:
        from livestreams.rooms import presence
        from livestreams.sessions.presence import has_gone_live

        presence.add_source(has_gone_live)
        from livestreams.sessions.access import grant_rights

        grant_rights()
