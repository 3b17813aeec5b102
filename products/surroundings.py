"""What many products of a township share: its villages, what is said of its soil, the standards of selenium.

They are few and hardly ever change, so that a process remembers them until something is written.
"""

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from products.models import Limit, SoilClaim, Standard
from products.reviving import Rows, Ties, revived, tie
from zhunong.caching.memory import Memory
from zhunong.places.models import Township, Village

TOWNSHIP = -(2**31) + 1
"""Stands for the township in the question, which is put into SQL once: no row has such a key."""
MOST = 64
TIES: Ties = [(Limit, "standard", Standard), (SoilClaim, "village", Village), (SoilClaim, "township", Township)]
known: Memory[Rows] = Memory(MOST)


def surroundings_of(township: int, request: HttpRequest | None = None) -> Rows:
    """Rows that are everybody's: nobody changes anything in them. One query at most."""
    return known.get(township, lambda: read(township), request)


def read(township: int) -> Rows:
    rows = revived("surroundings", selects, {TOWNSHIP: township})
    tie(rows, TIES)
    rows[SoilClaim].sort(key=latest_first)
    return rows


def selects() -> dict[type[Model], QuerySet]:
    return {
        Township: Township.objects.filter(pk=TOWNSHIP),
        Village: Village.objects.filter(township=TOWNSHIP),
        SoilClaim: SoilClaim.objects.filter(township=TOWNSHIP),
        Standard: Standard.objects.all(),
        Limit: Limit.objects.all(),
    }


def latest_first(claim: SoilClaim) -> tuple:
    return claim.stated_on is None, claim.stated_on and -claim.stated_on.toordinal(), claim.pk
