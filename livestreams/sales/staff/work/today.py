"""What a desk shows at first sight: this month's sums, the files that came last, shops that owe yesterday's file."""

import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Sum

from livestreams.sales.models import MonthlyTotal, OrderImport
from livestreams.sales.staff.handing_in.showing import Shown
from livestreams.sales.staff.totals.periods import today
from livestreams.sales.times import BEIJING
from livestreams.teams.models import Account, Ownership
from zhunong.access.models import User

MOST_FILES = 5


def month_of(user: User) -> dict[str, Any]:
    """Platforms' sales of this month, of the townships that the user may see. One query."""
    month = today().replace(day=1)
    sums = MonthlyTotal.objects.visible_to(user).filter(month=month).aggregate(
        net=Sum(F("paid_fen") - F("refunded_fen"), default=0), paid=Sum("paid_fen", default=0),
        refunded=Sum("refunded_fen", default=0), provisional=Sum("provisional_fen", default=0),
        lines=Sum("lines", default=0),
    )  # fmt: skip
    return sums | {"month": month}


def last_files(user: User) -> list[Shown]:
    """The files handed in last. One query."""
    files = OrderImport.objects.visible_to(user).select_related("shop", "created_by").defer("bad", "columns")
    return [Shown(file) for file in files.order_by("-pk")[:MOST_FILES]]


def shops_late(user: User) -> int:
    """How many shops of ours have no file yet that tells of the whole of yesterday. One query."""
    now = today()
    midnight = datetime.datetime.combine(now, datetime.time(), BEIJING)
    owned = Ownership.objects.filter(account=OuterRef("pk")).on(now)
    came = OrderImport.objects.applied().filter(shop=OuterRef("pk"), exported_at__gte=midnight)
    return Account.objects.visible_to(user).shops().filter(Exists(owned), ~Exists(came)).count()
