from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SessionsConfig(AppConfig):
    name = "livestreams.sessions"
    label = "live_sessions"  # Django has a "sessions"
    verbose_name = _("Livestream sessions")
