"""The sheets of the catalogue's workbook, their headers and their explanations."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from products.staff.sheets import resources
from products.staff.sheets.matching import SheetResource

LABELS = {
    "slug": _("product code"), "name": _("name"), "local_name": _("local name"), "variety": _("variety"),
    "area_mu": _("area in mu"), "area_is_at_least": _("and a little more (余)"), "area_source": _("source of the area"),
    "product": _("product"), "village": _("village"), "year": _("year"), "picked_from": _("picked from"),
    "picked_to": _("picked to"), "blooms_from": _("blooms from"), "blooms_to": _("blooms to"),
    "sold_out_on": _("sold out on"), "is_estimate": _("expected, not yet certain"), "note": _("note for visitors"),
    "sku": _("pack code"), "platform": _("platform"), "price_fen": _("price in yuan"), "noted_on": _("price seen on"),
    "valid_until": _("valid until"), "id": _("our number"), "kind": _("kind"), "seller": _("seller"),
    "value": _("words, link or number"), "is_shown": _("shown to visitors"), "sort_order": _("order"),
    "number": _("number"), "holder": _("holder"), "issued_on": _("issued on"), "expires_on": _("valid until"),
    "source": _("source"),
}  # fmt: skip
DAYS = ("picked_from", "picked_to", "blooms_from", "blooms_to", "sold_out_on", "noted_on", "valid_until", "issued_on",
        "expires_on")  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A sheet of the workbook."""

    name: str
    label: Any
    """What the sheet is called."""
    resource: type[SheetResource]
    about: Any
    """One sentence for the page."""

    @property
    def columns(self) -> tuple[str, ...]:
        return self.resource._meta.fields

    def spoken(self, name: str) -> str:
        return str(LABELS[name])

    def column_called(self, header: str) -> str | None:
        """The column of a header in any of the site's languages, or by its own name."""
        return next((name for name in self.columns if header == name or header in in_all_languages(LABELS[name])), None)

    def is_called(self, title: str) -> bool:
        return title == self.name or title in in_all_languages(self.label)


def in_all_languages(text: Any) -> set[str]:
    found = set()
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found.add(str(text))
    return found


KINDS = (
    Kind("products", _("Product facts"), resources.ProductResource,
         _("Local name, variety, area with its source; the code says which product, the name is there to read.")),
    Kind("seasons", _("Seasons"), resources.SeasonResource,
         _("A row for each product, year and village; no village = all of them.")),
    Kind("prices", _("Prices"), resources.PriceResource,
         _("In yuan, with the day on which somebody looked. Add rows, keep the old ones.")),
    Kind("ways", _("Ways to get it"), resources.WayResource,
         _("Words to copy, links, numbers to call. Codes need their picture: add those at the product.")),
    Kind("certificates", _("Certificates"), resources.CertificateResource,
         _("Papers with holder and last day. Pictures are added at the product.")),
)  # fmt: skip
