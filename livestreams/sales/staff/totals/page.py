"""What the pages of totals share: furniture, names, and whose rows are seen."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from livestreams.sales.staff.totals.names import Names
from zhunong.access.models import User


class SalesPage(WagtailAdminTemplateMixin, TemplateView):
    """A page under "Sales" with its path in the head."""

    header_icon = "table"
    is_below_totals = True

    def get_breadcrumbs_items(self) -> list[dict]:
        above = [{"url": reverse("sales:totals"), "label": _("Totals")}] if self.is_below_totals else []
        return [*self.breadcrumbs_items, *above, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def user(self) -> User:
        user = self.request.user
        assert isinstance(user, User)
        return user

    @cached_property
    def names(self) -> Names:
        return Names(self.user)
