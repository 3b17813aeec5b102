"""Sessions on a team member's phone: /my/sessions/ …"""

from django.urls import URLPattern

from livestreams.sessions.phone.lineups import urls as lineups
from livestreams.sessions.phone.logging import urls as logging
from livestreams.sessions.phone.planning import urls as planning
from livestreams.sessions.phone.posters import urls as posters
from livestreams.sessions.phone.times import urls as times

app_name = "my_sessions"
urlpatterns: list[URLPattern] = [
    *planning.urlpatterns,
    *lineups.urlpatterns,
    *posters.urlpatterns,
    *logging.urlpatterns,
    *times.urlpatterns,
]
