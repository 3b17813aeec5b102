"""Which rows are read, skipped, or bad."""

import pytest


def bad_of(refused):
    return [(bad.row, bad.column, bad.reason) for bad in refused.bad]


@pytest.mark.parametrize(
    ("change", "column", "reason"),
    [
        ({"订单应付金额": "十二元"}, "订单应付金额", "number"),
        ({"订单应付金额": "12.345"}, "订单应付金额", "decimals"),
        ({"订单应付金额": "-1"}, "订单应付金额", "negative"),
        ({"商品数量": "1.5"}, "商品数量", "whole"),
        ({"商品数量": "-1"}, "商品数量", "negative"),
        ({"订单提交时间": "2026-02-30 10:00:00"}, "订单提交时间", "day"),
        ({"支付完成时间": "昨天"}, "支付完成时间", "time"),
        ({"订单应付金额": "-"}, "订单应付金额", "missing"),
        ({"商品数量": ""}, "商品数量", "missing"),
        ({"子订单编号": "\t-"}, "子订单编号", "missing"),
    ],
)
def test_a_bad_value_is_told_with_row_column_and_reason(refuse, as_csv, douyin, change, column, reason):
    refused = refuse(as_csv(douyin({}, change)))
    assert refused.code == "bad_rows"
    assert bad_of(refused) == [(3, column, reason)]


def test_an_unpaid_row_may_lack_its_amount(read, as_csv, douyin):
    found = read(as_csv(douyin({"支付完成时间": "-", "订单应付金额": "-", "商品数量": "-"})))
    assert found.values("订单应付金额") == [None]


def test_a_bad_row_keeps_its_cells_with_the_bad_one_masked(refuse, as_csv, douyin):
    [bad] = refuse(as_csv(douyin({"订单应付金额": "找13800138000"}))).bad
    assert bad.value == "找*******"
    assert "找*******" in bad.cells
    assert "\t69170000000000000001" in bad.cells


def test_bad_rows_are_counted_beyond_those_that_are_kept(refuse, as_csv, douyin):
    refused = refuse(as_csv(douyin(*[{"商品数量": "两"}] * 1100)))
    assert refused.params == {"count": 1100}
    assert len(refused.bad) == 1000


def test_the_good_rows_can_be_taken_alone(read, as_csv, douyin):
    found = read(as_csv(douyin({}, {"商品数量": "两"}, {})), skip_bad=True)
    assert [row for row, _, _ in found.lines] == [2, 4]
    assert (found.summary.rows, found.summary.bad_count) == (3, 1)


def test_a_row_with_more_cells_than_headers_is_shifted(refuse, as_csv, douyin):
    table = douyin({}, {})
    table[2].insert(2, "王五")
    refused = refuse(as_csv(table))
    assert bad_of(refused) == [(3, "", "shifted")]
    assert refused.bad[0].cells == []


def test_blank_cells_beyond_the_headers_do_not_matter(read, as_csv, douyin):
    table = douyin({}, {})
    table[2] += ["", "\t"]
    assert len(read(as_csv(table)).lines) == 2


@pytest.mark.parametrize("word", ["合计", "总计:", "\t汇总", "合计 2 单"])
@pytest.mark.parametrize("blank", [0, 1])
def test_rows_of_totals_are_skipped(read, as_csv, douyin, word, blank):
    table = douyin({})
    table.append([""] * blank + [word, "6.9E+18", "105.18"])
    found = read(as_csv(table) + b"\r\n")
    assert (len(found.lines), found.summary.rows) == (1, 1)


def test_blank_rows_are_skipped_and_counted_as_rows_of_the_sheet(read, as_csv, douyin):
    header, first, second = douyin({}, {})
    found = read(as_csv([header, [], first, ["-", "", "\t"], second]))
    assert [row for row, _, _ in found.lines] == [3, 5]


def test_a_row_that_explains_the_columns_is_skipped(read, as_csv, douyin):
    header, first = douyin({})
    found = read(as_csv([header, ["说明" if cell else "" for cell in first], first]))
    assert [row for row, _, _ in found.lines] == [3]


def test_only_the_row_under_the_header_can_explain(refuse, as_csv, douyin):
    header, first = douyin({})
    refused = refuse(as_csv([header, first, ["说明"] * len(header)]))
    assert bad_of(refused) == [(3, "订单提交时间", "time")]


def test_a_bad_first_row_is_not_taken_for_an_explanation(refuse, as_csv, douyin):
    assert bad_of(refuse(as_csv(douyin({"子订单编号": "-"})))) == [(2, "子订单编号", "missing")]


def test_values_stand_in_the_order_of_the_columns(read, as_csv, douyin):
    found = read(as_csv(douyin({})))
    assert dict(zip(found.columns, found.lines[0][2], strict=True)) == {
        "子订单编号": "69170000000000000001",
        "主订单编号": "69170000000000000001",
        "订单提交时间": "2026-05-31 09:42:36",
        "支付完成时间": "2026-05-31 09:44:42",
        "订单应付金额": 5259,
        "商品数量": 2,
        "订单状态": "已完成",
        "售后状态": None,
        "达人ID": "520119501436697",
        "流量体裁": "直播",
        "商家编码": "AY-YT-3J",
        "商品ID": "8766914763797192749",
        "商品规格": "默认",
        "选购商品": "大樱桃3斤装",
        "省": "山西省",
    }


def test_short_rows_read_as_blank_at_their_end(read, as_csv, douyin):
    header, first, second = douyin({}, {})
    found = read(as_csv([header, first, second[: header.index("流量体裁")]]))
    assert found.values("流量体裁") == ["直播", None]


def test_streamer_zero_is_nobody(read, as_csv, douyin):
    assert read(as_csv(douyin({"达人ID": "\t0"}))).values("达人ID") == [None]


def test_a_day_in_its_own_column_is_put_before_the_time(read, as_csv, douyin):
    found = read(as_csv(douyin({"订单提交日期": "2026/5/31", "订单提交时间": "9:42:36"})))
    assert found.values("订单提交时间") == ["2026-05-31 09:42:36"]


def test_a_time_without_any_day_is_bad(refuse, as_csv, douyin):
    refused = refuse(as_csv(douyin({"订单提交日期": "-", "订单提交时间": "9:42:36"})))
    assert bad_of(refused) == [(2, "订单提交时间", "time")]


@pytest.mark.parametrize("damaged", ["6.91793E+18", "\t6.91793E+18"])
@pytest.mark.parametrize("column", ["子订单编号", "主订单编号", "商品ID", "达人ID"])
def test_damaged_ids_refuse_the_file(refuse, as_csv, douyin, column, damaged):
    refused = refuse(as_csv(douyin({}, {column: damaged})))
    assert (refused.code, refused.params) == ("damaged_ids", {"column": column})


def test_ids_that_mostly_end_in_zeros_are_damaged(refuse, as_csv, douyin):
    rounded = [{"子订单编号": f"69170000000{number:05d}000"} for number in range(3)]
    assert refuse(as_csv(douyin({}, *rounded))).code == "damaged_ids"


def test_one_id_may_end_in_zeros(read, as_csv, douyin):
    assert len(read(as_csv(douyin({"子订单编号": "6917000000012345000"}))).lines) == 1


@pytest.mark.parametrize("separator", [";", "；", ",", "\n"])
def test_several_items_in_one_cell_refuse_the_file(refuse, as_csv, douyin, separator):
    refused = refuse(as_csv(douyin({"子订单编号": f"\t6917000000012345678{separator}6917000000012345679"})))
    assert refused.code == "order_dimension"


def test_unknown_words_are_counted_and_masked(read, as_csv, douyin):
    found = read(
        as_csv(
            douyin(
                {"售后状态": "新词，退款成功"},
                {"售后状态": "新词"},
                {"售后状态": "见13800138000"},
                {"订单状态": "已关闭"},
            )
        )
    )
    assert found.summary.unknown_words == {"新词": 2, "见*******": 1}


def test_chunks_are_of_some_two_thousand_rows(read, as_csv, douyin):
    found = read(as_csv(douyin(*[{}] * 4100)))
    assert found.chunk_sizes == [2000, 2000, 100]


def test_the_streamers_column_is_not_asked_for_without_streamers(read, refuse, as_csv, douyin):
    content = as_csv(douyin({"达人ID": ...}))
    assert refuse(content).params["columns"] == "达人ID"
    assert len(read(content, streamers=False).lines) == 1


class TestExportedAt:
    TIMES = {"订单完成时间": "2026-06-02 10:00:00"}

    def test_what_was_said_counts_first(self, read, as_csv, douyin):
        found = read(as_csv(douyin(self.TIMES)), "1791430000_a.csv", exported_at="2026-06-09 08:00:00")
        assert found.summary.exported_at == "2026-06-09 08:00:00"

    def test_then_the_name(self, read, as_csv, douyin):
        found = read(as_csv(douyin(self.TIMES)), "1791430000_a.csv")
        assert found.summary.exported_at == "2026-10-08 11:26:40"

    def test_then_the_latest_time_in_the_file_even_of_a_column_not_kept(self, read, as_csv, douyin):
        found = read(as_csv(douyin(self.TIMES, {"订单完成时间": "不详"})), "a.csv")
        assert found.summary.exported_at == "2026-06-02 10:00:00"
        assert "订单完成时间" not in found.columns
