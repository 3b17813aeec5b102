"""A list of livestreams is known by its headers; its figures are read exactly, all else is dropped."""

import datetime
from io import BytesIO

import pytest

from livestreams.sales.reading.refusal import Refused
from livestreams.sales.session_lists.columns import FIGURES, PLACES, SPELLINGS
from livestreams.sales.session_lists.reading import OWN_SENTENCES, ListRow, read_list, sentence_of
from livestreams.sessions.models.figures import FIELDS
from tests.livestreams.sales.session_lists.files import COMPASS, HISTORY, NAME, history, livestream, table, workbook


def read(content: bytes, name: str = NAME):
    return read_list(BytesIO(content), name)


def only(content: bytes, name: str = NAME) -> ListRow:
    [row] = read(content, name).rows
    return row


def refusal(content: bytes, name: str = NAME) -> str:
    with pytest.raises(Refused) as refused:
        read(content, name)
    return refused.value.code


def clock(moment: datetime.datetime) -> str:
    return moment.isoformat(" ", "seconds")


def test_every_kept_column_is_a_figure_of_ours():
    assert set(FIGURES) <= set(FIELDS) and not set(PLACES) & set(FIELDS)


def test_the_compass_has_55_columns():
    assert len(COMPASS) == len(set(COMPASS)) == 55


def test_no_name_stands_for_two_fields():
    assert len(SPELLINGS) == sum(map(len, (PLACES | FIGURES).values()))


def test_account_and_times_of_the_compass():
    row = only(workbook(livestream()))
    assert (row.account_id, clock(row.start), clock(row.end)) == (
        "9001", "2026-05-31 20:03:10+08:00", "2026-05-31 22:31:00+08:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("views", 1500), ("viewers_uv", 1020), ("paid_fen", 328_050), ("duration_s", 8870), ("avg_watch_s", 90),
        ("acu", 12), ("comments", None), ("refund_fen", None),
    ],
)  # fmt: skip
def test_figures_of_the_compass(field, value):
    assert only(workbook(livestream())).values[field] == value


@pytest.mark.parametrize("field", ["views", "paid_fen", "duration_s", "avg_watch_s"])
def test_history_of_buyin_gives_the_same(field):
    told = only(workbook(history(), columns=HISTORY), "历史直播.xlsx").values[field]
    assert told == only(workbook(livestream())).values[field]


def test_without_an_end_it_is_the_start_and_the_length():
    row = only(workbook(history(), columns=HISTORY))
    assert (clock(row.start), clock(row.end), row.is_coarse) == (
        "2026-05-31 20:03:00+08:00", "2026-05-31 22:30:50+08:00", True,
    )  # fmt: skip


def test_a_shorter_version_with_other_names_below_a_title():
    columns = ["账号ID", "开播时间", "结束时间", "观看次数", "成交金额"]
    row = {"账号ID": "9001", "开播时间": "2026-05-31 20:03:10", "结束时间": "2026-05-31 22:31:00", "观看次数": 1500.0}
    read_row = only(workbook(row, columns=columns, above=("直播间列表", "2026-05-31 至 2026-05-31")))
    assert (read_row.account_id, read_row.values) == ("9001", {"views": 1500, "paid_fen": None})


def test_rates_and_other_columns_are_dropped():
    row = only(workbook(livestream(主播头像="https://example.invalid/a.png")))
    assert "0.0421" not in str(row) and "example.invalid" not in str(row)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_csv_in_any_encoding(encoding):
    assert only(table(livestream(), encoding=encoding), "list.csv").values["views"] == 1500


def test_times_that_a_workbook_holds_as_times():
    row = livestream(直播开始时间=datetime.datetime(2026, 5, 31, 20, 3, 10))
    assert clock(only(workbook(row)).start) == "2026-05-31 20:03:10+08:00"


def test_a_session_past_midnight():
    row = only(workbook(livestream(直播开始时间="2026/09/07 08:55:37", 直播结束时间="2026/09/08 00:55:37")))
    assert row.end - row.start == datetime.timedelta(hours=16)


def test_totals_and_blank_rows_are_no_livestreams():
    assert len(read(workbook(livestream(), {"主播昵称": "合计", "直播间观看次数": "1"}, {})).rows) == 1


def test_of_when_the_list_is_by_its_name():
    assert clock(read(workbook(livestream())).as_of) == "2026-06-02 09:00:00+08:00"


def test_of_when_the_list_is_by_its_latest_time_and_never_by_the_present():
    assert clock(read(workbook(livestream()), "list.xlsx").as_of) == "2026-05-31 22:31:00+08:00"


def test_a_row_that_cannot_be_read_is_told_and_left_out():
    found = read(workbook(livestream(直播间观看次数="很多13800000000"), livestream()))
    assert (len(found.rows), [(bad.row, bad.column) for bad in found.bad]) == (1, [(2, "直播间观看次数")])
    assert "13800000000" not in found.bad[0].value


def test_a_row_without_a_start_is_told():
    assert read(workbook(livestream(直播开始时间="-"))).bad[0].column == "直播开始时间"


def test_an_account_that_a_spreadsheet_damaged_refuses_the_list():
    assert refusal(workbook(livestream(主播抖音号="5.76614E+14"))) == "damaged_ids"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "not_a_table"),
        (b"PK\x03\x04 broken", "cut_off"),
        ("订单编号,商品\n1,2\n".encode(), "unknown_layout"),
    ],
)
def test_what_is_no_list_is_refused(content, code):
    assert refusal(content) == code


def test_a_list_without_livestreams_is_refused():
    assert refusal(workbook()) == "no_rows"


def test_a_list_that_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr("livestreams.sales.session_lists.reading.MOST_ROWS", 2)
    assert refusal(workbook(*[livestream()] * 3)) == "too_many_rows"


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("livestreams.sales.session_lists.opening.MOST_UNPACKED", 1000)
    assert refusal(workbook(livestream())) == "too_large"


def test_a_zip_around_it_is_not_opened():
    from zipfile import ZipFile

    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("list.xlsx", workbook(livestream()))
    assert refusal(target.getvalue()) == "zipped"


@pytest.mark.parametrize("code", ["empty", "unknown_layout", "too_many_rows", "zipped", "damaged_ids"])
def test_every_refusal_has_its_sentence(code):
    assert len(sentence_of(Refused(code))) > 20 and set(OWN_SENTENCES) >= {"unknown_layout", "zipped"}
