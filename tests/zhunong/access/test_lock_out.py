import datetime
import logging

import pytest
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.zhunong.access.conftest import PASSWORD, PHONE
from zhunong.access.sign_in.links import address_of, make_link

LIMIT = settings.AXES_FAILURE_LIMIT
VILLAGE, ELSEWHERE = "203.0.113.7", "198.51.100.9"


def attempt(name: str, password: str, address: str = VILLAGE):
    client = Client(REMOTE_ADDR=address, headers={"user-agent": "a phone of a brand"})
    return client.post(reverse("sign_in"), {"username": name, "password": password})


def fail(name: str = "anyu-014", times: int = LIMIT, address: str = VILLAGE):
    for _try in range(times):
        answer = attempt(name, "wrong-word", address)
    return answer


def gets_in(name: str = "anyu-014", address: str = VILLAGE) -> bool:
    return attempt(name, PASSWORD, address).status_code == 302


def test_too_many_wrong_passwords_close_the_door_for_a_while(member):
    answer = fail()
    assert (answer.status_code, "20 分钟" in answer.text) == (429, True)
    assert not gets_in()


def test_fewer_do_not(member):
    fail(times=LIMIT - 1)
    assert gets_in()


def test_signing_in_forgets_the_slips_before(member):
    fail(times=LIMIT - 1)
    gets_in()
    fail(times=LIMIT - 1)
    assert gets_in()


def test_other_people_at_the_same_address_still_get_in(member, clerk):
    fail()
    assert gets_in("clerk")


def test_the_person_still_gets_in_from_elsewhere(member):
    fail()
    assert gets_in(address=ELSEWHERE)


@pytest.mark.parametrize("name", [PHONE, "ANYU-014"])
def test_name_and_number_of_a_person_count_together(member, name):
    fail(times=LIMIT - 2)
    fail(name, times=2)
    assert not gets_in()
    assert AccessAttempt.objects.count() == 1


def test_door_opens_again_and_trying_meanwhile_makes_it_no_longer(member):
    fail()
    AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(minutes=19))
    assert not gets_in()
    AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(minutes=21))
    assert gets_in()


def test_a_new_link_opens_the_door_at_once(member):
    fail()
    make_link(member)
    words = {"new_password1": PASSWORD + "x", "new_password2": PASSWORD + "x"}
    Client().post(address_of(member).removeprefix(settings.PUBLIC_URL), words)
    assert attempt("anyu-014", PASSWORD + "x").status_code == 302


def test_no_more_is_kept_than_counting_needs(member):
    fail(times=2)
    kept = AccessAttempt.objects.get()
    needless = kept.user_agent + kept.http_accept + kept.path_info + kept.get_data + kept.post_data
    assert (needless.strip("-\n"), kept.failures_since_start) == ("", 2)
    assert not AccessLog.objects.exists()


def test_no_password_reaches_the_log(member, caplog):
    with caplog.at_level(logging.DEBUG):
        fail()
        gets_in()
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "AXES" in said
    assert [word for word in ("wrong-word", PASSWORD, PHONE) if word in said] == []


def test_an_unknown_name_is_locked_alike(member):
    assert fail("stranger").status_code == 429
