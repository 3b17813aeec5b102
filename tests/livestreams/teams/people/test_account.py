import pytest
from django.urls import reverse

from tests.livestreams.teams.people.conftest import fresh
from zhunong.access.models import User

PHONE, NEW = "13800000066", "zwei-lange-worte-8"
ADDRESS = "/my/account/"


def change_password(client, old: str = "x", new: str = NEW, again: str = NEW):
    return client.post(ADDRESS, {"old_password": old, "new_password1": new, "new_password2": again})


def test_everybody_with_a_role_has_one(as_, leader, member, clerk, chief):
    assert [as_(user).get(reverse("people:account")).status_code for user in (leader, member, clerk, chief)] == [
        200
    ] * 4


def test_visitors_are_sent_to_the_door(client, db):
    assert client.get(ADDRESS).url == f"{reverse('sign_in')}?next={ADDRESS}"


def test_name_and_phone(as_, member):
    as_(member).post(ADDRESS, {"name": "王小穗", "phone": "138 0000 0066"})
    assert (fresh(member).display_name, fresh(member).phone) == ("王小穗", PHONE)


def test_phone_can_be_taken_away(as_, member):
    User.objects.filter(pk=member.pk).update(phone=PHONE)
    as_(member).post(ADDRESS, {"name": "王小穗", "phone": ""})
    assert fresh(member).phone is None


@pytest.mark.parametrize("taken_as", ["phone", "username"])
def test_nobody_takes_the_number_of_another(as_, member, leader, taken_as):
    User.objects.filter(pk=leader.pk).update(**{taken_as: PHONE})
    assert "field__error" in as_(member).post(ADDRESS, {"name": "x", "phone": PHONE}).text
    assert fresh(member).phone is None


def test_rights_are_no_part_of_it(as_, member):
    wishes = {
        "is_superuser": "on",
        "groups": "1",
        "townships": "1",
        "county": "绛县",
        "username": "boss",
        "role": "leader",
    }
    as_(member).post(ADDRESS, {"name": "x"} | wishes)
    now = fresh(member)
    assert (now.is_superuser, now.groups.count(), now.townships.count(), now.county, now.username, now.roles) == (
        False, 0, 0, "", "member", {"团队成员"},
    )  # fmt: skip


def test_password_changes_here_and_elsewhere_one_is_signed_out(as_, member):
    here, elsewhere = as_(member), as_(member)
    change_password(here)
    assert fresh(member).check_password(NEW)
    assert (here.get(ADDRESS).status_code, elsewhere.get(ADDRESS).status_code) == (200, 302)


@pytest.mark.parametrize("wrong", [{"old": "y"}, {"again": "other-words-9"}, {"new": "short", "again": "short"}])
def test_bad_password_changes_nothing(as_, member, wrong):
    answer = change_password(as_(member), **wrong)
    assert "field__error" in answer.text
    assert fresh(member).check_password("x")
