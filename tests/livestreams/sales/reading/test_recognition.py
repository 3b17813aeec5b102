"""Files are recognised by their headers alone."""

import pytest

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.reading.headers import best_header, normalised
from livestreams.sales.reading.other_reports import SIGNATURES, other_report


@pytest.mark.parametrize(
    "spelling",
    [
        " 商品编码（平台） ",
        "\ufeff商品编码(平台)",
        '"商品编码(平台)"',
        '="商品编码(平台)"',
        "商品 编码（ 平台）",
        "商品\n编码(平台)",
    ],
)
def test_headers_are_compared_without_what_people_do_to_them(spelling):
    assert normalised(spelling) == "商品编码(平台)"


def test_old_and_new_character_for_account_are_one():
    assert normalised("动帐流水号") == normalised("动账流水号")


@pytest.mark.parametrize("platform", LAYOUTS)
def test_a_layout_is_found_by_all_its_columns(platform):
    layout = LAYOUTS[platform]
    header = best_header([(1, ["这是标题"]), (2, list(reversed(layout.kept)))], True)
    assert (header.layout, header.row, header.missing) == (layout, 2, [])


def test_the_name_and_the_position_of_columns_do_not_matter(read, as_csv, douyin):
    table = [list(reversed(row)) for row in douyin({})]
    assert read(as_csv(table), "快手订单.xls").platform == "douyin"


def test_lines_above_the_header_are_passed_over(read, as_csv, douyin):
    found = read(as_csv([["店铺订单"], [], *douyin({})]))
    assert [row for row, _, _ in found.lines] == [4]


def test_of_repeated_headers_the_first_counts(read, as_csv, douyin):
    table = douyin({})
    table[0].append("订单应付金额")
    table[1].append("99.99")
    assert read(as_csv(table)).values("订单应付金额") == [5259]


def test_other_spellings_are_understood(read, as_csv):
    header = ["子订单编号", "主订单编号", "宝贝标题", "购买数量", "订单状态", "买家实付金额", "退款金额", "退款状态"]
    row = ["1234567890", "1234567891", "樱桃", "1", "交易成功", "10.00", "无退款申请", "没有申请退款"]
    found = read(as_csv([[*header, "订单付款时间"], [*row, "2026-05-31 09:42:36"]]))
    assert (found.values("买家实际支付金额"), found.values("标题")) == ([1000], ["樱桃"])


def test_a_net_amount_stands_in_only_with_the_refund(refuse, as_csv):
    header = ["子订单编号", "主订单编号", "购买数量", "订单状态", "买家实付金额", "订单付款时间"]
    refused = refuse(as_csv([header, ["1", "2", "1", "交易成功", "10", "2026-05-31"]]))
    assert refused.params["columns"] == "买家应付货款 / 买家实际支付金额+退款金额"


@pytest.mark.parametrize("column", ["子订单编号", "支付完成时间", "订单应付金额", "商品数量", "达人ID"])
def test_each_required_column_is_asked_for(refuse, as_csv, douyin, column):
    refused = refuse(as_csv(douyin({column: ...})))
    assert (refused.code, refused.params["columns"]) == ("missing_columns", column)


def test_the_shipping_time_alone_is_no_payment_time(refuse, as_csv, douyin):
    refused = refuse(as_csv(douyin({"支付完成时间": ..., "订单提交时间": ..., "发货时间": "2026-05-31 10:00:00"})))
    assert refused.code == "missing_columns"


@pytest.mark.parametrize("signature", SIGNATURES, ids=lambda found: f"{found.platform}-{'-'.join(found.headers)}")
def test_another_export_is_named_with_the_one_to_choose(signature):
    refused = other_report([(1, [*signature.headers, "备注"])])
    assert refused.code == signature.code
    assert refused.params["export"] == LAYOUTS[signature.platform].export


@pytest.mark.parametrize(
    ("headers", "code", "platform"),
    [
        ("售后单号,订单号,商品单号,商品ID,应付金额（元）,售后状态", "other_report", "Douyin Shop"),
        ("动账时间,动帐流水号,动账方向,动账金额,动账场景,子订单号,订单号,商品ID,达人ID", "other_report", "Douyin Shop"),
        ("商家ID,订单号,商品ID,商品数量,订单创建时间,实际结算金额(元),实际结算时间", "other_report", "Kuaishou Shop"),
        ("流水单号,记账时间,动帐类型,收支类型,关联订单号", "other_report", "WeChat Shop"),
        ("支付时间,订单ID,订单状态,规格名称,规格ID,达人ID,推广渠道", "other_report", "Xiaohongshu"),
        ("订单号,销售渠道,归属店铺,订单类型,订单状态,订单创建时间", "other_report", "Offline"),
        ("跟团号,订单号,子订单号,团购标题,商品名称,数量", "other_report", "Offline"),
        ("订单编号,支付单号,买家应付货款,总金额,订单创建时间,宝贝总数量", "order_dimension", "Taobao / Tmall"),
    ],
)  # fmt: skip
def test_real_headers_of_other_exports_are_named(refuse, as_csv, headers, code, platform):
    refused = refuse(as_csv([headers.split(","), ["1"] * 5]))
    assert (refused.code, refused.params["platform"]) == (code, platform)
