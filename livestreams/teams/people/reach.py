"""Whom and what somebody may arrange today: a leader the teams they lead, staff their townships.

An account must never be a way to more than its maker has: whoever can give out a link for it can be it. So a person is
within reach only if all that they may do, today and on days to come, lies within reach.
"""

import datetime
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from livestreams.teams.models import Account, Membership, ShopOperator, Team
from zhunong.access.models import User
from zhunong.access.roles import OFFICE_ROLES, STAFF
from zhunong.places.models import Township


def lasting(day: datetime.date) -> Q:
    """Periods that hold on the day or later."""
    return Q(valid_to=None) | Q(valid_to__gt=day)


class Reach:
    """What `user` may arrange on this day."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.day = timezone.localdate()
        self.office = user.is_superuser or STAFF in user.roles

    @cached_property
    def townships(self) -> QuerySet[Township]:
        """Those whose shops, teams and colleagues are in hand; of a leader, none."""
        rows = Township.objects.all()
        return rows.workable_by(self.user) if self.office else rows.none()

    @cached_property
    def teams(self) -> QuerySet[Team]:
        led = Team.objects.led_by(self.user, self.day).values("pk")
        return Team.objects.filter(Q(township__in=self.townships) | Q(pk__in=led))

    @cached_property
    def shops(self) -> QuerySet[Account]:
        return Account.objects.shops().filter(township__in=self.townships)

    @cached_property
    def memberships(self) -> QuerySet[Membership]:
        return Membership.objects.filter(team__in=self.teams)

    @cached_property
    def operators(self) -> QuerySet[ShopOperator]:
        return ShopOperator.objects.filter(account__in=self.shops)

    @cached_property
    def people(self) -> QuerySet[User]:
        """Whoever is or was at one of these teams, shops or offices: to be shown, not yet to be arranged."""
        if self.user.is_superuser:
            return User.objects.all()
        return User.objects.filter(
            Q(pk__in=self.memberships.values("user"))
            | Q(pk__in=self.operators.values("user"))
            | Q(townships__in=self.townships)
        ).distinct()

    def governs(self, person: User) -> bool:
        return Standing(self, person).governed


class Standing:
    """How a person stands to somebody's reach."""

    def __init__(self, reach: Reach, person: User) -> None:
        self.reach, self.person = reach, person

    @cached_property
    def known(self) -> bool:
        return self.reach.people.filter(pk=self.person.pk).exists()

    @cached_property
    def reaches_beyond(self) -> bool:
        """Whether the person may do anything that the user may not arrange. Leftover scopes count like used ones."""
        reach, person = self.reach, self.person
        if reach.user.is_superuser:
            return False
        return (
            person.is_superuser
            or bool(person.county)
            or person.groups.exclude(name__in=OFFICE_ROLES if reach.office else ()).exists()
            or person.townships.exclude(pk__in=reach.townships.values("pk")).exists()
            or person.memberships.filter(lasting(reach.day)).exclude(team__in=reach.teams).exists()
            or person.operated_shops.filter(lasting(reach.day)).exclude(account__in=reach.shops).exists()
        )

    @cached_property
    def holds_a_role(self) -> bool:
        """A role now or on a day to come."""
        person, day = self.person, self.reach.day
        return (
            person.is_superuser
            or person.groups.exists()
            or person.memberships.filter(lasting(day)).exists()
            or person.operated_shops.filter(lasting(day)).exists()
        )

    @property
    def governed(self) -> bool:
        """Whether all that the person may do, now or later, is in the user's hand: name and phone may be written."""
        return self.person.is_active and self.known and not self.reaches_beyond

    @property
    def may_link(self) -> bool:
        """A link leads into work: the departed get none, for what they may do later is not known yet."""
        return self.governed and self.holds_a_role

    @property
    def may_anonymise(self) -> bool:
        """The office, for those who are in nothing any more."""
        departed = self.known and not self.holds_a_role and not self.reaches_beyond
        return self.reach.office and not self.person.anonymised_at and departed
