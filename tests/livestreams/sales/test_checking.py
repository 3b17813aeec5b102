"""`check_totals` finds whatever is off by a fen."""

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from livestreams.sales.models import DailyTotal, Line, MonthlyTotal, ShareSet, SightingChunk
from livestreams.sessions.models import SessionShare
from products.models import OriginPart
from tests.livestreams.sales.builders import bring_rows, differences, row

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def brought(world):
    bring_rows(row("douyin", "1", placed="2026-05-30 21:00:00"), row("douyin", "2", amount="7.77"))


def test_an_honest_database_agrees(capsys):
    call_command("check_totals")
    assert "2" in capsys.readouterr().out


@pytest.mark.parametrize("model", [Line, DailyTotal, MonthlyTotal])
@pytest.mark.parametrize("column", ["paid_fen", "refunded_fen", "weight_g", "items"])
def test_one_unit_too_many_is_found(model, column):
    chosen = model.objects.order_by("pk")[:1]
    model.objects.filter(pk__in=[each.pk for each in chosen]).update(**{column: F(column) + 1})
    with pytest.raises(CommandError, match="should be") as refused:
        call_command("check_totals")
    assert refused.value.returncode == 1


@pytest.mark.parametrize("model", [Line, DailyTotal, MonthlyTotal])
def test_a_lost_row_is_found(model):
    model.objects.filter(pk=model.objects.order_by("pk").first().pk).delete()
    assert differences()


def test_a_line_of_no_file_is_found():
    found = Line.objects.first()
    found.pk, found.key = None, "invented"
    found.save()
    assert differences()


def test_a_total_of_no_line_is_found():
    found = DailyTotal.objects.first()
    found.pk, found.team = None, None
    found.save()
    assert differences()


def test_a_line_credited_to_another_account_is_found():
    Line.objects.filter(key="2").update(account=None)
    assert differences()


@pytest.mark.parametrize("part", [SessionShare, OriginPart])
def test_shares_that_do_not_sum_to_100_are_found(part):
    part.objects.filter(pk=part.objects.first().pk).update(percent=F("percent") - 1)
    assert any("do not sum to 100" in each for each in differences())


def test_a_split_that_was_tampered_with_is_found():
    ShareSet.objects.filter(shares="feng-team:40;fourteen:60").update(shares="feng-team:60;fourteen:40")
    assert differences()


def test_sightings_that_are_lost_are_found():
    SightingChunk.objects.all().delete()
    assert differences()
