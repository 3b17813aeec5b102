"""快手小店: 64 columns, an order holds one good."""

from zhunong.pages.demo.codes import listing
from zhunong.pages.demo.files.tabular import Row, thousands
from zhunong.pages.demo.lines import After, Seen, Stage

EMPTY = ""
STAGES = {
    Stage.WAITING: "待付款",
    Stage.PAID: "待发货",
    Stage.SHIPPED: "已发货",
    Stage.DONE: "交易成功",
    Stage.CLOSED: "交易关闭",
}
AFTERS = {
    After.NONE: "",
    After.OPEN: "售后处理中",
    After.REFUNDED: "退款成功",
    After.DENIED: "退款关闭",
    After.EXCHANGED: "换货成功",
}


def row(seen: Seen) -> Row:
    line, listed = seen.line, listing("kuaishou", seen.line.good)
    return {
        "订单号": line.order,
        "订单创建时间": str(line.placed),
        "订单支付时间": str(seen.paid or ""),
        "订单状态": STAGES[seen.stage],
        "实付款": f"¥{thousands(line.amount_fen)}",
        "快递费": "￥0",
        "成交数量": line.quantity,
        "售后状态": AFTERS[seen.after],
        "订单载体": line.mark,
        "商品名称": listed.title,
        "商品ID": listed.product_id,
        "商品规格": listed.spec,
        "商品单价": f"¥{thousands(line.price_fen)}",
        "渠道": "分销" if line.streamer else "自营",
        "CPS达人ID": line.streamer.account_id if line.streamer else "",
        "CPS达人昵称": line.streamer.nickname if line.streamer else "",
        "收货人姓名": "某**",
        "收货人电话": "138****1234",
        "收货地址-省": line.province,
        "收货地址": f"{line.province}****",
        "发货时间": str(seen.shipped or ""),
    }
