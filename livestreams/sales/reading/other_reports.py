"""Other exports that people hand in by mistake: the headers that tell them (order-exports.md, sections 2 to 9).

A platform "offline" says that the site cannot read that shop at all, and our own template stands in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.msgids import gettext_noop
from livestreams.sales.reading.headers import normalised
from livestreams.sales.reading.refusal import Refused


@dataclass(frozen=True)
class Signature:
    """Headers that must all be there, and one that must not."""

    report: str
    platform: str
    headers: tuple[str, ...]
    without: str = ""
    code: str = "other_report"

    def fits(self, names: set[str]) -> bool:
        return names.issuperset(map(normalised, self.headers)) and normalised(self.without or "\0") not in names


AFTER_SALE = gettext_noop("after-sale list")
SETTLEMENT = gettext_noop("settlement")
FUND_FLOW = gettext_noop("fund flow")
INSURANCE = gettext_noop("freight insurance list")
ALLIANCE = gettext_noop("list of affiliate orders")
SESSIONS = gettext_noop("list of livestreams")
ORDERS = gettext_noop("order list without its items")
YOUZAN = gettext_noop("Youzan export")
KUAITUANTUAN = gettext_noop("Kuaituantuan export")
WEIDIAN = gettext_noop("Weidian export")
JINGDONG = gettext_noop("JD export")

SIGNATURES = (
    Signature(ORDERS, "taobao", ("订单编号", "买家应付货款"), "子订单编号", "order_dimension"),
    Signature(ORDERS, "taobao", ("订单编号", "宝贝总数量"), "子订单编号", "order_dimension"),
    Signature(ORDERS, "taobao", ("订单编号", "标题", "购买数量"), "子订单编号", "order_dimension"),
    Signature(AFTER_SALE, "douyin", ("售后单号", "商品单号")),
    Signature(SETTLEMENT, "douyin", ("结算时间", "子订单号", "结算单类型")),
    Signature(FUND_FLOW, "douyin", ("动账流水号", "动账场景")),
    Signature(INSURANCE, "douyin", ("投保单号", "承保保司")),
    Signature(ALLIANCE, "douyin", ("订单id", "作者账号", "佣金率")),
    Signature(ALLIANCE, "douyin", ("订单id", "预估佣金支出", "商品id")),
    Signature(ALLIANCE, "douyin", ("订单id", "预估服务费收入")),
    Signature(SESSIONS, "douyin", ("直播开始时间", "直播间成交金额"), code="session_list"),
    Signature(SESSIONS, "douyin", ("直播标题", "开播时间"), code="session_list"),
    Signature(SESSIONS, "douyin", ("主播昵称", "直播开始时间"), code="session_list"),
    Signature(SETTLEMENT, "kuaishou", ("实际结算金额(元)", "实际结算时间")),
    Signature(FUND_FLOW, "kuaishou", ("账务流水号", "账务方向")),
    Signature(INSURANCE, "kuaishou", ("收费编号", "服务费用(元)")),
    Signature(AFTER_SALE, "kuaishou", ("售后单号", "退款金额(¥)")),
    Signature(FUND_FLOW, "wechat", ("流水单号", "动账类型")),
    Signature(AFTER_SALE, "wechat", ("售后单号", "退换货物流单号")),
    Signature(FUND_FLOW, "taobao", ("支付宝交易号", "账务类型")),
    Signature(FUND_FLOW, "taobao", ("主订单id", "子订单id", "入账类型")),
    Signature(FUND_FLOW, "pinduoduo", ("商户订单号", "账务类型", "业务描述")),
    Signature(AFTER_SALE, "pinduoduo", ("售后编号", "交易金额")),
    Signature(ALLIANCE, "xiaohongshu", ("订单id", "规格id", "推广渠道")),
    Signature(SETTLEMENT, "xiaohongshu", ("动账金额", "计佣基数")),
    Signature(SETTLEMENT, "xiaohongshu", ("业务款项", "动账金额")),
    Signature(FUND_FLOW, "xiaohongshu", ("交易类型描述", "业务单号")),
    Signature(AFTER_SALE, "xiaohongshu", ("售后单号", "申请售后金额(元)")),
    Signature(YOUZAN, "offline", ("订单号", "归属店铺", "销售渠道")),
    Signature(YOUZAN, "offline", ("订单号", "订单商品状态", "商品金额小计")),
    Signature(YOUZAN, "offline", ("订单号", "分销推广补差")),
    Signature(KUAITUANTUAN, "offline", ("跟团号", "团购标题")),
    Signature(WEIDIAN, "offline", ("订单编号", "商品型号", "商品件数")),
    Signature(JINGDONG, "offline", ("订单号", "商家SKUID")),
)


def other_report(rows: Iterable[tuple[int, Sequence[Any]]]) -> Refused | None:
    """The refusal that names the export, if a row is the header of a known one."""
    for _, cells in rows:
        names = {normalised(cell) for cell in cells}
        for signature in SIGNATURES:
            if signature.fits(names):
                return refusal_of(signature)
    return None


def refusal_of(signature: Signature) -> Refused:
    layout = LAYOUTS[signature.platform]
    return Refused(signature.code, report=signature.report, platform=layout.name, export=layout.export)
