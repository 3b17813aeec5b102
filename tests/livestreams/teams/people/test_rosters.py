import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from livestreams.teams.models import Membership, Team
from tests.livestreams.teams.people.conftest import fresh, membership_of
from tests.people import leader_of, member_of
from zhunong.access.models import User

PHONE = "13800000077"


def day(offset: int = 0) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=offset)


def payload(**fields: object) -> dict[str, object]:
    return {"name": "王小穗", "phone": "", "role": "member", "since": day().isoformat()} | fields


def add(client, team: Team, **fields: object):
    return client.post(reverse("people:add_to_team", args=[team.slug]), payload(**fields))


def end(client, user: User, on: datetime.date):
    return client.post(reverse("people:end_membership", args=[membership_of(user).pk]), {"day": on.isoformat()})


def test_leader_of_one_team_sees_it_at_once(as_, leader, fourteen):
    assert as_(leader).get(reverse("people:index")).url == reverse("people:team", args=["fourteen"])


def test_office_sees_all_teams_with_todays_people(as_, clerk, leader, member, far_team):
    member_of(Team.objects.get(slug="fourteen"), "gone", until=day())
    html = as_(clerk).get(reverse("people:index")).text
    assert [name in html for name in ("安峪十四小只", "leader", "member", "远方队", "gone")] == [True] * 3 + [False] * 2


def test_new_member_gets_a_name_and_a_link(as_, leader, fourteen):
    answer = add(as_(leader), fourteen, phone="138 0000 0077")
    person = User.objects.get(phone=PHONE)
    assert (person.username, person.display_name) == ("anyu-001", "王小穗")
    assert not person.has_usable_password()
    assert answer.url == reverse("people:link", args=[person.pk])
    assert fresh(person).roles == {"团队成员"}


def test_names_count_on(as_, leader, fourteen):
    User.objects.create_user("anyu-013")
    User.objects.create_user("anyu-hall")
    add(as_(leader), fourteen)
    assert User.objects.filter(username="anyu-014", display_name="王小穗").exists()


def test_member_from_tomorrow_has_no_access_today(as_, leader, fourteen):
    add(as_(leader), fourteen, since=day(1).isoformat())
    person = User.objects.get(display_name="王小穗")
    assert not person.may_enter
    assert "入队" in as_(leader).get(reverse("people:team", args=["fourteen"])).text


def test_account_found_by_phone_is_not_doubled(as_, clerk, fourteen, feng):
    person = member_of(feng, "known")
    User.objects.filter(pk=person.pk).update(phone=PHONE, display_name="王小穗")
    assert add(as_(clerk), fourteen, phone=PHONE).url == reverse("people:team", args=["fourteen"])
    assert set(Team.objects.of_person(person)) == {fourteen, feng}
    assert fresh(person).has_usable_password()


def test_number_of_somebody_of_another_name_enters_nobody(as_, clerk, fourteen, feng):
    person = member_of(feng, "known")
    User.objects.filter(pk=person.pk).update(phone=PHONE, display_name="李真名")
    assert "李真名" in add(as_(clerk), fourteen, phone=PHONE).text
    assert set(Team.objects.of_person(person)) == {feng}


def test_nobody_leaves_before_coming(as_, leader, member):
    membership = membership_of(member)
    address = reverse("people:end_membership", args=[membership.pk])
    before = membership.valid_from - datetime.timedelta(1)
    as_(leader).post(address, {"day": before.isoformat()})
    membership.refresh_from_db()
    assert membership.valid_to is None


def test_nobody_is_entered_twice(as_, leader, member, fourteen):
    User.objects.filter(pk=member.pk).update(phone=PHONE)
    assert "field__error" in add(as_(leader), fourteen, phone=PHONE).text
    assert Membership.objects.filter(user=member).count() == 1


def test_sending_the_form_twice_makes_one_person(as_, leader, fourteen):
    for _time in range(2):
        answer = add(as_(leader), fourteen)
    assert "field__error" in answer.text
    assert User.objects.filter(display_name="王小穗").count() == 1


def test_a_namesake_is_told_apart_by_phone(as_, leader, fourteen):
    add(as_(leader), fourteen)
    add(as_(leader), fourteen, phone=PHONE)
    assert User.objects.filter(display_name="王小穗").count() == 2


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"phone": "123"}, {"since": "2026-02-30"}, {"since": "1926-01-01"}, {"role": "chief"}]
)
def test_bad_input_is_told_and_writes_nothing(as_, leader, fourteen, wrong):
    assert "field__error" in add(as_(leader), fourteen, **wrong).text
    assert not User.objects.filter(username__startswith="anyu-").exists()


def test_leaving_ends_access_on_that_very_day(as_, leader, member):
    client = as_(member)
    assert client.get(reverse("people:account")).status_code == 200
    end(as_(leader), member, day())
    assert not fresh(member).may_enter
    assert client.get(reverse("people:account")).url.startswith(reverse("sign_in"))


def test_leaving_tomorrow_leaves_today_open(as_, leader, member):
    end(as_(leader), member, day(1))
    assert fresh(member).may_enter
    assert not Team.objects.of_person(member, day(1)).exists()


def test_who_was_entered_by_mistake_never_was(as_, leader, fourteen):
    add(as_(leader), fourteen)
    person = User.objects.get(display_name="王小穗")
    end(as_(leader), person, day())
    assert not person.memberships.exists()


def test_past_members_are_folded_away(as_, leader, member):
    end(as_(leader), member, day())
    html = as_(leader).get(reverse("people:team", args=["fourteen"])).text
    assert "member" not in html.split("以前的成员")[0].split("<main")[1]
    assert "member" in html.split("以前的成员")[1]


def test_end_without_a_day_changes_nothing(as_, leader, member):
    address = reverse("people:end_membership", args=[membership_of(member).pk])
    assert "note--bad" in as_(leader).post(address, {"day": "soon"}, follow=True).text
    assert membership_of(member).valid_to is None


def test_past_membership_is_history(as_, leader, fourteen):
    gone = member_of(fourteen, "gone", until=day(-9))
    assert end(as_(leader), gone, day(5)).status_code == 404


def test_role_changes_from_today_and_what_was_stays_written(as_, leader, member, fourteen):
    before = membership_of(member)
    as_(leader).post(reverse("people:change_membership", args=[before.pk]), {"role": "leader"})
    assert fresh(member).roles == {"团队负责人", "团队成员"}
    rows = Membership.objects.filter(user=member).values_list("role", "valid_from", "valid_to")
    assert set(rows) == {("member", before.valid_from, day()), ("leader", day(), None)}


def test_role_changed_twice_a_day_is_one_change(as_, leader, member):
    for role in ("leader", "member", "leader"):
        period = Membership.objects.filter(user=member).latest("valid_from")
        as_(leader).post(reverse("people:change_membership", args=[period.pk]), {"role": role})
    assert Membership.objects.filter(user=member).count() == 2


def test_unknown_role_is_refused(as_, leader, member):
    as_(leader).post(reverse("people:change_membership", args=[membership_of(member).pk]), {"role": "镇工作人员"})
    assert membership_of(member).role == "member"


def test_leadership_is_handed_over(as_, leader, member, fourteen):
    address = reverse("people:hand_over", args=["fourteen"])
    answer = as_(leader).post(address, {"successor": membership_of(member).pk})
    assert list(Team.objects.led_by(member)) == [fourteen]
    assert fresh(leader).roles == {"团队成员"}
    assert answer.url == "/my/"


def test_leadership_goes_to_no_outsider(as_, leader, feng):
    outsider = member_of(feng, "outsider")
    address = reverse("people:hand_over", args=["fourteen"])
    as_(leader).post(address, {"successor": membership_of(outsider).pk})
    assert fresh(leader).roles == {"团队负责人", "团队成员"}
    assert not Team.objects.led_by(outsider).exists()


def test_last_leader_hands_over_before_leaving(as_, leader, member):
    end(as_(leader), leader, day())
    assert membership_of(leader).valid_to is None
    as_(leader).post(reverse("people:change_membership", args=[membership_of(leader).pk]), {"role": "member"})
    assert membership_of(leader).role == "leader"


def test_one_of_two_leaders_may_go(as_, leader, fourteen):
    leader_of(fourteen, "second")
    end(as_(leader), leader, day())
    assert membership_of(leader).valid_to == day()


def test_office_may_end_a_lone_leader(as_, clerk, leader):
    end(as_(clerk), leader, day())
    assert not fresh(leader).may_enter


@pytest.mark.parametrize("name", ["end_membership", "change_membership", "hand_over", "end_operator", "end_office"])
def test_acts_are_posts(as_, leader, name):
    argument = "fourteen" if name == "hand_over" else 1
    assert as_(leader).get(reverse(f"people:{name}", args=[argument])).status_code == 405


def test_name_and_phone_are_put_right(as_, leader, member):
    address = reverse("people:person", args=[member.pk])
    as_(leader).post(address, {"name": "  李 真名 ", "phone": PHONE})
    assert (fresh(member).display_name, fresh(member).phone) == ("李 真名", PHONE)


def test_phone_of_somebody_else_is_refused_without_a_name(as_, leader, member, feng):
    other = member_of(feng, "other")
    User.objects.filter(pk=other.pk).update(phone=PHONE, display_name="李真名")
    html = as_(leader).post(reverse("people:person", args=[member.pk]), {"name": "某", "phone": PHONE}).text
    assert ("field__error" in html, "李真名" in html, fresh(member).phone) == (True, False, None)


def test_search_finds_any_part_of_a_name(as_, clerk, member, far_team):
    User.objects.filter(pk=member.pk).update(display_name="王小穗")
    member_of(far_team, "远穗")
    html = as_(clerk).get(reverse("people:index"), {"q": "小穗"}).text
    assert ("<b>王小穗</b>" in html, "远穗" in html, "<small>小穗" in html) == (True, False, False)


def test_lists_cost_the_same_for_many(as_, clerk, fourteen, shop, django_assert_max_num_queries):
    people = User.objects.bulk_create(User(username=f"m{number}") for number in range(500))
    Membership.objects.bulk_create(Membership(team=fourteen, user=person, valid_from="2026-01-01") for person in people)
    client = as_(clerk)
    for address in (reverse("people:index"), reverse("people:index") + "?q=m", reverse("people:shops"),
                    reverse("people:team", args=["fourteen"]), reverse("people:office")):  # fmt: skip
        client.get(address)
        with django_assert_max_num_queries(12):
            client.get(address)
