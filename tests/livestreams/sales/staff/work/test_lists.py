"""The pages of the work lists: what they show, to whom, and what one does there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from livestreams.sales.models import WordNote
from livestreams.sales.staff.work.words import unknown_words
from tests.livestreams.sales.builders import bring_rows, row
from tests.livestreams.sales.staff.work.conftest import WORD

PAGES = ("unmapped", "strangers", "unclaimed", "provisional", "words")


def page(client, name):
    return client.get(reverse(f"sales:{name}"))


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_list_says_that_all_is_done(world, desk, name):
    assert "work-done" in page(desk, name).text


@pytest.mark.parametrize("name", PAGES)
def test_another_township_finds_an_empty_list(waiting, client, outsider, name):
    client.force_login(outsider)
    assert "work-done" in page(client, name).text


@pytest.mark.parametrize("name", PAGES)
def test_a_reader_looks_on_and_finds_nothing_to_press(waiting, client, reader, name):
    client.force_login(reader)
    main = page(client, name).text.partition('class="sales"')[2]
    assert "<form" not in main and "claim-account" not in main


@pytest.mark.parametrize(("name", "told"), [("strangers", "999"), ("unclaimed", "无主店"), ("words", WORD),
                                            ("provisional", "2026-05-30"), ("unmapped", "剪纸")])  # fmt: skip
def test_the_list_names_what_waits(waiting, desk, name, told):
    assert told in page(desk, name).text


@pytest.mark.parametrize(("name", "account"), [("strangers", "999"), ("unclaimed", "1002")])
def test_an_account_can_be_given_at_once(waiting, desk, name, account):
    address = f"{reverse('sales:claim_account')}?platform=douyin&account_id={account}"
    assert address.replace("&", "&amp;") in page(desk, name).text
    assert desk.get(address).status_code == 200


def test_a_provisional_day_is_let_be_for_two_days(world, desk):
    from livestreams.sales.staff.totals.periods import today

    bring_rows(row("douyin", "young", mark="数据将于第二天更新", paid=f"{today()} 00:10:00"))
    assert page(desk, "provisional").context["rows"] == []


def test_a_newer_file_takes_the_day_off_the_list(waiting, desk):
    bring_rows(row("douyin", "provisional", amount="7.00", mark="短视频"), at="2026-06-12 08:00:00")
    assert page(desk, "provisional").context["rows"] == []


def test_an_undone_file_takes_its_words_along(waiting, desk, clerk):
    from livestreams.sales.models import OrderImport
    from livestreams.sales.undoing import undo_import

    undo_import(OrderImport.objects.exclude(unknown_words={}).get())
    assert unknown_words(clerk) == []


def note(client, **changes):
    word = {"township": client.township, "platform": "douyin", "word": WORD, "note": "未退款，打 13800000014 问过"}
    return client.post(reverse("sales:note_word"), word | changes, follow=True)


@pytest.fixture
def at_words(waiting, desk, clerk):
    desk.township = clerk.townships.get().pk
    return desk


def test_a_word_looked_at_is_off_the_list_with_who_and_why(at_words, clerk):
    note(at_words)
    kept = WordNote.objects.get()
    assert (unknown_words(clerk), kept.by, kept.word) == ([], clerk, WORD)
    assert "13800000014" not in kept.note


def test_a_word_comes_back_when_somebody_thinks_again(at_words, clerk):
    note(at_words)
    at_words.post(reverse("sales:put_back_word", args=[WordNote.objects.get().pk]))
    assert [each.word for each in unknown_words(clerk)] == [WORD]


@pytest.mark.parametrize("changes", [{"word": "从未见过"}, {"township": "x"}, {"township": "999999"}, {"platform": ""}])
def test_only_what_waits_can_be_noted(at_words, changes):
    response = note(at_words, **changes)
    assert len(response.context["messages"]) == 1
    assert not WordNote.objects.exists()


def test_another_township_notes_no_word_of_ours(at_words, client, outsider):
    client.force_login(outsider)
    note(client)
    assert not WordNote.objects.exists()


def test_another_township_puts_no_word_of_ours_back(at_words, client, outsider):
    note(at_words)
    client.force_login(outsider)
    assert client.post(reverse("sales:put_back_word", args=[WordNote.objects.get().pk])).status_code == 404


@pytest.mark.parametrize("name", ["note_word", "put_back_word"])
def test_a_reader_decides_nothing(at_words, client, reader, clerk, name):
    note(at_words)
    args = [WordNote.objects.get().pk] if name == "put_back_word" else []
    client.force_login(reader)
    assert client.post(reverse(f"sales:{name}", args=args)).status_code in (302, 403)
    assert WordNote.objects.count() == 1


@pytest.mark.parametrize("name", PAGES)
def test_a_long_list_takes_no_more_queries(waiting, desk, name):
    page(desk, name)
    with CaptureQueriesContext(connection) as few:
        page(desk, name)
    bring_rows(
        *(
            row("douyin", f"many-{number}", code=f"Z{number}", product_id=f"Q{number}", streamer=f"77{number}",
                status=f"怪词{number}", paid=f"2026-04-{number % 28 + 1:02} 10:00:00", mark="数据将于第二天更新")
            for number in range(60)
        )
    )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        page(desk, name)
    assert len(many) <= min(12, len(few) + 1)
