"""A product's facts as a form in tabs: what people look up together stands together."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from products.staff.facts.form import ProductFactsForm
from products.staff.facts.own import OwnForm, PriceForm, ReportForm, SeasonForm, WayForm


class OwnPanel(InlinePanel):
    """An inline panel whose rows have a form class of their own."""

    def __init__(self, *args: Any, form: type[forms.ModelForm], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form_of_rows = form

    def clone_kwargs(self) -> dict[str, Any]:
        return super().clone_kwargs() | {"form": self.form_of_rows}

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = self.form_of_rows
        return options


def row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


PLATFORM = FieldPanel("platform", widget=forms.Select)
"""The form gives it the platforms to choose from."""
BASICS = [
    FieldPanel("local_name", help_text=_("what people here call it; it is found by this name too")),
    FieldPanel("variety", help_text=_("the variety as breeders or papers name it")),
    MultiFieldPanel(
        [row("area_mu", "area_is_at_least"), FieldPanel("area_source")], heading=_("Area in the whole township"),
        help_text=_("An area is shown with its source only: a report, a paper, a page, with its date."),
    ),
]  # fmt: skip
SEASONS = [
    OwnPanel(
        "seasons", form=SeasonForm, label=_("season"), heading=_("Seasons"),
        help_text=_("One row for each year and village. Dates include both ends. Former years stay; they are history."),
        panels=[
            row("year", "village"), row("picked_from", "picked_to"), row("blooms_from", "blooms_to"),
            row("sold_out_on", "is_estimate"), FieldPanel("note"),
        ],
    )
]  # fmt: skip
AREAS = [
    OwnPanel(
        "areas", form=OwnForm, label=_("area"), heading=_("Areas of villages"),
        help_text=_("Only what somebody states, with the source; where it grows at all is set under “Origins”."),
        panels=[row("village", "area_mu", "is_at_least"), FieldPanel("source")],
    )
]  # fmt: skip
PRICES = [
    OwnPanel(
        "prices", form=PriceForm, label=_("price"), heading=_("Prices"),
        help_text=_("The latest price of a pack and platform is shown, with its day. Add a new row, keep the old one."),
        panels=[FieldRowPanel([FieldPanel("sku"), PLATFORM]), row("price"), row("noted_on", "valid_until")],
    ),
]  # fmt: skip
WAYS = [
    OwnPanel(
        "ways", form=WayForm, label=_("way to get it"), heading=_("Ways to get it"),
        panels=[
            FieldRowPanel([FieldPanel("kind"), PLATFORM]), FieldPanel("seller"), FieldPanel("value"),
            FieldPanel("picture"), row("is_shown", "sort_order"),
        ],
    )
]  # fmt: skip
CERTIFICATES = [
    OwnPanel(
        "certificates", form=OwnForm, label=_("certificate"), heading=_("Certificates"),
        help_text=_("After its last day a paper is no longer shown. 地理标志 needs its holder's permission."),
        panels=[
            row("kind", "number"), FieldPanel("name"), FieldPanel("holder"), row("issued_on", "expires_on"),
            FieldPanel("picture"), FieldPanel("source"),
        ],
    )
]  # fmt: skip
REPORTS = [
    OwnPanel(
        "reports", form=ReportForm, label=_("test report"), heading=_("Test reports"),
        help_text=_("Only a valid report that reaches its standard lets the page speak of selenium in the fruit."),
        panels=[
            row("number", "batch"), row("value", "unit"), row("method", "laboratory"), FieldPanel("limit"),
            row("sampled_on", "valid_until"), FieldPanel("picture"),
        ],
    )
]  # fmt: skip
PACKS = [
    FieldPanel("shown_packs", help_text=_("Untick what visitors should not see; lines and codes stay as they are.")),
    FieldPanel("seasonal_packs", help_text=_("Untick what is dried, frozen or made: it ships all year.")),
]

edit_handler = TabbedInterface(
    [
        ObjectList(BASICS, heading=_("Basics")),
        ObjectList(SEASONS, heading=_("Seasons")),
        ObjectList(AREAS, heading=_("Origin and area")),
        ObjectList(PRICES, heading=_("Prices")),
        ObjectList(WAYS, heading=_("How to buy")),
        ObjectList(CERTIFICATES, heading=_("Certificates")),
        ObjectList(REPORTS, heading=_("Test reports")),
        ObjectList(PACKS, heading=_("Packs")),
    ],
    base_form_class=ProductFactsForm,
)
