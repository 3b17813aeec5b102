"""What stands on each work list, as SQL with one row a thing, so that all lists are counted in one query.

Nothing here reads the lines from end to end: kept totals, small tables, and lines by their indexes.
"""

import datetime
from collections.abc import Callable, Sequence

from django.db import connection
from django.db.models import Exists, F, Min, OuterRef, QuerySet, Subquery, Sum

from livestreams.sales.doublets import MINE, NEXT_DAYS, OLDEST_DAYS, PAIRS
from livestreams.sales.models import CreditRequest, DailyTotal, Line, Listing, ManualSale, MonthlyTotal, OrderImport
from livestreams.sales.staff.totals.periods import today
from livestreams.sessions.models import WindowRequest
from zhunong.access.models import User
from zhunong.places.models import Township

Items = tuple[str, Sequence]
"""SQL and its parameters."""
PATIENCE = datetime.timedelta(2)
"""How long a provisional line may wait for the file of the next day."""
JSON_PAIRS = {"sqlite": "json_each(i.unknown_words)", "postgresql": "jsonb_each(i.unknown_words)"}
SEEN_BESIDE = {
    "sqlite": "json_each(e.told, '$.beside') AS b",
    "postgresql": "jsonb_array_elements_text(e.told -> 'beside') AS b(value)",
}
WORDS = """
FROM sales_orderimport i, {pairs} AS w
WHERE i.id IN ({imports}) AND NOT EXISTS (
    SELECT 1 FROM sales_wordnote n
    WHERE n.township_id = i.township_id AND n.platform = i.platform AND n.word = SUBSTR(w.key, 1, 100)
)"""
DOUBLETS = """
WITH pairs(sale, beside) AS ({pairs})
SELECT DISTINCT sale FROM pairs WHERE NOT EXISTS (
    SELECT 1 FROM sales_manualsaleevent e, {seen}
    WHERE e.sale_id = pairs.sale AND e.kind = 'kept' AND b.value = pairs.beside
)"""


def sql_of(rows: QuerySet) -> Items:
    return rows.order_by().query.sql_with_params()


def of(rows: Callable[[User], QuerySet]) -> Callable[[User], Items]:
    """The items of a list whose rows a queryset gives."""
    return lambda user: sql_of(rows(user))


def unmapped(user: User) -> QuerySet[Listing]:
    """Listings without SKU that something paid was sold by."""
    lines = Line.objects.filter(listing=OuterRef("pk"), sku=None, day__isnull=False)
    return Listing.objects.visible_to(user).filter(Exists(lines), sku=None)


def strangers(user: User) -> QuerySet:
    """Streamers' ids that no account ever had."""
    lines = Line.objects.visible_to(user).filter(account=None, team_shares=None, day__isnull=False)
    return lines.values("platform", "streamer", "township").distinct()


def unclaimed(user: User) -> QuerySet:
    """Accounts that sold what no team has."""
    totals = MonthlyTotal.objects.visible_to(user).filter(team=None, account__isnull=False)
    return totals.values("account", "township").annotate(n=Sum("lines")).filter(n__gt=0)


def provisional(user: User) -> QuerySet:
    """Shop and day of what the platform should have settled long since. The months tell which days to look at."""
    months = MonthlyTotal.objects.visible_to(user).filter(provisional_fen__gt=0).order_by()
    first = months.values(one=F("township") * 0).annotate(first=Min("month")).values("first")
    totals = DailyTotal.objects.visible_to(user).filter(
        provisional_fen__gt=0, day__lt=today() - PATIENCE, day__gte=Subquery(first)
    )
    return totals.values("shop", "day").annotate(fen=Sum("provisional_fen"))


def words(user: User) -> Items:
    """Status words of applied files that no layout lists and nobody has looked at yet."""
    source, params = words_source(user)
    return f"SELECT DISTINCT i.township_id, i.platform, SUBSTR(w.key, 1, 100) {source}", params


def words_source(user: User) -> Items:
    """Where such words are found: `i` is the file, `w` the word (key, 100 signs count) with its rows (value)."""
    imports, params = sql_of(OrderImport.objects.visible_to(user).applied().values("pk"))
    return WORDS.format(pairs=JSON_PAIRS[connection.vendor], imports=imports), params


def doublets(user: User) -> Items:
    """Sales by hand beside which the same money stands; `livestreams.sales.doublets` tells which."""
    townships, params = sql_of(Township.objects.visible_to(user).values("pk"))
    first = (today() - datetime.timedelta(OLDEST_DAYS + 1)).isoformat()
    before, after = NEXT_DAYS[connection.vendor]
    mine = f"{MINE} AND mine.township_id IN ({townships})"
    pairs = PAIRS.format(mine=mine, before=before, after=after)
    return DOUBLETS.format(pairs=pairs, seen=SEEN_BESIDE[connection.vendor]), [first, *params] * 2


def written(user: User) -> QuerySet:
    return ManualSale.objects.visible_to(user).waiting().values("pk")


def requests(user: User) -> QuerySet:
    return CreditRequest.objects.visible_to(user).waiting().values("pk")


def times(user: User) -> QuerySet:
    return WindowRequest.objects.visible_to(user).waiting().values("pk")
