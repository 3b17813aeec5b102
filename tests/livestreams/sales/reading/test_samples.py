"""Every sample file is read, or refused for its reason."""

import pytest

SAMPLES = {
    "douyin-73.csv": ("douyin", 194),
    "douyin-75.csv": ("douyin", 106),
    "taobao-18.csv": ("taobao", 98),
    "kuaishou-64.xlsx": ("kuaishou", 120),
    "快手订单导出-k7m2q9.xlsx": ("kuaishou", 120),
    "wechat-64.xlsx": ("wechat", 148),
    "pinduoduo-27.xlsx": ("pinduoduo", 80),
    "xiaohongshu-72.xlsx": ("xiaohongshu", 60),
}
REFUSED = {
    "bad-rows.csv": "bad_rows",
    "cut-off.xlsx": "cut_off",
    "empty.csv": "empty",
    "headers-only.csv": "no_rows",
    "mangled-ids.csv": "damaged_ids",
    "no-id-column.csv": "missing_columns",
    "order-dimension.csv": "order_dimension",
    "picture.xlsx": "not_a_table",
    "someone-elses-table.csv": "unknown_layout",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_whole(samples, read, name):
    found = read((samples / name).read_bytes(), name)
    assert (found.platform, len(found.lines)) == SAMPLES[name]
    assert (found.summary.rows, found.summary.bad_count, found.summary.unknown_words) == (len(found.lines), 0, {})


@pytest.mark.parametrize("name", SAMPLES)
def test_keys_of_a_sample_are_unique_and_rows_counted_from_two(samples, read, name):
    found = read((samples / name).read_bytes(), name)
    assert [row for row, _, _ in found.lines] == list(range(2, len(found.lines) + 2))
    assert all(found.keys)


@pytest.mark.parametrize("name", REFUSED)
def test_a_sample_to_refuse_is_refused(samples, refuse, name):
    assert refuse((samples / "refuse" / name).read_bytes(), name).code == REFUSED[name]


def test_all_samples_are_tested(samples):
    assert {path.name for path in samples.glob("*.*") if path.suffix in (".csv", ".xlsx")} == set(SAMPLES)
    assert {path.name for path in (samples / "refuse").iterdir()} == set(REFUSED)


def test_the_locked_workbook_holds_the_same_as_the_open_one(samples, read):
    opened = read((samples / "kuaishou-64.xlsx").read_bytes(), "kuaishou-64.xlsx")
    locked = read((samples / "快手订单导出-k7m2q9.xlsx").read_bytes(), "快手订单导出-k7m2q9 (1).xlsx")
    assert locked.lines == opened.lines


def test_bad_rows_are_told_and_the_good_ones_can_be_taken(samples, read, refuse):
    content = (samples / "refuse" / "bad-rows.csv").read_bytes()
    refused, taken = refuse(content), read(content, skip_bad=True)
    assert [(bad.row, bad.column, bad.value, bad.reason) for bad in refused.bad] == [
        (3, "订单应付金额", "十二元", "number"),
        (7, "订单应付金额", "十二元", "number"),
    ]
    assert taken.summary.bad == refused.bad
    assert (len(taken.lines), taken.summary.rows) == (17, 19)


def test_the_missing_column_is_named(samples, refuse):
    refused = refuse((samples / "refuse" / "no-id-column.csv").read_bytes())
    assert "子订单编号" in str(refused)
    assert refused.params == {"platform": "Douyin Shop", "columns": "子订单编号"}


def test_the_export_to_choose_is_named(samples, refuse):
    assert "product dimension" in str(refuse((samples / "refuse" / "order-dimension.csv").read_bytes()))
