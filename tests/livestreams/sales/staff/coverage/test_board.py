"""What the board says of a shop's days, by files really imported."""

import datetime

import pytest

from livestreams.sales.models import OrderImport
from livestreams.sales.staff.coverage.board import Stretch, stretches
from livestreams.sales.undoing import redo_import, undo_import
from livestreams.teams.models import Ownership, ShopOperator
from tests.livestreams.sales.builders import bring_rows, row
from tests.livestreams.sales.staff.coverage.conftest import bring, day
from tests.people import leader_of, operator_of

LIVE_TOMORROW = "数据将于第二天更新"


def states(board, shop) -> str:
    """One letter a day: In, Partial, Missing, Updated next day (provisional), - not asked for."""
    letters = {"in": "I", "partial": "P", "missing": "M", "provisional": "U", "none": "-"}
    return "".join(letters[cell.state] for cell in row_for(board, shop).cells)


def row_for(board, shop):
    return next(row for row in board.rows if row.shop == shop)


def test_a_file_tells_of_its_first_day_up_to_the_day_before_its_export(look, shop):
    bring(3, "06 09:00")
    assert states(look(), shop) == "--IIIPMMM-"


def test_a_newer_file_completes_the_day_of_the_older_one(look, shop):
    bring(3, "06 09:00")
    bring(6, "10 08:00")
    assert states(look(), shop) == "--IIIIIIIP"


def test_a_gap_between_two_files_is_seen(look, shop):
    bring(1, "03 09:00")
    bring(6, "10 08:00")
    assert states(look(), shop) == "IIPMMIIIIP"


def test_nothing_is_asked_for_today(look, shop):
    bring(1, "10 08:00")
    board = look()
    assert states(board, shop)[-1] == "P"
    assert row_for(board, shop).asked == []


def test_a_provisional_day_is_asked_for_once_the_platform_must_have_settled_it(look, shop):
    bring(5, "06 09:00", mark=LIVE_TOMORROW)
    bring(9, "10 07:00", mark=LIVE_TOMORROW)
    board = look()
    assert states(board, shop) == "----UPMMUP"
    assert row_for(board, shop).asked == [Stretch(day(5), day(8))]


def test_the_file_of_the_next_day_settles_it(look, shop):
    bring(5, "06 09:00", mark=LIVE_TOMORROW)
    bring_rows(row("douyin", "douyin--5-06 09:00", mark="短视频", paid="2026-11-05 12:00:00"), at="2026-11-10 08:00:00")
    assert states(look(), shop) == "----IIIIIP"


def test_a_shop_without_any_file_is_missing_since_it_was_first_owned(look, shop):
    Ownership.objects.filter(account=shop).update(valid_from=day(4))
    assert states(look(), shop) == "---MMMMMM-"


def test_a_shop_owned_since_ever_without_any_file_is_missing_throughout(look, shop):
    assert states(look(), shop) == "MMMMMMMMM-"


def test_a_shop_given_up_is_not_asked_any_more(look, shop):
    Ownership.objects.filter(account=shop).update(valid_to=day(4))
    assert states(look(), shop) == "MMM-------"


def test_an_undone_file_tells_of_nothing_and_taken_back_of_all(look, shop):
    brought = bring(3, "10 09:00")
    undo_import(brought)
    assert states(look(), shop) == "MMMMMMMMM-"
    redo_import(brought)
    assert states(look(), shop) == "--IIIIIIIP"


def test_a_file_from_before_first_days_were_kept_reaches_to_the_first_line(look, shop):
    bring(3, "10 09:00")
    OrderImport.objects.update(first_day=None)
    assert states(look(), shop) == "--IIIIIIIP"


def test_an_old_file_marks_where_the_shop_begins(look, shop):
    bring_rows(row("douyin", "old", paid="2026-10-01 12:00:00"), at="2026-10-05 08:00:00")
    assert states(look(), shop) == "MMMMMMMMM-"


def test_each_shop_stands_for_itself(look, shop):
    bring(3, "10 09:00", account="1002")
    assert states(look(), shop) == "MMMMMMMMM-"


def test_the_days_net_stands_in_the_cell(look, shop):
    bring(3, "10 09:00", amount="12.34")
    bring_rows(
        row("douyin", "back", amount="2.00", paid="2026-11-03 13:00:00", after="退款成功"), at="2026-11-10 09:00:00"
    )
    cells = row_for(look(), shop).cells
    assert (cells[2].net_fen, cells[3].net_fen) == (1234, None)


def test_another_township_sees_no_shop_of_ours(look, outsider):
    assert look(outsider).rows == []


def test_the_operator_is_asked_before_the_leader(look, shop, team):
    leader_of(team, "leader")
    assert row_for(look(), shop).people == ["leader"]
    operator_of(shop, "operator")
    assert row_for(look(), shop).people == ["operator"]


def test_who_keeps_the_shop_no_more_is_not_asked(look, shop):
    operator_of(shop, "operator")
    ShopOperator.objects.update(valid_to=day(10))
    assert (row_for(look(), shop).people, row_for(look(), shop).teams) == ([], ["十四小只"])


@pytest.mark.parametrize(
    ("days", "together"),
    [([], []), ([1], [(1, 1)]), ([1, 2, 3], [(1, 3)]), ([1, 3, 4, 7], [(1, 1), (3, 4), (7, 7)])],
)
def test_days_in_a_row_are_one_stretch(days, together):
    assert stretches(map(day, days)) == [Stretch(day(first), day(last)) for first, last in together]


def test_stretches_run_over_the_end_of_a_month():
    days = [datetime.date(2026, 10, 31), datetime.date(2026, 11, 1)]
    assert stretches(days) == [Stretch(*days)]


def test_the_board_is_five_queries(look, shop, django_assert_num_queries):
    bring(3, "06 09:00")
    OrderImport.objects.update(first_day=None)
    bring(4, "07 09:00")
    with django_assert_num_queries(5):
        look()
