"""Each kind of facts as a sheet: its columns, and what says which record a row is about."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from products.models import BuyingWay, Certificate, Price, Product, Season
from products.platforms import platform_choices
from products.staff.sheets.cells import Choice, Day, Text, Whole, Yes, Yuan
from products.staff.sheets.matching import NumberedResource, SheetResource, column
from products.staff.sheets.scope import Scope


class ProductResource(SheetResource):
    """产品资料: products are added at their table, so a row here is always of one that is there."""

    keys, related = ("slug",), ("township",)
    slug, name = column("slug", Text()), column("name", Text(), readonly=True)
    local_name, variety = column("local_name", Text()), column("variety", Text())
    area_mu, area_is_at_least = column("area_mu", Whole()), column("area_is_at_least", Yes())
    area_source = column("area_source", Text())

    def sorted_by(self) -> tuple[str, ...]:
        return ("slug",)

    def init_instance(self, row: Any = None) -> Any:
        raise ValidationError({"slug": _("You have no such product. New ones are entered at the table “Products”.")})

    class Meta(SheetResource.Meta):
        model = Product
        fields = ("slug", "name", "local_name", "variety", "area_mu", "area_is_at_least", "area_source")
        import_id_fields = ("slug",)


class SeasonResource(SheetResource):
    keys, related = ("product", "village", "year"), ("product", "village")
    product, village, year = column("product", Text()), column("village", Text()), column("year", Whole())
    picked_from, picked_to = column("picked_from", Day()), column("picked_to", Day())
    blooms_from, blooms_to = column("blooms_from", Day()), column("blooms_to", Day())
    sold_out_on, is_estimate = column("sold_out_on", Day()), column("is_estimate", Yes())
    note = column("note", Text())

    class Meta(SheetResource.Meta):
        model = Season
        fields = ("product", "village", "year", "picked_from", "picked_to", "blooms_from", "blooms_to", "sold_out_on",
                  "is_estimate", "note")  # fmt: skip
        import_id_fields = ("product", "year")


class PriceResource(SheetResource):
    keys, related = ("product", "sku", "platform", "noted_on"), ("product", "sku")
    product, sku, platform = column("product", Text()), column("sku", Text()), column("platform", Text())
    price_fen, noted_on = column("price_fen", Yuan()), column("noted_on", Day())
    valid_until = column("valid_until", Day())

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.fields["platform"].widget = Choice(dict(platform_choices()))

    class Meta(SheetResource.Meta):
        model = Price
        fields = ("product", "sku", "platform", "price_fen", "noted_on", "valid_until")
        import_id_fields = ("product", "sku", "noted_on")


class WayResource(NumberedResource):
    keys = ("product", "kind", "platform", "seller", "value")
    id, product = column("id", Whole(), readonly=True), column("product", Text())
    kind, platform = column("kind", Choice(dict(BuyingWay.Kind.choices))), column("platform", Text())
    seller, value = column("seller", Text()), column("value", Text())
    is_shown, sort_order = column("is_shown", Yes()), column("sort_order", Whole())

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.fields["platform"].widget = Choice(dict(platform_choices()))
        self.fields["kind"].widget = Choice(dict(BuyingWay.Kind.choices))

    class Meta(SheetResource.Meta):
        model = BuyingWay
        fields = ("id", "product", "kind", "platform", "seller", "value", "is_shown", "sort_order")
        import_id_fields = ("product", "kind")


class CertificateResource(NumberedResource):
    keys = ("product", "kind", "name", "number")
    id, product = column("id", Whole(), readonly=True), column("product", Text())
    kind, name = column("kind", Text()), column("name", Text())
    number, holder = column("number", Text()), column("holder", Text())
    issued_on, expires_on = column("issued_on", Day()), column("expires_on", Day())
    source = column("source", Text())

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.fields["kind"].widget = Choice(dict(Certificate.Kind.choices))

    class Meta(SheetResource.Meta):
        model = Certificate
        fields = ("id", "product", "kind", "name", "number", "holder", "issued_on", "expires_on", "source")
        import_id_fields = ("product", "kind")
