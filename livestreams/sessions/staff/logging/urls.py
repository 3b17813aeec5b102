"""Addresses of a session's figures at the desk."""

from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from livestreams.sessions.access import DECIDE
from livestreams.sessions.staff.logging.pages import FiguresView, proof
from zhunong.access.desk import needs

see = needs("live_sessions.view_platformfigures")

urlpatterns = [
    path("on/<int:pk>/figures/", see(require_GET(FiguresView.as_view())), name="figures"),
    path("on/<int:pk>/figures/enter/", needs(DECIDE)(require_POST(FiguresView.as_view())), name="enter_figures"),
    path("on/<int:pk>/figures/proof/", see(require_GET(proof)), name="figures_proof"),
]
