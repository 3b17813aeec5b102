"""Correcting a line on screen: form, preview, yes; and taken back."""

import re

import pytest
from django.urls import reverse

from livestreams.sales.models import Correction, RecordedChange
from livestreams.teams.models import Team
from products.models import Product, Sku
from tests.livestreams.sales.builders import bring_rows, differences, line, paid, row
from tests.people import another_township, member_of, reader_of
from zhunong.places.models import Township

pytestmark = pytest.mark.usefixtures("sold")


def address(key: str = "closed") -> str:
    return reverse("sales:correct_line", args=[line(key).pk])


def given(**said: object) -> dict[str, object]:
    """What a clerk types; teams by slug with an underscore for the hyphen."""
    teams = {team.slug.replace("-", "_"): f"team_{team.pk}" for team in Team.objects.all()}
    return {"reason": "平台漏记", **{teams.get(name, name): value for name, value in said.items()}}


def correct(desk, key: str = "closed", **said: object):
    """The preview, then the yes. Returns the last answer."""
    preview = desk.post(address(key), given(**said))
    expected = preview.context["effect"].fingerprint
    return desk.post(address(key), given(**said) | {"expected": expected}, follow=True)


def test_the_preview_shows_what_moves_and_changes_nothing(desk):
    effect = desk.post(address(), given(refunded="3")).context["effect"]
    assert (effect.lines, effect.net_fen) == (1, 500)
    assert (line("closed").refunded_fen, Correction.objects.count()) == (800, 0)


def test_what_was_seen_is_what_happens(desk):
    correct(desk, feng_team="100", refunded="3")
    assert (line("closed").refunded_fen, paid("team")["feng-team"]) == (300, 400 + 800)
    assert differences() == []


def test_the_correction_is_recorded_in_words(desk, clerk):
    correct(desk, refunded="3")
    change = RecordedChange.objects.get()
    assert (change.table, change.by, change.reason, change.lines) == ("lines", clerk, "平台漏记", 1)
    assert change.rows == [{"what": "changed", "name": "closed", "fields": {"refunded (yuan)": ["8.00", "3.00"]}}]


def test_figures_that_moved_meanwhile_are_shown_again(desk):
    preview = desk.post(address(), given(refunded="3"))
    bring_rows(row("douyin", "closed", order="88004", amount="9.00", status="已关闭"), at="2026-06-11 08:00:00")
    answer = desk.post(address(), given(refunded="3") | {"expected": preview.context["effect"].fingerprint})
    assert (answer.context["is_otherwise"], Correction.objects.count()) == (True, 0)


@pytest.mark.parametrize(
    "said",
    [
        {}, {"feng_team": "60"}, {"feng_team": "101"}, {"feng_team": "x"}, {"feng_team": "60", "fourteen": "50"},
        {"refunded": "8.01"}, {"refunded": "-1"}, {"refunded": "drei"}, {"sku": "999999"},
        {"refunded": "1", "reason": ""},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_and_changes_nothing(desk, said):
    answer = desk.post(address(), given(**said) | {"expected": "x"})
    assert answer.context["form"].errors and not Correction.objects.exists()


def test_a_sku_of_another_township_is_not_taken(desk):
    product = Product.objects.create(slug="nut", name="核桃", category="fruit", township=another_township())
    sku = Sku.objects.create(code="N", product=product, name="核桃", net_weight_g=500)
    assert desk.post(address(), given(sku=sku.pk)).context["form"].errors["sku"]


def test_a_line_never_paid_has_no_refund_to_correct(desk):
    assert "refunded" not in desk.get(address("unpaid")).context["form"].fields


def test_going_back_keeps_what_was_typed(desk):
    answer = desk.post(address(), given(refunded="3", change="1"))
    assert answer.context["effect"] is None and 'value="3"' in answer.content.decode()


def test_the_line_tells_who_corrected_it_and_what_the_files_say(desk):
    correct(desk, feng_team="100")
    page = desk.get(reverse("sales:line", args=[line("closed").pk]))
    reason = next(each for each in page.context["reasons"] if each["is_by_hand"])
    assert all(word in reason["why"] for word in ("clerk", "平台漏记", "十四小只"))
    assert [each.state for each in page.context["corrections"]] == ["in_force"]


def test_corrected_lines_are_marked_in_the_list(desk):
    correct(desk, refunded="3")
    shown = desk.get(reverse("sales:lines"), {"period": "all"}).context["lines"]
    assert [each.line.key for each in shown if each.is_corrected] == ["closed"]


def test_undoing_is_seen_done_and_recorded(desk):
    correct(desk, refunded="3")
    undo = reverse("sales:undo_correction", args=[Correction.objects.get().pk])
    effect = desk.get(undo).context["effect"]
    assert (effect.net_fen, line("closed").refunded_fen) == (0, 300)
    desk.post(undo, {"expected": effect.fingerprint})
    assert (line("closed").refunded_fen, RecordedChange.objects.count(), differences()) == (800, 2, [])


def test_undoing_twice_is_told(desk):
    correct(desk, refunded="3")
    undo = reverse("sales:undo_correction", args=[Correction.objects.get().pk])
    expected = desk.get(undo).context["effect"].fingerprint
    desk.post(undo, {"expected": expected})
    assert desk.post(undo, {"expected": expected}).context["problem"]
    assert RecordedChange.objects.count() == 2


def test_whoever_only_reads_may_not_correct(client, desk):
    client.force_login(reader_of(Township.objects.get(slug="anyu"), "reader"))
    page = client.get(reverse("sales:line", args=[line("closed").pk]))
    assert not page.context["may_correct"]
    assert client.get(address()).status_code in (302, 403)


def test_another_township_finds_neither_line_nor_correction(desk, client, outsider):
    correct(desk, refunded="3")
    undo = reverse("sales:undo_correction", args=[Correction.objects.get().pk])
    client.force_login(outsider)
    assert {client.get(address()).status_code, client.get(undo).status_code, client.post(undo).status_code} == {404}


def test_a_county_reader_who_works_elsewhere_may_not_correct_what_she_reads(client, outsider):
    outsider.county = "绛县"
    outsider.save()
    client.force_login(outsider)
    assert client.get(reverse("sales:line", args=[line("closed").pk])).status_code == 200
    assert client.get(address()).status_code == 404


def test_a_member_of_a_team_is_turned_away(client):
    client.force_login(member_of(Team.objects.get(slug="fourteen"), "member"))
    assert client.get(address()).status_code in (302, 403)


def test_no_script_is_needed_and_every_field_has_its_name(desk):
    page = desk.get(address()).content.decode()
    assert len(re.findall(r'name="team_\d+"', page)) == 3
