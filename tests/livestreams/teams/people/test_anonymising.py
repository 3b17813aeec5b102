import datetime

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from livestreams.sales.checking import check_totals
from livestreams.sales.importing import HandIn, import_files
from livestreams.sales.models import OrderImport
from livestreams.sales.totals import Question, ask
from tests.livestreams.teams.people.conftest import fresh, membership_of
from tests.people import member_of, reader_of, staff_of
from zhunong.access.models import User

NAME, PHONE, MAIL = "王小穗", "13800000099", "suisui@example.org"


@pytest.fixture
def departed(fourteen) -> User:
    """Somebody with a name, who left yesterday."""
    person = member_of(fourteen, "suisui", until=timezone.localdate() - datetime.timedelta(days=1))
    known = {"display_name": NAME, "phone": PHONE, "email": MAIL, "first_name": NAME, "last_name": NAME}
    User.objects.filter(pk=person.pk).update(**known, last_login=timezone.now())
    return fresh(person)


@pytest.fixture
def handed_in(departed, samples) -> OrderImport:
    """An order file that the departed person brought."""
    with (samples / "taobao-18.csv").open("rb") as stream:
        import_files([HandIn(stream, "taobao-18.csv")], by=departed)
    return OrderImport.objects.get()


def anonymise(client, person: User):
    return client.post(reverse("people:anonymise", args=[person.pk]))


def kept_of(person: User) -> str:
    row = User.objects.filter(pk=person.pk).values().get()
    return " ".join(str(value) for value in row.values())


def test_it_asks_once_more(as_, clerk, departed):
    assert as_(clerk).get(reverse("people:anonymise", args=[departed.pk])).status_code == 200
    assert fresh(departed).display_name == NAME


def test_nothing_of_the_person_is_left(as_, clerk, departed):
    anonymise(as_(clerk), departed)
    now = fresh(departed)
    assert [word for word in (NAME, PHONE, MAIL, "suisui") if word in kept_of(departed)] == []
    assert (now.is_active, now.has_usable_password(), now.phone, now.last_login) == (False, False, None, None)
    assert str(now) == f"已离队成员 {departed.pk}"


def test_no_figure_changes_and_histories_still_show(as_, clerk, departed, handed_in):
    client, before = as_(clerk), ask(Question(("team", "village"))).rows
    anonymise(client, departed)
    assert ask(Question(("team", "village"))).rows == before
    assert check_totals().differences == []
    assert OrderImport.objects.get().created_by == departed
    for address in (reverse("sales:imports"), reverse("sales:import", args=[handed_in.pk])):
        page = client.get(address)
        assert (page.status_code, f"已离队成员 {departed.pk}" in page.text, NAME in page.text) == (200, True, False)
    assert client.get(reverse("sales:totals"), {"period": "all"}).status_code == 200


def test_roster_keeps_the_time_without_the_name(as_, clerk, departed):
    anonymise(as_(clerk), departed)
    html = as_(clerk).get(reverse("people:team", args=["fourteen"])).text
    assert (f"已离队成员 {departed.pk}" in html, NAME in html) == (True, False)
    assert membership_of(departed).valid_to


def test_failed_sign_ins_are_forgotten(as_, clerk, departed):
    for name in ("suisui", PHONE, "clerk"):
        AccessAttempt.objects.create(username=name, ip_address="203.0.113.7", failures_since_start=3)
    anonymise(as_(clerk), departed)
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["clerk"]


def test_log_forgets_the_name(as_, clerk, departed):
    log(departed, "wagtail.edit", user=clerk)
    log(membership_of(departed), "wagtail.edit", user=clerk)
    anonymise(as_(clerk), departed)
    labels = ModelLogEntry.objects.values_list("label", flat=True)
    assert len(labels) == 2
    assert [label for label in labels if NAME in label] == []


def test_who_is_in_something_stays_known(as_, clerk, chief, member):
    for maker in (clerk, chief):
        assert anonymise(as_(maker), member).status_code == 403
    assert fresh(member).is_active


def test_who_leaves_tomorrow_stays_known_today(as_, clerk, fourteen):
    going = member_of(fourteen, "going", until=timezone.localdate() + datetime.timedelta(days=1))
    assert anonymise(as_(clerk), going).status_code == 403


def test_leaders_make_nobody_anonymous(as_, leader, departed):
    assert anonymise(as_(leader), departed).status_code == 403
    assert fresh(departed).display_name == NAME


def test_another_townships_staff_make_nobody_anonymous(as_, far_clerk, departed):
    assert anonymise(as_(far_clerk), departed).status_code == 404


def test_who_works_elsewhere_now_stays_known(as_, clerk, departed, elsewhere):
    departed.townships.add(elsewhere)
    assert anonymise(as_(clerk), departed).status_code == 403


def test_former_colleague_can_be_made_anonymous(as_, clerk, anyu):
    former = reader_of(anyu, "former")
    former.groups.clear()
    anonymise(as_(clerk), former)
    assert (fresh(former).username, former.townships.count()) == (f"gone-{former.pk}", 0)


def test_twice_is_refused(as_, clerk, departed):
    anonymise(as_(clerk), departed)
    assert anonymise(as_(clerk), departed).status_code == 403


def test_administrators_are_not_made_anonymous(as_, chief):
    assert anonymise(as_(chief), chief).status_code == 403


def test_way_to_it_is_shown_to_who_may(as_, clerk, leader, departed, anyu):
    staff_of(anyu, "second")
    address = reverse("people:person", args=[departed.pk])
    assert ["anonymise" in as_(user).get(address).text for user in (clerk, leader)] == [True, False]
