"""A line's page: what it is, why it is credited so, how it is split, and which file said what."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from livestreams.sales.corrections import of_line
from livestreams.sales.explaining import Explainer, Reason
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.models import Line
from livestreams.sales.staff.access import CORRECT
from livestreams.sales.staff.correcting.showing import told_correction
from livestreams.sales.staff.totals.names import Names
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.staff.totals.parts import Part, line_parts, shares_of
from livestreams.sales.staff.totals.selection import SHOWN
from livestreams.sales.staff.totals.telling import told_shares, told_sku
from livestreams.sales.staff.totals.witnesses import testimony
from livestreams.sales.totals import Key
from products.platforms import platform_name

TOPICS = {
    "refund": _("refund"),
    "account": _("streamer account"),
    "session": _("session"),
    "teams": _("credited teams"),
    "sku": _("SKU"),
    "villages": _("villages of origin"),
}


class LineView(SalesPage):
    """One line, taken apart."""

    template_name = "sales/totals/line.html"

    @cached_property
    def line(self) -> Line:
        lines = Line.objects.visible_to(self.user).select_related(*SHOWN)
        return get_object_or_404(lines, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(_("Line %(key)s") % {"key": self.line.key})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line = self.line
        return super().get_context_data(**kwargs) | {
            "line": line,
            "platform": platform_name(line.platform),
            "layout": LAYOUTS[line.platform],
            "sku": told_sku(line),
            "reasons": [self.told(reason) for reason in Explainer(line).reasons()],
            "parts": [split_row(part, self.names) for part in line_parts(line)],
            "testimony": testimony(line),
            "corrections": [told_correction(each, self.names) for each in of_line(line)],
            "may_correct": self.may_correct(),
        }

    def may_correct(self) -> bool:
        return self.user.has_perm(CORRECT) and Line.objects.workable_by(self.user).filter(pk=self.line.pk).exists()

    def told(self, reason: Reason) -> dict[str, Any]:
        """A reason with its topic, its result in bold, and the place where something can be done."""
        return reason._asdict() | {"topic": TOPICS[reason.topic], "result": self.result(reason.topic)}

    def result(self, topic: str) -> str:
        line = self.line
        if topic == "teams":
            return told_shares("team", shares_of(line.team_shares), self.names)
        if topic == "villages":
            return told_shares("village", shares_of(line.village_shares), self.names)
        if topic == "refund":
            return str(line.get_refund_rule_display())
        if topic == "sku":
            return told_sku(line)
        return str(getattr(line, topic) or self.names.name(topic, None))


def split_row(part: tuple[Key, Key, Part], names: Names) -> dict[str, Any]:
    team, village, amounts = part
    return {"team": names.name("team", team), "village": names.name("village", village), "part": amounts}
