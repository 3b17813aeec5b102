"""The claim check on the event's page and in its checklist."""

from django.urls import reverse

from livestreams.sessions.models import Event, EventCheck
from tests.livestreams.sessions.builders import Stage
from tests.livestreams.sessions.lines import put


def tick(phone, event: Event, item: str):
    return phone.post(reverse("my_sessions:check", args=[event.pk]), {"item": item})


def test_words_are_told_on_the_page_of_the_event(phone, stage: Stage, running: Event):
    put(stage, running, points="最甜")
    page = phone.get(reverse("my_sessions:event", args=[running.pk])).text
    assert 'id="words"' in page and "“最甜”" in page


def test_page_of_an_event_with_plain_words_tells_nothing(phone, stage: Stage, running: Event):
    put(stage, running, points="脆甜")
    assert 'id="words"' not in phone.get(reverse("my_sessions:event", args=[running.pk])).text


def test_words_cannot_be_ticked_while_some_stand(phone, stage: Stage, running: Event):
    put(stage, running, points="最甜")
    answer = tick(phone, running, EventCheck.Item.WORDS)
    assert answer.status_code == 409 and "“最甜”" in answer.text
    assert not running.checks.exists()


def test_other_items_are_ticked_all_the_same(phone, stage: Stage, running: Event):
    put(stage, running, points="最甜")
    tick(phone, running, EventCheck.Item.PRICES)
    assert running.checks.get().item == EventCheck.Item.PRICES


def test_plain_words_are_ticked(phone, stage: Stage, running: Event):
    put(stage, running, points="脆甜")
    tick(phone, running, EventCheck.Item.WORDS)
    assert running.checks.get().item == EventCheck.Item.WORDS
