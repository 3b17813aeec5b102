"""Forms of the rules: what a change of rule means is said where it is made."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

DATED = _(
    "Never overwrite a rule that held: write at the old one the day from which it no longer holds, and add the new one "
    "from that day on, with its source. What was published and proven before then stays explainable."
)


def row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


STANDARD = ObjectList(
    [
        FieldPanel("code", help_text=_("number and year, like GB 28050-2011")),
        FieldPanel("name"),
        MultiFieldPanel([row("valid_from", "valid_to")], heading=_("In force"), help_text=DATED),
        FieldPanel("scope", help_text=_("visitors read it beside a report: what the standard is for, and what not")),
        FieldPanel("source", help_text=_("where the figures stand: document, clause, table")),
        InlinePanel(
            "limits", label=_("limit"), heading=_("Limits"),
            help_text=_("Reports point at limits. One that a report points at cannot be taken away."),
            panels=[row("category", "wording"), row("least", "most"), FieldPanel("unit")],
        ),
    ]
)  # fmt: skip
WORD = ObjectList(
    [
        row("word", "kind"),
        FieldPanel("reason", help_text=_("one sentence that an editor understands")),
        FieldPanel("instead", help_text=_("a wording that may be used")),
        FieldPanel("source", help_text=_("law and clause")),
        MultiFieldPanel([row("valid_from", "valid_to")], heading=_("Holds"), help_text=DATED),
    ]
)
NAME = ObjectList(
    [
        FieldPanel("name", help_text=_("the whole name; words inside it are not found fault with")),
        FieldPanel("note", help_text=_("why it is a name and no claim")),
    ]
)
