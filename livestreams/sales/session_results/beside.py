"""What the lines of a session and beside it come to that the kept totals do not tell. One query."""

from django.db.models import Count, Q, Sum

from livestreams.sales.models import Line
from livestreams.sales.session_results.control import Known
from livestreams.sales.session_results.kinds import Around, Kind

TOLD = (Kind.REFUNDED, Kind.UNPAID, Kind.LATE, Kind.STRANGERS)
UNLIKE_MOST = Q(session=None) | Q(day=None) | Q(refunded_fen__gt=0)
"""Paid lines of the session that were not refunded, nearly all there are, tell nothing here."""


def beside(around: Around) -> dict[Kind, Known]:
    """Refunded and never paid lines of the session, those ordered after its end, and strangers' in its time."""
    session = around.session
    times = Q(placed_at__gte=session.started_at, placed_at__lt=around.late_until)
    lines = Line.objects.filter(Q(times, account=session.account_id) | around.of(Kind.STRANGERS)).order_by()
    told = lines.filter(UNLIKE_MOST)
    found = told.aggregate(**{name: each for kind in TOLD for name, each in sums(kind, condition(around, kind))})
    return {kind: known(found, kind) for kind in TOLD}


def condition(around: Around, kind: Kind) -> Q:
    """What is left to ask of lines that were found by account and time."""
    own = {Kind.REFUNDED: Q(refunded_fen__gt=0, day__isnull=False), Kind.UNPAID: Q(day=None)}
    return Q(session=around.session.pk) & own[kind] if kind in own else around.of(kind)


def sums(kind: Kind, condition: Q) -> list[tuple[str, Count | Sum]]:
    return [
        (f"{kind}_lines", Count("pk", filter=condition)),
        (f"{kind}_paid", Sum("paid_fen", filter=condition)),
        (f"{kind}_refunded", Sum("refunded_fen", filter=condition)),
    ]


def known(found: dict[str, int | None], kind: Kind) -> Known:
    return Known(*(found[f"{kind}_{name}"] or 0 for name in ("lines", "paid", "refunded")))
