"""Forms of what hangs on a product: choices are of its own township and its own packs, nobody else's."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.images.widgets import AdminImageChooser

from media.models import CustomImage
from products.models import BuyingWay, Limit, Price, Product, Report, Season
from products.platforms import platform_choices
from products.staff.yuan import YuanField
from zhunong.access.libraries import library_of
from zhunong.places.models import Village


class Own:
    """What rows of one product may point at; looked up once for all of its rows."""

    def __init__(self, product: Product) -> None:
        self.product = product

    @cached_property
    def querysets(self) -> dict[str, Any]:
        """Rows to choose from, by the name of the field."""
        villages = Village.objects.filter(township=self.product.township_id).order_by("name")
        packs = self.product.skus.select_related("product").order_by("net_weight_g", "code")
        pictures = CustomImage.objects.filter(collection=library_of(self.product.township))
        limits = Limit.objects.select_related("standard")
        return {"village": villages, "sku": packs, "limit": limits, "picture": pictures}

    @cached_property
    def platforms(self) -> list[tuple[str, str]]:
        return [("", "—"), *platform_choices()]


class OwnForm(WagtailAdminModelForm):
    """A row of a product. `own` narrows its choices; without it there are none."""

    def __init__(self, *args: Any, own: Own | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own and self.instance._state.adding:  # what may be said of it depends on the product's reports
            self.instance.product = own.product
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField) and name in ("village", "sku", "limit", "picture"):
                rows: Any = own.querysets[name] if own else field.queryset
                field.queryset = rows if own else rows.none()
            if name == "picture":  # a list of names would be all that is known of it
                field.widget = AdminImageChooser()
        if "platform" in self.fields and own:
            self.fields["platform"].widget.choices = self.platforms_with_own(own)

    def platforms_with_own(self, own: Own) -> list[tuple[str, str]]:
        """The known platforms, and whatever stands there now."""
        kept = self.instance.platform
        is_known = kept in dict(own.platforms)
        return own.platforms if is_known else [*own.platforms, (kept, kept)]


class SeasonForm(OwnForm):
    class Meta:
        model = Season
        fields = "__all__"
        labels = {"village": _("village")}
        help_texts = {
            "village": _("blank = all villages; a village's own season comes before that of all"),
            "is_estimate": _("visitors read “expected” beside it"),
        }


class PriceForm(OwnForm):
    """A price in yuan."""

    price = YuanField(label=_("price in yuan"), max_length=20, help_text=_("as the platform shows it, like 59.90"))

    class Meta:
        model = Price
        exclude = ["price_fen"]
        help_texts = {
            "noted_on": _("The day on which somebody looked; visitors read it beside the price."),
            "valid_until": _("blank = until a newer one"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["price"] = self.instance.price_fen

    def clean(self) -> dict[str, Any] | None:
        """The fen are set here, before the row itself is checked."""
        given = super().clean()
        if self.cleaned_data.get("price"):
            self.instance.price_fen = self.cleaned_data["price"]
        return given


class WayForm(OwnForm):
    class Meta:
        model = BuyingWay
        fields = "__all__"
        help_texts = {
            "kind": _(
                "Inside WeChat only codes to long-press, words to copy and numbers work; other links do not open."
            ),
            "value": _("the whole text of the 口令, a link that begins with https://, or a number with area code"),
            "sort_order": _("the smallest stands first"),
        }


class ReportForm(OwnForm):
    class Meta:
        model = Report
        fields = "__all__"
        help_texts = {
            "batch": _("as it stands on the report; the claim is of this batch alone"),
            "limit": _("what the value is compared with; blank = measured, compared with no standard"),
        }
