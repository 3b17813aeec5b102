"""拼多多: 27 columns, an order holds one good; neither streamer nor mark."""

from zhunong.pages.demo.codes import listing
from zhunong.pages.demo.files.tabular import Row, yuan
from zhunong.pages.demo.lines import After, Seen, Stage

EMPTY = ""
STAGES = {
    Stage.WAITING: "待支付",
    Stage.PAID: "待发货",
    Stage.SHIPPED: "已发货，待收货",
    Stage.DONE: "已收货",
    Stage.CLOSED: "已取消",
}
AFTERS = {
    After.NONE: "无售后或售后取消",
    After.OPEN: "商家同意退货退款，待买家发货",
    After.REFUNDED: "退款成功",
    After.DENIED: "售后取消，退款失败",
    After.EXCHANGED: "换货成功",
}


def row(seen: Seen) -> Row:
    line, listed = seen.line, listing("pinduoduo", seen.line.good)
    return {
        "商品": listed.title,
        "订单号": line.order,
        "订单状态": status(seen),
        "商品总价(元)": yuan(line.quantity * line.price_fen),
        "店铺优惠折扣(元)": yuan(line.quantity * line.price_fen - line.amount_fen),
        "用户实付金额(元)": yuan(line.amount_fen),
        "商家实收金额(元)": yuan(line.amount_fen),
        "商品数量(件)": line.quantity,
        "发货时间": str(seen.shipped or ""),
        "确认收货时间": str(seen.done or ""),
        "商品id": listed.product_id,
        "商品规格": listed.spec,
        "样式ID": listed.style_id,
        "商家编码-规格维度": listed.merchant,
        "售后状态": AFTERS[seen.after],
        "订单成交时间": str(seen.paid or ""),
        "是否分期": "否",
    }


def status(seen: Seen) -> str:
    if seen.after is After.REFUNDED:
        return "已签收，退款成功" if seen.done else "已发货，退款成功" if seen.shipped else "未发货，退款成功"
    return STAGES[seen.stage]
