"""Keeps the sales right when sessions change: lines of the times that were touched are credited anew."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db.models import Q

from livestreams.rooms.refusals import Refused
from livestreams.sales import changes
from livestreams.sales.changes import Record
from livestreams.sales.models import Line
from livestreams.sales.reading.refusal import Refused as SalesRefused
from livestreams.sales.recrediting import Touched
from livestreams.sales.refusals import explain
from livestreams.sessions.crediting import Effect, Note, Otherwise, Span, Write

AT_ONCE = 100


class SalesLedger:
    """What `livestreams.sessions.crediting` asks of the sales."""

    def foresee(self, write: Write) -> Effect:
        with refusing():
            return changes.foresee(changes.changing(touching(write)))

    def carry_out(
        self, write: Write, notes: Iterable[Note], expected: str | None, check: Callable[[Effect], None] | None
    ) -> Effect:
        seen: list[Effect] = []

        def look(effect: Effect) -> None:
            seen[:] = [effect]
            if check:
                check(effect)

        with refusing():
            return changes.carry_out(changes.changing(touching(write)), records_of(notes, seen), expected, look)


@contextmanager
def refusing() -> Iterator[None]:
    """What this room refuses, in the words of the rooms below."""
    try:
        yield
    except changes.Otherwise as otherwise:
        raise Otherwise(otherwise.effect) from otherwise
    except SalesRefused as refused:
        raise Refused(explain(refused)) from refused
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def touching(write: Write) -> Callable[[Touched], None]:
    """The same write, for the room's own ways. Lines ordered at other times need no crediting, however many."""

    def act(touched: Touched) -> None:
        spans: list[Span] = []
        write(spans)
        for shop, line in lines_in(spans):
            touched.placed.setdefault(shop, set()).add(line)

    return act


def lines_in(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """(shop, line) as primary keys, of what was ordered on the accounts at these times."""
    for start in range(0, len(spans), AT_ONCE):
        wanted = Q(pk=None)
        for span in spans[start : start + AT_ONCE]:
            wanted |= Q(account=span.account, placed_at__gte=span.start, placed_at__lt=span.end)
        yield from Line.objects.filter(wanted).order_by().values_list("shop_id", "pk")


def records_of(notes: Iterable[Note], seen: Sequence[Effect]) -> Iterator[Record]:
    """Asked once all is written and its effect is known."""
    has_moved = any(effect.lines for effect in seen)
    for note in notes:
        if has_moved or not note.only_with_money:
            row = {"what": note.what, "key": note.key, "name": note.name, "fields": note.fields}
            yield Record(note.township, "sessions", [row], note.by, note.reason)
