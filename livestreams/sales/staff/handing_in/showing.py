"""An import as the pages show it: words and numbers ready to print."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from livestreams.sales.background import turn_import, under_way
from livestreams.sales.models import ImportEvent, OrderImport
from livestreams.sales.reading import BAD_REASONS
from livestreams.sales.refusals import SENTENCES, explain_code
from livestreams.sales.staging import BEFORE_ALL
from livestreams.sales.times import as_aware
from products.money import yuan
from products.platforms import platform_name

State = OrderImport.State
MOVED = (State.APPLIED, State.UNDONE)
COUNTED = (State.READY, State.APPLYING, *MOVED)
SHOWN_BAD_ROWS = 100
LOCKED = ("password_needed", "wrong_password")

FIGURES = ("rows", "new", "updated", "unchanged", "older", "bad_count")


@dataclass
class Count:
    """A number of rows, and what it means where that is not plain."""

    label: str
    number: int
    note: str = ""
    warns: bool = False

    @property
    def text(self) -> str:
        return f"{self.number:,}"


@dataclass
class Shown:
    """One order file on a page; `turning` = it is being undone or taken back in."""

    file: OrderImport
    turning: set[int] = field(default_factory=set)

    @property
    def is_busy(self) -> bool:
        return self.file.state in (State.READING, State.APPLYING) or self.file.pk in self.turning

    @property
    def state(self) -> str:
        return str(_("being changed")) if self.file.pk in self.turning else self.file.get_state_display()

    @property
    def platform(self) -> str:
        return platform_name(self.file.platform) if self.file.platform else ""

    @property
    def percent(self) -> int:
        return int(self.file.progress * 100)

    @property
    def percent_text(self) -> str:
        return f"{self.percent}%"

    @property
    def is_counted(self) -> bool:
        return self.file.state in COUNTED

    @property
    def is_whole(self) -> bool:
        """Whether it can be said yes to without a second thought."""
        return self.file.state == State.READY and not self.file.bad_count

    @property
    def looks_foreign(self) -> bool:
        """A file that shares no order with any before and whose goods are mostly unknown may be another shop's."""
        file = self.file
        known_orders = file.updated + file.unchanged + file.older
        return file.state == State.READY and not known_orders and 2 * file.unmapped > file.rows

    @cached_property
    def refusal(self) -> str:
        """The sentence that says what is wrong and what to do."""
        kept = self.file.refusal
        if not kept or kept["code"] not in SENTENCES:
            return ""
        return explain_code(kept["code"], kept["params"])

    @property
    def is_locked(self) -> bool:
        return (self.file.refusal or {}).get("code") in LOCKED

    @property
    def exported_at(self) -> datetime.datetime | None:
        """None where the file tells no time at all."""
        told = self.file.exported_at
        return told if told and told > as_aware(BEFORE_ALL) else None

    @property
    def same_as(self) -> int | None:
        """The import that the very same file made before."""
        kept = self.file.refusal or {}
        return kept["params"]["id"] if kept.get("code") == "counts_already" else None

    @property
    def bad_sentence(self) -> str:
        return explain_code("bad_rows", {"count": self.file.bad_count})

    def counts(self) -> Iterator[Count]:
        file = self.file
        yield Count(_("Rows in the file"), file.rows)
        yield Count(_("New"), file.new, _("lines that no file brought before"))
        yield Count(_("Changed"), file.updated, _("lines that this file knows more recently"))
        yield Count(_("Unchanged"), file.unchanged, _("lines of which it says nothing new"))
        yield Count(_("Older"), file.older, _("lines that a later file knows better; that one counts"))
        yield Count(_("Unreadable"), file.bad_count, _("rows left out"), warns=bool(file.bad_count))

    def open_points(self) -> list[Count]:
        """What somebody has to look after; the lines count all the same."""
        file = self.file
        points = [
            Count(_("Unmapped products"), file.unmapped, _("no product, weight or village until they are mapped")),
            Count(_("Unregistered accounts"), file.strangers, _("streamers that no account is entered for")),
            Count(_("Unclaimed"), file.without_team, _("no team until the account has an owner")),
            Count(_("Provisional"), file.provisional, _("settled by the platform the next day; hand in a later file")),
        ]
        return [point for point in points if point.number]

    @property
    def figures(self) -> dict[str, str]:
        """The counts that the list shows."""
        return {name: f"{getattr(self.file, name):,}" for name in FIGURES}

    @property
    def shop_query(self) -> str:
        """What asks the totals and lines for all days of the file's shop."""
        return urlencode({"period": "all", "shop": self.file.shop.slug}) if self.file.shop else ""

    @property
    def words(self) -> list[tuple[str, str]]:
        known = sorted(self.file.unknown_words.items(), key=lambda word: -word[1])
        return [(word, f"{number:,}") for word, number in known]

    @property
    def paid(self) -> str:
        return yuan(self.file.paid_fen)

    @property
    def refunded(self) -> str:
        return yuan(self.file.refunded_fen)

    @property
    def net(self) -> str:
        return yuan(self.file.paid_fen - self.file.refunded_fen)

    @property
    def moved_paid(self) -> str:
        return signed(self.file.delta_paid_fen)

    @property
    def moved_refunded(self) -> str:
        return signed(self.file.delta_refunded_fen)

    @property
    def moved_net(self) -> str:
        return signed(self.file.delta_paid_fen - self.file.delta_refunded_fen)

    def bad_rows(self) -> list[dict[str, str]]:
        shown = self.file.bad[:SHOWN_BAD_ROWS]
        return [{**bad, "reason": _(BAD_REASONS.get(bad["reason"], bad["reason"]))} for bad in shown]

    @property
    def bad_rows_hidden(self) -> int:
        return max(0, self.file.bad_count - SHOWN_BAD_ROWS)

    @property
    def has_bad_file(self) -> bool:
        return any(bad["cells"] for bad in self.file.bad)


@dataclass
class ShownEvent:
    """One act on an import: who, when, what it moved."""

    event: ImportEvent

    @property
    def paid(self) -> str:
        return signed(self.event.delta_paid_fen)

    @property
    def refunded(self) -> str:
        return signed(self.event.delta_refunded_fen)


def signed(fen: int) -> str:
    """The amount with its sign: it says by how much something moved."""
    return f"+{yuan(fen)}" if fen > 0 else yuan(fen).replace("-", "−")


def shown(imports: Iterable[OrderImport], as_: type[Shown] = Shown) -> list[Shown]:
    """The files as pages show them; one query tells which are being changed."""
    turning = under_way(turn_import)
    return [as_(each, turning) for each in imports]
