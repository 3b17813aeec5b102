"""What the pages of products share in the admin."""

from typing import Any

from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from zhunong.access.models import User


class ProductsPage(WagtailAdminTemplateMixin, TemplateView):
    """A page under “Products” with its path in the head."""

    header_icon = "form"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def user(self) -> User:
        user = self.request.user
        assert isinstance(user, User)
        return user
