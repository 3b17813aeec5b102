"""People of every role, for tests: who sits in the office, who is in a team, who keeps a shop."""

import datetime

from django.contrib.auth.models import Group

from livestreams.teams.models import Account, Membership, ShopOperator, Team
from zhunong.access import roles
from zhunong.access.models import User
from zhunong.places.models import Township

LONG_AGO = datetime.date(2020, 1, 1)


def person(name: str, **fields: object) -> User:
    """Somebody with an account and without any role."""
    return User.objects.create_user(name, password="x", **fields)


def office_person(role: str, name: str, *townships: Township, county: str = "") -> User:
    """Somebody who holds an office role, for townships or (reading only) a whole county."""
    user = person(name, county=county)
    user.groups.add(Group.objects.get(name=role))
    user.townships.set(townships)
    return user


def staff_of(township: Township, name: str) -> User:
    return office_person(roles.STAFF, name, township)


def reader_of(township: Township, name: str) -> User:
    return office_person(roles.READER, name, township)


def county_reader(county: str, name: str) -> User:
    return office_person(roles.READER, name, county=county)


def room_manager_of(township: Township, name: str) -> User:
    return office_person(roles.ROOM_MANAGER, name, township)


def editor_of(township: Township, name: str) -> User:
    return office_person(roles.EDITOR, name, township)


def member_of(team: Team, name: str, until: datetime.date | None = None, role: str = Membership.Role.MEMBER) -> User:
    """Somebody in a team; `until`: gone since that day."""
    user = person(name)
    Membership.objects.create(team=team, user=user, role=role, valid_from=LONG_AGO, valid_to=until)
    return user


def leader_of(team: Team, name: str) -> User:
    return member_of(team, name, role=Membership.Role.LEADER)


def operator_of(shop: Account, name: str, until: datetime.date | None = None) -> User:
    user = person(name)
    ShopOperator.objects.create(account=shop, user=user, valid_from=LONG_AGO, valid_to=until)
    return user


def another_township() -> Township:
    return Township.objects.create(slug="elsewhere", name="别处镇", county="别县")
