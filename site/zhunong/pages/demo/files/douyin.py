"""抖店: sub-order lines, the standard 73 columns and the custom 75."""

from datetime import datetime

from zhunong.pages.demo.codes import listing
from zhunong.pages.demo.files.tabular import Row, thousands
from zhunong.pages.demo.lines import After, Seen, Stage

EMPTY = "-"
STAGES = {
    Stage.WAITING: "待支付",
    Stage.PAID: "待发货",
    Stage.SHIPPED: "已发货",
    Stage.DONE: "已完成",
    Stage.CLOSED: "已关闭",
}
AFTERS = {
    After.NONE: "-",
    After.OPEN: "退款中",
    After.REFUNDED: "退款成功",
    After.DENIED: "售后关闭",
    After.EXCHANGED: "补寄成功",
}
NEXT_DAY = "数据将于第二天更新"


def row(seen: Seen) -> Row:
    """The cells both reports have."""
    line, listed = seen.line, listing("douyin", seen.line.good)
    return {
        "主订单编号": line.order,
        "子订单编号": line.key,
        "选购商品": listed.title,
        "商品数量": str(line.quantity),
        "商品ID": listed.product_id,
        "商家编码": listed.merchant or EMPTY,
        "订单应付金额": thousands(line.amount_fen),
        "运费": "0.00",
        "优惠总金额": thousands(line.quantity * line.price_fen - line.amount_fen),
        "支付方式": "微信" if line.amount_fen % 3 else "支付宝",
        "收件人": "##密文##",
        "收件人手机号": "$$密文$$",
        "省": line.province,
        "详细地址": "##密文##",
        "订单提交时间": str(line.placed),
        "支付完成时间": clock(seen.paid),
        "订单完成时间": clock(seen.done),
        "发货时间": clock(seen.shipped),
        "APP渠道": "抖音",
        "订单状态": STAGES[seen.stage],
        "售后状态": AFTERS[seen.after],
        "取消原因": "不想要了" if seen.stage is Stage.CLOSED else "",
        "订单类型": "普通订单",
        **source(seen),
    }


def source(seen: Seen) -> Row:
    """Who brought the order; which kind of content it was is known from the next day on."""
    streamer = seen.line.streamer
    return {
        "达人ID": streamer.account_id if streamer else "0",
        "达人昵称": streamer.nickname if streamer else EMPTY,
        "流量来源": "小店自卖" if not streamer or streamer.team == "fourteen" else "精选联盟",
        "流量类型": "非广告",
        "流量体裁": NEXT_DAY if seen.same_day else seen.line.mark,
    }


def standard(seen: Seen) -> Row:
    unit = {"商品规格": listing("douyin", seen.line.good).spec, "商品单价": thousands(seen.line.price_fen)}
    return row(seen) | unit


def custom(seen: Seen) -> Row:
    """Has no specification, and calls the unit price 商品金额."""
    return row(seen) | {"商品金额": thousands(seen.line.price_fen), "收件人手机号": "138****1234"}


def clock(time: datetime | None) -> str:
    return str(time) if time else EMPTY
