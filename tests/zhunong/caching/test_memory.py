"""What a process remembers holds as long as nothing was written, for one request at a time."""

from collections.abc import Callable

import pytest
from django.test import RequestFactory

from tests.zhunong.caching.conftest import committed
from zhunong.caching.memory import Memory, stamp_of
from zhunong.places.models import Township


@pytest.fixture
def town(db) -> Township:
    town = Township.objects.create(slug="jiang", name="旧名")
    committed()
    return town


def name_of(town: Township) -> Callable[[], str]:
    return lambda: Township.objects.get(pk=town.pk).name


def test_it_is_read_once(town, remembering, django_assert_num_queries):
    memory = Memory[str](3)
    memory.get("name", name_of(town))
    with django_assert_num_queries(1):
        assert memory.get("name", name_of(town)) == "旧名"


def test_it_is_read_anew_after_a_write(town, remembering):
    memory = Memory[str](3)
    memory.get("name", name_of(town))
    Township.objects.update(name="新名")
    assert memory.get("name", name_of(town)) == "新名"


def test_another_process_reads_it_anew_too(town, remembering):
    """Two processes have two memories and one database."""
    own, others = Memory[str](3), Memory[str](3)
    for memory in (own, others):
        memory.get("name", name_of(town))
    Township.objects.update(name="新名")
    assert [memory.get("name", name_of(town)) for memory in (own, others)] == ["新名", "新名"]


def test_nothing_is_remembered_within_a_transaction(town):
    memory = Memory[str](3)
    memory.get("name", name_of(town))
    Township.objects.update(name="新名")
    assert memory.get("name", name_of(town)) == "新名" and not memory.kept


def test_each_key_has_its_own(town, remembering):
    memory = Memory[str](3)
    assert [memory.get(key, key.upper) for key in ("a", "b", "a")] == ["A", "B", "A"]


def test_the_oldest_is_forgotten(town, remembering):
    memory = Memory[str](3)
    for letter in "abcdef":
        memory.get(letter, letter.upper)
    assert list(memory.kept.values()) == ["D", "E", "F"]


def test_a_request_that_reads_asks_for_the_stamp_once(town, django_assert_num_queries):
    request = RequestFactory().get("/")
    with django_assert_num_queries(1):
        assert stamp_of(request) == stamp_of(request)


def test_a_request_that_writes_sees_what_it_wrote(town):
    request = RequestFactory().post("/")
    before = stamp_of(request)
    Township.objects.update(name="新名")
    assert stamp_of(request) != before
