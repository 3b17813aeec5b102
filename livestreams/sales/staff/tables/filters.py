"""What the lists of tables are narrowed down by. Choices of rows are narrowed to the user's own by the row scope."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Ownership, Team
from products.models import Product, Sku, SkuCode
from products.platforms import platform_choices


class AccountFilters(WagtailFilterSet):
    platform = ChoiceFilter(field_name="account__platform", label=_("platform"), choices=platform_choices)
    kind = ChoiceFilter(field_name="account__kind", label=_("kind"), choices=Account.Kind.choices)
    team = ModelChoiceFilter(label=_("team"), queryset=Team.objects.order_by("name"), null_label=_("unclaimed"))

    class Meta:
        model = Ownership
        fields: list[str] = []


class CodeFilters(WagtailFilterSet):
    platform = ChoiceFilter(label=_("platform"), choices=platform_choices)

    class Meta:
        model = SkuCode
        fields: list[str] = []


class ProductFilters(WagtailFilterSet):
    category = ChoiceFilter(label=_("category"), choices=Product.Category.choices)

    class Meta:
        model = Product
        fields: list[str] = []


class SkuFilters(WagtailFilterSet):
    product = ModelChoiceFilter(label=_("product"), queryset=Product.objects.order_by("name"))

    class Meta:
        model = Sku
        fields: list[str] = []


class SessionFilters(WagtailFilterSet):
    platform = ChoiceFilter(field_name="account__platform", label=_("platform"), choices=platform_choices)
    team = ModelChoiceFilter(field_name="shares__team", label=_("team"), queryset=Team.objects.order_by("name"))

    class Meta:
        model = Session
        fields: list[str] = []


FILTERS = {
    "accounts": AccountFilters,
    "sku_codes": CodeFilters,
    "products": ProductFilters,
    "skus": SkuFilters,
    "sessions": SessionFilters,
}
"""By the table's name."""
