"""Address of the register of use, below /admin/rooms/."""

from django.urls import path

from livestreams.rooms.access import LOOK
from livestreams.rooms.staff.register.page import RegisterView
from zhunong.access.desk import needs

urlpatterns = [path("register/", needs(LOOK)(RegisterView.as_view()), name="register")]
