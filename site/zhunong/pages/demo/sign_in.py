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

from livestreams.teams.models import Account, Membership, ShopOperator, Team
from zhunong.access import roles
from zhunong.access.models import User
from zhunong.pages.demo.people import SHOPS
from zhunong.places.models import Township

ADMINISTRATOR, STAFF, LEADER, MEMBER, VILLAGER = "admin", "staff", "leader", "member", "xiabai"
OPERATOR, COUNTY, ROOM_MANAGER = "operator", "county", "rooms"
ROLES = {
    ADMINISTRATOR: gettext_noop("administrator: may do everything"),
    STAFF: gettext_noop("township staff: hands in order files, sees and exports totals"),
    LEADER: gettext_noop("leader of the town-wide team"),
    MEMBER: gettext_noop("member of two teams at once"),
    VILLAGER: gettext_noop("leader of a village's team"),
    OPERATOR: gettext_noop("operator of the Pinduoduo shop, in no team"),
    ROOM_MANAGER: gettext_noop("room manager: hours, closures and bookings of the livestream centre"),
    COUNTY: gettext_noop("county staff: reads all townships of the county, changes nothing"),
}
DISPLAY_NAMES = {
    ADMINISTRATOR: "系统管理员",
    STAFF: "镇里的工作人员",
    LEADER: "十四小只负责人",
    MEMBER: "两个队的成员",
    VILLAGER: "下柏队负责人",
    OPERATOR: "拼多多店运营",
    ROOM_MANAGER: "直播中心的管理员",
    COUNTY: "县里的查看人员",
}
"""What they do, for nobody here is real."""
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
    made = {name: password for name in ROLES if (password := make_user(name))}
    people = {user.username: user for user in User.objects.filter(username__in=ROLES)}
    for name, joined in TEAMS.items():
        join_teams(people[name], joined, since)
    open_offices(people, township)
    shop = Account.objects.get(platform="pinduoduo", account_id=SHOPS["pinduoduo"].account_id)
    ShopOperator.objects.get_or_create(account=shop, user=people[OPERATOR], defaults={"valid_from": since})
    if made:
        keep(read_sign_in() | made)


def make_user(name: str) -> str:
    """The new user's password, or nothing where the name is taken."""
    if User.objects.filter(username=name).exists():
        return ""
    password = token_urlsafe(9)
    chief = name == ADMINISTRATOR
    names = {"username": name, "display_name": DISPLAY_NAMES[name]}
    User.objects.create_user(**names, password=password, is_staff=chief, is_superuser=chief)
    return password


def open_offices(people: Mapping[str, User], township: Township) -> None:
    """Staff and the room manager of the township; somebody of its county, who reads only."""
    for name, role in ((STAFF, roles.STAFF), (ROOM_MANAGER, roles.ROOM_MANAGER)):
        people[name].groups.add(Group.objects.get(name=role))
        people[name].townships.add(township)
    people[COUNTY].groups.add(Group.objects.get(name=roles.READER))
    User.objects.filter(pk=people[COUNTY].pk).update(county=township.county)


def join_teams(user: User, joined: Mapping[str, str], since: date) -> None:
    for slug, role in joined.items():
        team = Team.objects.get(slug=slug)
        Membership.objects.get_or_create(team=team, user=user, defaults={"role": role, "valid_from": since})


def keep(sign_in: Mapping[str, str]) -> None:
    path = passwords_file()
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(sign_in, file)
