"""Rules in the admin: the same for every township, so administrators write them and the office reads them."""

from typing import Any

from django.db.models import ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from products.models import ProperName, Standard, WordRule
from products.staff.columns import DayColumn
from products.staff.rules import panels


class StandardIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().prefetch_related("limits")


def told_limits(standard: Standard) -> str:
    """`富含硒 ≥ 15 μg/100 g`, one after the other."""
    return "；".join(
        f"{limit.wording} ≥ {limit.least.normalize():f} {limit.get_unit_display()}" for limit in standard.limits.all()
    )


class StandardInspect(generic.InspectView):
    def get_fields(self) -> list[str]:
        return [*super().get_fields(), "limits"]

    def get_field_label(self, field_name: str, field: Any) -> str:
        return _("limits") if field_name == "limits" else super().get_field_label(field_name, field)

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        if field_name == "limits":
            return told_limits(self.object) or "—"
        return super().get_field_display_value(field_name, field)


class RuleDelete(generic.DeleteView):
    """What a report points at stays: its proof could not be explained without it."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except ProtectedError:
            sentence = _(
                "A test report points at it, so it stays. Write the day from which it no longer holds instead."
            )
            messages.error(request, sentence)
            return self.get(request, *args, **kwargs)


class RuleViewSet(ModelViewSet):
    """Common to the three. Not scoped by rows: they are nobody's own."""

    add_to_admin_menu = False
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    sort_order_field = None
    search_backend_name = None
    list_per_page = 50
    delete_view_class = RuleDelete


class StandardViewSet(RuleViewSet):
    model = Standard
    name = "products_standards"
    url_prefix = "products/standards"
    icon = "list-ol"
    menu_label = gettext_lazy("Standards and limits")
    edit_handler = panels.STANDARD
    index_view_class = StandardIndex
    inspect_view_class = StandardInspect
    inspect_view_fields = ["code", "name", "valid_from", "valid_to", "scope", "source"]
    search_fields = ["code", "name"]
    list_display = [
        TitleColumn("code", label=gettext_lazy("number"), url_name="products_standards:inspect"),
        Column("name", label=gettext_lazy("name")),
        DayColumn("valid_from", label=gettext_lazy("in force from")),
        DayColumn("valid_to", label=gettext_lazy("no longer in force from")),
        Column("limits", label=gettext_lazy("limits"), accessor=told_limits),
    ]


class WordIndex(generic.IndexView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        attempt = Button(_("Try a text"), url=reverse("products:try_words"), icon_name="search", priority=5)
        return [attempt, *super().header_more_buttons]


class WordViewSet(RuleViewSet):
    model = WordRule
    name = "products_words"
    url_prefix = "products/words"
    icon = "warning"
    menu_label = gettext_lazy("Words not to be used")
    edit_handler = panels.WORD
    index_view_class = WordIndex
    inspect_view_fields = ["word", "kind", "reason", "instead", "source", "valid_from", "valid_to"]
    search_fields = ["word", "reason", "instead"]
    list_filter = ["kind"]
    list_display = [
        TitleColumn("word", label=gettext_lazy("word"), url_name="products_words:inspect", sort_key="word"),
        Column("kind", label=gettext_lazy("kind"), accessor="get_kind_display", sort_key="kind"),
        Column("reason", label=gettext_lazy("why not")),
        Column("instead", label=gettext_lazy("what may be said instead"), accessor=lambda rule: rule.instead or "—"),
        DayColumn("valid_to", label=gettext_lazy("no longer valid from")),
    ]


class NameViewSet(RuleViewSet):
    model = ProperName
    name = "products_names"
    url_prefix = "products/names"
    icon = "tag"
    menu_label = gettext_lazy("Proper names")
    edit_handler = panels.NAME
    inspect_view_fields = ["name", "note"]
    search_fields = ["name", "note"]
    list_display = [
        TitleColumn("name", label=gettext_lazy("name"), url_name="products_names:inspect", sort_key="name"),
        Column("note", label=gettext_lazy("why it is no claim")),
    ]


standards, words, names = StandardViewSet(), WordViewSet(), NameViewSet()
