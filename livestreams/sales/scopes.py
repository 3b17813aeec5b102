"""Whose shops and order files somebody handles: at the desk the townships', on the phone their own."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q

from livestreams.sales.models import OrderImport
from livestreams.sales.models.imports import OrderImportQuerySet
from livestreams.teams.models import Account, AccountQuerySet
from zhunong.access.models import User
from zhunong.places.models import Township, TownshipQuerySet


@dataclass(frozen=True)
class Scope:
    """What a person may see and decide on of handing in. The name travels to the reading process."""

    name: str
    shops: Callable[[User], AccountQuerySet]
    """Those to hand in for."""
    shops_seen: Callable[[User], AccountQuerySet]
    """Those whose files there may be."""
    files: Callable[[User], OrderImportQuerySet]
    """Those to look at."""
    files_to_decide: Callable[[User], OrderImportQuerySet]
    townships: Callable[[User], TownshipQuerySet]
    """Those whose files may be handed in."""


def own_shops(user: User) -> AccountQuerySet:
    """Shops of the person's teams of today, and those that they operate today."""
    return Account.objects.of_person(user).shops()


def own_files_to_decide(user: User) -> OrderImportQuerySet:
    """Files of the person's shops of today; of those without a shop yet the ones that they handed in themselves."""
    shops = own_shops(user).order_by().values("pk")
    return OrderImport.objects.filter(Q(shop__in=shops) | Q(shop=None, created_by=user))


def own_townships(user: User) -> TownshipQuerySet:
    return Township.objects.filter(pk__in=own_shops(user).order_by().values("township"))


DESK = Scope(
    name="desk",
    shops=lambda user: Account.objects.workable_by(user).shops(),
    shops_seen=lambda user: Account.objects.visible_to(user).shops(),
    files=lambda user: OrderImport.objects.visible_to(user),
    files_to_decide=lambda user: OrderImport.objects.workable_by(user),
    townships=lambda user: Township.objects.workable_by(user),
)
OWN = Scope(
    name="own",
    shops=own_shops,
    shops_seen=own_shops,
    files=lambda user: OrderImport.objects.of_person(user),
    files_to_decide=own_files_to_decide,
    townships=own_townships,
)
SCOPES = {scope.name: scope for scope in (DESK, OWN)}
