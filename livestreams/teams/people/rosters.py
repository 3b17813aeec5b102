"""Joining, leaving and leading a team; being put in charge of a shop. Every period is [from, until)."""

import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from livestreams.teams.models import Account, Membership, ShopOperator, Team
from livestreams.teams.people.reach import Reach, Standing, lasting
from zhunong.access.models import User

Period = Membership | ShopOperator


def overlaps(periods: QuerySet, since: datetime.date) -> bool:
    """Whether one of the periods holds on the day `since` or later."""
    return periods.filter(lasting(since)).exists()


def start_anew(person: User, reach: Reach) -> None:
    """Somebody without any role comes back: old passwords, links and sessions of the account do not."""
    if not Standing(reach, person).holds_a_role and person.has_usable_password():
        person.set_unusable_password()
        person.invited_at = None
        person.save(update_fields=["password", "invited_at"])


def join(team: Team, person: User, role: str, since: datetime.date) -> Membership:
    return Membership.objects.create(team=team, user=person, role=role, valid_from=since)


def take_charge(shop: Account, person: User, since: datetime.date) -> ShopOperator:
    return ShopOperator.objects.create(account=shop, user=person, valid_from=since)


def leave(period: Period, day: datetime.date) -> None:
    """`day` is the first one without the role. A period that would end before it began never was."""
    if day <= period.valid_from:
        period.delete()
    else:
        period.valid_to = day
        period.save(update_fields=["valid_to"])


@transaction.atomic
def change_role(membership: Membership, role: str, day: datetime.date) -> None:
    """From the day on; what held before stays in the roster as it was."""
    if membership.role == role:
        return
    if membership.valid_from >= day:
        membership.role = role
        membership.save(update_fields=["role"])
        return
    until = membership.valid_to
    leave(membership, day)
    Membership.objects.create(team=membership.team, user=membership.user, role=role, valid_from=day, valid_to=until)


@transaction.atomic
def hand_over(team: Team, successor: Membership, day: datetime.date) -> None:
    """From the day on the successor leads, and whoever led is a member."""
    leading = team.memberships.on(day).filter(role=Membership.Role.LEADER)
    for membership in leading.exclude(user=successor.user):
        change_role(membership, Membership.Role.MEMBER, day)
    change_role(successor, Membership.Role.LEADER, day)


def leaders_beside(membership: Membership, day: datetime.date) -> QuerySet[Membership]:
    """Others who lead the team on the day."""
    leading = membership.team.memberships.on(day).filter(role=Membership.Role.LEADER)
    return leading.filter(~Q(user=membership.user))
