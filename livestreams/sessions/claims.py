"""What may not be said on air: an event's title and its talking points, by the rules of the day of the broadcast.

The same rules as the catalogue's (`products.wording`). A fruit claim of selenium passes for a product with a valid
report on that day; in the title, where every product of the line-up has one.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.refusals import Refused
from livestreams.sessions.models import Event, EventCheck, LineUpItem
from products.catalogue.proven import proven_on
from products.page_editing.texts import sentence
from products.wording import Finding, wording_on

__all__ = ["Said", "day_of", "findings_in", "findings_of", "proven_among", "refuse_unless_sayable", "sentence"]


@dataclass(frozen=True)
class Said:
    """A text with what may not be said in it: an item of the line-up, or (no item) the title."""

    findings: list[Finding]
    item: LineUpItem | None = None

    @property
    def where(self) -> str:
        return self.item.name if self.item else _("title")

    @property
    def words(self) -> str:
        """The words alone, for a badge."""
        return "、".join(finding.word for finding in self.findings)

    @property
    def sentences(self) -> list[str]:
        """What, why, and what may be said instead, a sentence for each word."""
        return [sentence(finding) for finding in self.findings]


def day_of(starts_at: datetime.datetime) -> datetime.date:
    """The day whose rules count: that on which the broadcast begins."""
    return timezone.localtime(starts_at).date()


def proven_among(items: Iterable[LineUpItem], day: datetime.date) -> set[int]:
    """Of the items' products (primary keys) those of which a fruit claim may be made. One query."""
    wanted = {item.product_id for item in items}
    return set(proven_on(day).filter(product__in=wanted).values_list("product", flat=True)) if wanted else set()


def findings_of(event: Event, items: Sequence[LineUpItem] | None = None) -> list[Said]:
    """Every text of the event that may not be said as it is, the title first. Four queries, however many items."""
    rows = list(event.items.select_related("product", "sku__product")) if items is None else list(items)
    day = day_of(event.starts_at)
    wording, proven = wording_on(day), proven_among(rows, day)
    are_all_proven = bool(rows) and all(row.product_id in proven for row in rows)
    said = [Said(wording.findings([event.title], is_proven=are_all_proven))]
    for row in rows:  # the name is said with the points
        said.append(Said(wording.findings([row.points, row.name], is_proven=row.product_id in proven), row))
    return [each for each in said if each.findings]


def findings_in(text: str, day: datetime.date, is_proven: bool = False) -> list[Finding]:
    """For a title that is not saved yet: `is_proven` only where every product of the line-up has a valid report."""
    return wording_on(day).findings([text], is_proven=is_proven)


def refuse_unless_sayable(event: Event) -> None:
    """Raises Refused, one sentence: before it is announced, or its words are ticked as looked at."""
    if found := findings_of(event):
        words = {"where": found[0].where, "why": found[0].sentences[0]}
        raise Refused(_("In “%(where)s”: %(why)s") % words)


def refuse_to_announce(event: Event, was_announced: bool = False) -> None:
    """Raises Refused where visitors would be told of what may not be said.

    What is announced already can be moved while its 手卡 wait for other words: visitors never read these.
    """
    found = findings_of(event) if event.is_announced else []
    if found := [said for said in found if said.item is None or not was_announced]:
        words = {"where": found[0].where, "why": found[0].sentences[0]}
        raise Refused(_("In “%(where)s”: %(why)s Say it otherwise, or do not announce it yet.") % words)


def untick_words(event: Event) -> None:
    """Who looked at the words before has not seen these."""
    if findings_of(event):
        EventCheck.objects.filter(event=event, item=EventCheck.Item.WORDS).delete()
