"""前期自报数: figures that somebody states, in a list of their own. Never in totals."""

from typing import Any

from django.db.models import QuerySet
from django.forms import ModelForm
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from livestreams.sales.models import Claim
from livestreams.sales.staff.claims.forms import ClaimForm
from products.money import wan_yuan, yuan
from zhunong.access.row_scope import RowScopedViewSet


def told_figure(claim: Claim) -> str:
    """`500.00万元余`: as it was stated."""
    figure = _("%(wan)s × 10,000 yuan") % {"wan": wan_yuan(claim.amount_fen)}
    return _("more than %(figure)s") % {"figure": figure} if claim.is_at_least else figure


class ClaimIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("township", "team", "entered_by")


class ClaimCreate(generic.CreateView):
    def save_instance(self) -> Claim:
        self.form.instance.entered_by = self.request.user
        return super().save_instance()


class ClaimInspect(generic.InspectView):
    def get_amount_fen_display_value(self) -> str:
        return f"{told_figure(self.object)} ({_('%(yuan)s yuan') % {'yuan': yuan(self.object.amount_fen)}})"

    def get_entered_at_display_value(self) -> str:
        return date_format(localtime(self.object.entered_at), "Y-m-d H:i")

    def get_entered_by_display_value(self) -> str:
        return str(self.object.entered_by or "—")

    def get_team_display_value(self) -> str:
        return str(self.object.team or "—")


class ClaimViewSet(RowScopedViewSet, ModelViewSet):
    """List, enter, correct, delete and look at claims."""

    model = Claim
    name = "sales_claims"
    url_prefix = "sales/claims"
    icon = "comment"
    menu_label = gettext_lazy("Claimed figures")
    add_to_admin_menu = False
    copy_view_enabled = False
    inspect_view_enabled = True
    add_to_reference_index = False
    index_view_class = ClaimIndex
    add_view_class = ClaimCreate
    inspect_view_class = ClaimInspect
    index_template_name = "sales/claims/index.html"
    index_results_template_name = "sales/claims/index_results.html"
    inspect_view_fields = [
        "amount_fen", "period", "source", "township", "team", "note", "entered_by", "entered_at",
    ]  # fmt: skip
    search_fields = ["source", "period", "note"]
    search_backend_name = None
    export_filename = "claims"
    list_display = [
        TitleColumn("figure", label=gettext_lazy("figure"), accessor=told_figure, url_name="sales_claims:inspect"),
        Column("team", label=gettext_lazy("team"), accessor=lambda claim: claim.team or claim.township),
        Column("period", label=gettext_lazy("period")),
        Column("source", label=gettext_lazy("source")),
        Column("entered_by", label=gettext_lazy("entered by"), accessor=lambda claim: claim.entered_by or "—"),
        DateColumn("entered_at", label=gettext_lazy("entered at")),
    ]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm[Any]]:
        return ClaimForm


claims = ClaimViewSet()
