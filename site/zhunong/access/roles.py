"""Roles (design, section 1): groups whose rights the rooms enter here, held by a group, a team or a shop of a day."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_noop

STAFF, READER, ROOM_MANAGER, EDITOR = "镇工作人员", "领导与县级人员", "直播中心管理员", "编辑"
LEADER, MEMBER, OPERATOR = "团队负责人", "团队成员", "店铺运营"
"""Names of the groups, as they stand in the database."""
OFFICE_ROLES = (STAFF, READER, ROOM_MANAGER, EDITOR)
"""Roles that work in the admin, for the townships (or the county, reading only) of the user."""
LABELS = {
    STAFF: gettext_noop("township staff"),
    READER: gettext_noop("leader or county staff, reading only"),
    ROOM_MANAGER: gettext_noop("room manager"),
    EDITOR: gettext_noop("editor"),
    LEADER: gettext_noop("team leader"),
    MEMBER: gettext_noop("team member"),
    OPERATOR: gettext_noop("shop operator"),
}

Source = Callable[[int, datetime.date], QuerySet]
granted: dict[str, set[str]] = defaultdict(set)
sources: list[Source] = []


def grant(role: str, *permissions: str) -> None:
    """A room's rights for a role, as `app.codename`. Call when the app is ready."""
    granted[role].update(permissions)


def add_source(source: Source) -> None:
    """Where roles come from beside groups: (user's primary key, day) → query of one column, names of roles."""
    sources.append(source)


def roles_of(user: int, day: datetime.date) -> frozenset[str]:
    """The roles that a person (primary key) holds on a day, in one query."""
    groups = Group.objects.filter(user=user).order_by().values_list("name")
    queries = [source(user, day).order_by() for source in sources]
    found = {name for (name,) in groups.union(*queries)}
    return frozenset(found | {MEMBER} if LEADER in found else found)


def permissions_of(roles: Iterable[str]) -> QuerySet[Permission]:
    return Permission.objects.filter(group__name__in=list(roles)).distinct()


def ensure_groups(**signal: object) -> None:
    """After migrate: every role's group exists and holds its rights. Rights added by hand stay."""
    for role in LABELS:
        group, _created = Group.objects.get_or_create(name=role)
        wanted = Q(pk=None)
        for permission in granted[role]:
            app, codename = permission.split(".")
            wanted |= Q(content_type__app_label=app, codename=codename)
        group.permissions.add(*Permission.objects.filter(wanted))
