"""Forms of batches and soil claims."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from products.staff.batches.forms import BatchForm, SoilClaimForm


def row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


BATCH = ObjectList(
    [
        row("product", "village"),
        row("number", "picked_on"),
        FieldPanel("report", help_text=_("only a report whose sample was of this very batch")),
        MultiFieldPanel(
            [row("issuer", "issued_on"), row("contact", "quantity"), FieldPanel("picture")],
            heading=_("Certificate of conformity (合格证)"),
            help_text=_("As printed. The contact is a work telephone, no private number."),
        ),
        FieldPanel("shows_ways"),
    ],
    base_form_class=BatchForm,
)  # fmt: skip
SOIL_CLAIM = ObjectList(
    [
        row("township", "village"),
        FieldPanel("source", help_text=_("who says so, where and when: a survey, a paper, with its title")),
        FieldPanel("finding", help_text=_("values and method as the source gives them; blank where it gives none")),
        FieldPanel("stated_on"),
    ],
    base_form_class=SoilClaimForm,
)
