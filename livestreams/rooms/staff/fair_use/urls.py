"""Address of the switches."""

from django.urls import path

from livestreams.rooms.access import LOOK
from livestreams.rooms.staff.fair_use.views import FairUseView
from zhunong.access.desk import needs

urlpatterns = [path("fair-use/", needs(LOOK)(FairUseView.as_view()), name="fair_use")]
