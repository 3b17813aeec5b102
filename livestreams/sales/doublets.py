"""The same money claimed by two: a sale written down by hand beside a platform's line, or beside another such sale.

Alike are: township, amount, the day (a line's may be a day off), the product or that of the line is not known. Two
sales by hand count only where teams or authors differ. What a clerk has seen and kept apart does not come back.
"""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from livestreams.sales import manual
from livestreams.sales.manual_facts import OLDEST_DAYS, today
from livestreams.sales.models import Line, ManualSale, ManualSaleEvent
from products.money import yuan
from products.platforms import platform_name
from zhunong.access.models import User

State, Kind = ManualSale.State, ManualSaleEvent.Kind
COUNTING = (State.WAITING, State.CONFIRMED)
MOST_SHOWN = 5
"""Of the lines beside one sale; a round price may have dozens."""
NEXT_DAYS = {
    "sqlite": ("date(mine.day, '-1 day')", "date(mine.day, '+1 day')"),
    "postgresql": ("mine.day - 1", "mine.day + 1"),
}
PAIRS = """
SELECT mine.id, 'line:' || line.platform || ':' || line.key
FROM sales_manualsale mine
JOIN sales_line line ON line.township_id = mine.township_id AND line.paid_fen = mine.amount_fen
    AND line.day BETWEEN {before} AND {after}
LEFT JOIN products_sku sku ON sku.id = line.sku_id
WHERE {mine} AND (sku.product_id IS NULL OR sku.product_id = mine.product_id)
UNION ALL
SELECT mine.id, 'sale:' || CAST(other.id AS varchar(20))
FROM sales_manualsale mine
JOIN sales_manualsale other ON other.township_id = mine.township_id AND other.state IN ('waiting', 'confirmed')
    AND other.day = mine.day AND other.product_id = mine.product_id AND other.amount_fen = mine.amount_fen
    AND other.id < mine.id AND (other.team_id <> mine.team_id OR other.written_by_id <> mine.written_by_id)
WHERE {mine}
"""
MINE = "mine.state IN ('waiting', 'confirmed') AND mine.day >= %s"


@dataclass
class Doublet:
    """A sale and what stands beside it. `beside` are all of them by key, `lines` and `sales` the first few."""

    sale: ManualSale
    beside: list[str]
    lines: list[Line] = field(default_factory=list)
    sales: list[ManualSale] = field(default_factory=list)

    @property
    def more(self) -> int:
        return len(self.beside) - len(self.lines) - len(self.sales)

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.beside)


def fingerprint(beside: Iterable[str]) -> str:
    """What was seen when somebody decided."""
    return hashlib.sha256("\n".join(sorted(beside)).encode()).hexdigest()[:16]


def undecided(townships: Sequence[int] | None, sale: int | None = None) -> dict[int, list[str]]:
    """Sales (primary keys, the latest first) with what stands beside them and nobody has decided on. Two queries.

    `townships`: primary keys, None = all; `sale`: that one only.
    """
    pairs: dict[int, list[str]] = defaultdict(list)
    for mine, key in select_pairs(townships, sale):
        pairs[mine].append(key)
    kept: dict[int, set[str]] = defaultdict(set)
    if pairs:
        events = ManualSaleEvent.objects.filter(kind=Kind.KEPT, sale__in=pairs)
        for mine, told in events.values_list("sale", "told"):
            kept[mine].update(told["beside"])
    left = {mine: sorted(set(pairs[mine]) - kept[mine]) for mine in sorted(pairs, reverse=True)}
    return {mine: keys for mine, keys in left.items() if keys}


def select_pairs(townships: Sequence[int] | None, sale: int | None) -> list[tuple[int, str]]:
    mine, values = MINE, [(today() - datetime.timedelta(OLDEST_DAYS + 1)).isoformat()]
    if townships is not None:
        mine += f" AND mine.township_id IN ({', '.join(map(str, [0, *map(int, townships)]))})"
    if sale is not None:
        mine += f" AND mine.id = {int(sale)}"
    before, after = NEXT_DAYS[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(PAIRS.format(mine=mine, before=before, after=after), [*values, *values])
        return cursor.fetchall()


def load(pairs: dict[int, list[str]]) -> list[Doublet]:
    """With the records themselves. Three queries."""
    sales = ManualSale.objects.select_related("team", "product", "sku", "written_by")
    wanted = {key for keys in pairs.values() for key in keys[:MOST_SHOWN]}
    others = [int(key.partition(":")[2]) for key in wanted if key.startswith("sale:")]
    records = sales.in_bulk([*pairs, *others])
    lines = {f"line:{line.platform}:{line.key}": line for line in lines_of(wanted)}
    found = []
    for mine, keys in pairs.items():
        shown = keys[:MOST_SHOWN]
        others = [int(key.partition(":")[2]) for key in shown if key.startswith("sale:")]
        found.append(
            Doublet(records[mine], keys, [lines[key] for key in shown if key in lines], [records[pk] for pk in others])
        )
    return found


def lines_of(keys: Iterable[str]) -> Iterable[Line]:
    by_platform: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        kind, platform, line = (*key.split(":", 2), "")[:3]
        if kind == "line":
            by_platform[platform].append(line)
    condition = Q(pk=None)
    for platform, line_keys in by_platform.items():
        condition |= Q(platform=platform, key__in=line_keys)
    return Line.objects.filter(condition).select_related("shop", "sku__product", "listing") if by_platform else ()


def keep_apart(sale: ManualSale, seen: str, by: User) -> None:
    """They are different sales: off the list, until something else stands beside it. Raises TooLate."""
    with manual.locked(sale, COUNTING) as now:
        beside = undecided(None, now.pk).get(now.pk, [])
        if fingerprint(beside) != seen:
            raise manual.TooLate(_("Something else stands beside this sale by now; look at it once more."))
        manual.note(now, Kind.KEPT, by, beside=beside)


def is_the_same(sale: ManualSale, beside: str, by: User) -> ManualSale:
    """The money is counted there already: the sale by hand goes back to its team, saying so. Raises TooLate."""
    with transaction.atomic():
        with manual.locked(sale, COUNTING) as now:
            if beside not in undecided(None, now.pk).get(now.pk, []):
                raise manual.TooLate(_("Something else stands beside this sale by now; look at it once more."))
        reason = told_same(beside)
        if now.state == State.CONFIRMED:
            manual.take_back(now, by, reason)
        return manual.send_back(now, by, reason)


def told_same(beside: str) -> str:
    """Why it goes back, for the team to read."""
    kind, _colon, key = beside.partition(":")
    if kind == "line":
        [line] = lines_of([beside])
        said = {"platform": platform_name(line.platform), "order": line.order_no}
        return _("This money is in the platform's orders already: %(platform)s %(order)s.") % said
    other = ManualSale.objects.select_related("team").get(pk=key)
    said = {"team": other.team.name, "day": other.day.isoformat(), "yuan": yuan(other.amount_fen)}
    return _("This money is written down already: %(team)s, %(day)s, %(yuan)s yuan.") % said
