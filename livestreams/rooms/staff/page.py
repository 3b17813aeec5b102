"""What the pages of the rooms share in the admin."""

from typing import Any

from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from livestreams.rooms.changing import Hand
from zhunong.access.models import User


class RoomsPage(WagtailAdminTemplateMixin, TemplateView):
    """A page under "Livestream centre" with its path in the head."""

    header_icon = "calendar"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def user(self) -> User:
        user = self.request.user
        assert isinstance(user, User)
        return user

    def hand(self, reason: str = "") -> Hand:
        """Whose hand changes something here."""
        return Hand(self.user, of_the_office=True, reason=reason)
