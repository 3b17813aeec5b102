"""Nobody gives more than they have, and nobody gets an account that may more than they: each way is tried."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from livestreams.teams.models import Membership, ShopOperator
from livestreams.teams.people.reach import Reach
from tests.livestreams.teams.people.conftest import fresh, membership_of
from tests.people import (
    LONG_AGO,
    county_reader,
    leader_of,
    member_of,
    office_person,
    operator_of,
    person,
    reader_of,
    room_manager_of,
    staff_of,
)
from zhunong.access import roles
from zhunong.access.models import User
from zhunong.access.sign_in.links import address_of, make_link, person_of

PHONE = "13800000077"


def also_in(user: User, team, **fields: object) -> User:
    Membership.objects.create(team=team, user=user, **{"valid_from": LONG_AGO} | fields)
    return user


def in_group(user: User, name: str) -> User:
    user.groups.add(Group.objects.get_or_create(name=name)[0])
    return user


@pytest.fixture
def beyond(request, member, fourteen, feng, far_team, shop, far_shop, anyu, elsewhere) -> User:
    """The leader's own member, who may do something else beside; `request.param` says what."""
    tomorrow = timezone.localdate() + timezone.timedelta(days=1)
    wider = {
        "superuser": lambda: User.objects.filter(pk=member.pk).update(is_superuser=True),
        "staff": lambda: in_group(member, roles.STAFF).townships.add(anyu),
        "far staff": lambda: in_group(member, roles.STAFF).townships.add(elsewhere),
        "far scope left over": lambda: member.townships.add(elsewhere),
        "county": lambda: User.objects.filter(pk=member.pk).update(county="绛县"),
        "county reader": lambda: [
            in_group(member, roles.READER), User.objects.filter(pk=member.pk).update(county="绛县")
        ],
        "hand-made group": lambda: in_group(member, "自建组"),
        "operator": lambda: ShopOperator.objects.create(account=shop, user=member, valid_from=LONG_AGO),
        "far operator": lambda: ShopOperator.objects.create(account=far_shop, user=member, valid_from=LONG_AGO),
        "other team": lambda: also_in(member, feng),
        "far team": lambda: also_in(member, far_team),
        "far team tomorrow": lambda: also_in(member, far_team, valid_from=tomorrow),
    }  # fmt: skip
    wider[request.param]()
    return fresh(member)


BEYOND_A_LEADER = [
    "superuser", "staff", "far staff", "far scope left over", "county", "county reader", "hand-made group",
    "operator", "far operator", "other team", "far team", "far team tomorrow",
]  # fmt: skip
WITHIN_THE_OFFICE = {"staff", "operator", "other team"}
BEYOND_THE_OFFICE = [each for each in BEYOND_A_LEADER if each not in WITHIN_THE_OFFICE]


def cannot_take_over(client, target: User) -> None:
    """No link, no other phone number to sign in with, nothing of theirs shown."""
    before = (target.password, target.phone, target.display_name, target.invited_at)
    assert client.post(reverse("people:link", args=[target.pk])).status_code in (403, 404)
    assert client.get(reverse("people:link", args=[target.pk])).status_code in (403, 404)
    changed = client.post(reverse("people:person", args=[target.pk]), {"name": "mine", "phone": PHONE})
    assert changed.status_code in (403, 404)
    assert client.post(reverse("people:anonymise", args=[target.pk])).status_code in (403, 404)
    now = fresh(target)
    assert (now.password, now.phone, now.display_name, now.invited_at) == before


@pytest.mark.parametrize("beyond", BEYOND_A_LEADER, indirect=True)
def test_leader_gets_no_account_that_may_more(as_, leader, beyond):
    cannot_take_over(as_(leader), beyond)


@pytest.mark.parametrize("beyond", BEYOND_THE_OFFICE, indirect=True)
def test_staff_get_no_account_that_may_more(as_, clerk, beyond):
    cannot_take_over(as_(clerk), beyond)


@pytest.mark.parametrize("beyond", sorted(WITHIN_THE_OFFICE), indirect=True)
def test_staff_help_whoever_is_wholly_theirs(as_, clerk, beyond):
    assert as_(clerk).post(reverse("people:link", args=[beyond.pk])).status_code == 302


@pytest.mark.parametrize("beyond", BEYOND_A_LEADER, indirect=True)
def test_name_in_the_roster_is_all_a_leader_sees_of_them(as_, leader, beyond):
    User.objects.filter(pk=beyond.pk).update(phone="13900000001")
    html = as_(leader).get(reverse("people:person", args=[beyond.pk])).text
    assert [word for word in ("13900000001", "远方队", "远方店", "冯村") if word in html] == []


def strangers(feng, far_team, shop, anyu, elsewhere) -> list[User]:
    """People who are nothing to the leader of another team."""
    return [
        member_of(feng, "a"), leader_of(feng, "b"), member_of(far_team, "c"), operator_of(shop, "d"),
        staff_of(anyu, "e"), reader_of(anyu, "f"), room_manager_of(anyu, "g"), county_reader("绛县", "h"),
        staff_of(elsewhere, "i"), person("j"), User.objects.create_superuser("k"),
    ]  # fmt: skip


def test_people_of_others_are_not_there_for_a_leader(as_, leader, feng, far_team, shop, anyu, elsewhere):
    client = as_(leader)
    for each in strangers(feng, far_team, shop, anyu, elsewhere):
        assert client.get(reverse("people:person", args=[each.pk])).status_code == 404
        cannot_take_over(client, each)


def test_people_of_another_township_are_not_there_for_staff(as_, far_clerk, feng, shop, anyu, leader):
    client = as_(far_clerk)
    known = [leader, member_of(feng, "a"), operator_of(shop, "d"), staff_of(anyu, "e"), county_reader("绛县", "h")]
    for each in [*known, person("j"), User.objects.create_superuser("k")]:
        assert client.get(reverse("people:person", args=[each.pk])).status_code == 404
        cannot_take_over(client, each)


def team_addresses(team, membership: Membership) -> list[str]:
    return [
        reverse("people:team", args=[team.slug]),
        reverse("people:add_to_team", args=[team.slug]),
        reverse("people:hand_over", args=[team.slug]),
        reverse("people:end_membership", args=[membership.pk]),
        reverse("people:change_membership", args=[membership.pk]),
    ]


@pytest.mark.parametrize("who", ["leader", "far_clerk"])
def test_another_team_is_not_there(as_, feng, who, request):
    outsider = member_of(feng, "outsider")
    client = as_(request.getfixturevalue(who))
    given = {"role": "leader", "day": "2026-01-02", "name": "x", "successor": membership_of(outsider).pk}
    given |= {"since": timezone.localdate().isoformat()}
    for address in team_addresses(feng, membership_of(outsider)):
        assert client.post(address, given).status_code == 404
    assert (membership_of(outsider).role, membership_of(outsider).valid_to) == ("member", None)
    assert feng.memberships.count() == 1


def test_leader_of_yesterday_has_no_team_today(as_, leader):
    Membership.objects.filter(user=leader).update(role="member")
    assert as_(leader).get(reverse("people:team", args=["fourteen"])).status_code == 403


@pytest.mark.parametrize("make", [reader_of, room_manager_of])
def test_leader_who_also_reads_in_the_office_stays_with_their_team(as_, anyu, fourteen, feng, make):
    """Seeing a township does not make its teams one's own."""
    user = also_in(make(anyu, "both"), fourteen, role="leader")
    assert set(Reach(user).teams) == {fourteen}
    assert not Reach(user).office
    assert as_(user).get(reverse("people:team", args=["feng-team"])).status_code == 404


@pytest.mark.parametrize("make", [reader_of, room_manager_of])
def test_who_only_reads_works_with_no_people(as_, anyu, make):
    assert as_(make(anyu, "looker")).get(reverse("people:index")).status_code == 403


def test_county_reader_with_a_township_of_their_own_stays_with_it(anyu, elsewhere, fourteen, far_team):
    user = office_person(roles.STAFF, "both", elsewhere, county="绛县")
    assert set(Reach(user).teams) == {far_team}


@pytest.mark.parametrize("name", ["shops", "office", "add_to_office"])
def test_office_pages_are_closed_to_leaders(as_, leader, name):
    assert as_(leader).get(reverse(f"people:{name}")).status_code == 403


def test_leader_puts_nobody_in_charge_of_a_shop(as_, leader, shop):
    given = {"name": "x", "since": timezone.localdate().isoformat()}
    assert as_(leader).post(reverse("people:add_to_shop", args=[shop.pk]), given).status_code == 403
    assert not ShopOperator.objects.exists()


def test_leader_enters_nobody_by_the_number_of_others(as_, leader, feng, fourteen):
    other = member_of(feng, "other")
    User.objects.filter(pk=other.pk).update(phone=PHONE, display_name="李真名")
    given = {"name": "x", "phone": PHONE, "role": "member", "since": timezone.localdate().isoformat()}
    html = as_(leader).post(reverse("people:add_to_team", args=["fourteen"]), given).text
    assert ("field__error" in html, "李真名" in html, "冯村" in html) == (True, False, False)
    assert fourteen.memberships.count() == 1


def test_leader_makes_no_office_role_of_a_membership(as_, leader, fourteen):
    given = {"name": "x", "role": roles.STAFF, "since": timezone.localdate().isoformat()}
    given |= {"groups": "1", "is_superuser": "on", "townships": "1", "county": "绛县"}
    as_(leader).post(reverse("people:add_to_team", args=["fourteen"]), given)
    as_(leader).post(reverse("people:add_to_team", args=["fourteen"]), given | {"role": "member"})
    made = User.objects.get(display_name="x")
    assert (made.roles, made.is_superuser, made.county, made.townships.count()) == ({roles.MEMBER}, False, "", 0)


def test_waiting_link_opens_no_team_entered_after_it(as_, leader, member, feng, clerk):
    make_link(member)
    waiting = address_of(member).rpartition("/")[2]
    assert person_of(waiting) == member
    also_in(member, feng)
    assert person_of(waiting) is None


def test_waiting_link_opens_no_shop_entered_after_it(member, shop):
    make_link(member)
    waiting = address_of(member).rpartition("/")[2]
    ShopOperator.objects.create(account=shop, user=member, valid_from=LONG_AGO)
    assert person_of(waiting) is None


def test_the_departed_get_no_link(as_, leader, fourteen):
    """What they will be allowed one day is not the former leader's to have."""
    gone = member_of(fourteen, "gone", until=timezone.localdate())
    assert as_(leader).post(reverse("people:link", args=[gone.pk])).status_code == 403


def test_who_comes_back_needs_a_new_password(as_, clerk, fourteen, feng):
    gone = member_of(fourteen, "gone", until=timezone.localdate())
    User.objects.filter(pk=gone.pk).update(phone=PHONE)
    given = {"name": "x", "phone": PHONE, "role": "member", "since": timezone.localdate().isoformat()}
    answer = as_(clerk).post(reverse("people:add_to_team", args=["feng-team"]), given)
    assert answer.url == reverse("people:link", args=[gone.pk])
    assert not fresh(gone).has_usable_password()


def test_only_an_administrator_helps_an_administrator(as_, chief, clerk):
    other = User.objects.create_superuser("other", password="x")
    cannot_take_over(as_(clerk), other)
    assert as_(chief).post(reverse("people:link", args=[other.pk])).status_code == 302


def test_closed_account_gets_no_link_even_from_the_administrator(as_, chief, member):
    User.objects.filter(pk=member.pk).update(is_active=False)
    assert as_(chief).post(reverse("people:link", args=[member.pk])).status_code == 403
