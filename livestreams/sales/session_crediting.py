"""Keeps the sales right when sessions change: lines of the times that were touched are credited anew."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from django.db.models import Q

from livestreams.sales import changes
from livestreams.sales.changes import Record
from livestreams.sales.models import Line
from livestreams.sales.recrediting import Touched
from livestreams.sessions.crediting import Effect, Note, Otherwise, Span, Write

AT_ONCE = 100


class SalesLedger:
    """What `livestreams.sessions.crediting` asks of the sales."""

    def foresee(self, write: Write) -> Effect:
        return changes.foresee(changes.changing(touching(write)))

    def carry_out(
        self, write: Write, notes: Iterable[Note], expected: str | None, check: Callable[[Effect], None] | None
    ) -> Effect:
        try:
            return changes.carry_out(changes.changing(touching(write)), records_of(notes), expected, check)
        except changes.Otherwise as otherwise:
            raise Otherwise(otherwise.effect) from otherwise


def touching(write: Write) -> Callable[[Touched], None]:
    """The same write, for the room's own ways: accounts without a line in their times need no crediting."""

    def act(touched: Touched) -> None:
        spans: list[Span] = []
        write(spans)
        touched.accounts |= accounts_with_lines(spans)

    return act


def accounts_with_lines(spans: Sequence[Span]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(spans), AT_ONCE):
        wanted = Q(pk=None)
        for span in spans[start : start + AT_ONCE]:
            wanted |= Q(account=span.account, placed_at__gte=span.start, placed_at__lt=span.end)
        lines = Line.objects.filter(wanted).order_by()
        found |= {account for (account,) in lines.values_list("account_id").distinct() if account}
    return found


def records_of(notes: Iterable[Note]) -> Iterator[Record]:
    """Asked once all is written."""
    for note in notes:
        row = {"what": note.what, "key": note.key, "name": note.name, "fields": note.fields}
        yield Record(note.township, "sessions", [row], note.by, note.reason)
