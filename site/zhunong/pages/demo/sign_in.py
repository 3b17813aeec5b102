"""The demo's people: sign-in names that are no person's, each with the rights of its role."""

import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from secrets import token_urlsafe

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.translation import gettext_noop

from livestreams.sales.staff.access import STAFF_GROUP
from livestreams.teams.models import Membership, Team
from zhunong.access.models import User
from zhunong.places.models import Township

ADMINISTRATOR, STAFF, LEADER, MEMBER, VILLAGER = "admin", "staff", "leader", "member", "xiabai"
ROLES = {
    ADMINISTRATOR: gettext_noop("administrator: may do everything"),
    STAFF: gettext_noop("township staff: hands in order files, sees and exports totals"),
    LEADER: gettext_noop("leader of the town-wide team"),
    MEMBER: gettext_noop("member of two teams at once"),
    VILLAGER: gettext_noop("leader of a village's team"),
}
TEAMS = {
    LEADER: {"fourteen": Membership.Role.LEADER},
    MEMBER: {"fourteen": Membership.Role.MEMBER, "xiabai-team": Membership.Role.MEMBER},
    VILLAGER: {"xiabai-team": Membership.Role.LEADER},
}
"""A person may be in two teams at once: the member is."""


def passwords_file() -> Path:
    return settings.VAR_DIR / "demo_sign_in"


def read_sign_in() -> dict[str, str]:
    """Sign-in names with the passwords made for this installation; empty where no demo was loaded."""
    path = passwords_file()
    sign_in = json.loads(path.read_text()) if path.exists() else {}
    known = set(User.objects.filter(username__in=sign_in).values_list("username", flat=True))
    return {name: password for name, password in sign_in.items() if name in known}


def make_users(township: Township, since: date) -> None:
    """Make the users who are missing and put their passwords down in `VAR_DIR`, readable by its owner only."""
    names = [ADMINISTRATOR, STAFF, *TEAMS]
    made = {name: password for name in names if (password := make_user(name, township))}
    for name, roles in TEAMS.items():
        join_teams(User.objects.get(username=name), roles, since)
    User.objects.get(username=STAFF).groups.add(Group.objects.get(name=STAFF_GROUP))
    if made:
        keep(read_sign_in() | made)


def make_user(name: str, township: Township) -> str:
    """The new user's password, or nothing where the name is taken."""
    if User.objects.filter(username=name).exists():
        return ""
    password = token_urlsafe(9)
    chief = name == ADMINISTRATOR
    user = User.objects.create_user(name, password=password, is_staff=chief, is_superuser=chief)
    user.townships.add(township)
    return password


def join_teams(user: User, roles: Mapping[str, str], since: date) -> None:
    for slug, role in roles.items():
        team = Team.objects.get(slug=slug)
        Membership.objects.get_or_create(team=team, user=user, defaults={"role": role, "valid_from": since})


def keep(sign_in: Mapping[str, str]) -> None:
    path = passwords_file()
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(sign_in, file)
