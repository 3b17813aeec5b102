"""微信小店: 64 columns, a row a good; the file says how much of it was refunded."""

from zhunong.pages.demo.codes import listing
from zhunong.pages.demo.files.tabular import Row, yuan
from zhunong.pages.demo.lines import After, Line, Seen, Stage

EMPTY = "-"
STAGES = {
    Stage.WAITING: "待付款",
    Stage.PAID: "待发货",
    Stage.SHIPPED: "已发货",
    Stage.DONE: "已完成",
    Stage.CLOSED: "已取消",
}
AFTERS = {
    After.NONE: "无",
    After.OPEN: "退款中",
    After.REFUNDED: "退款完成",
    After.DENIED: "退款关闭",
    After.EXCHANGED: "换货成功",
}


def row(seen: Seen) -> Row:
    line, listed = seen.line, listing("wechat", seen.line.good)
    return {
        "订单号": line.order,
        "订单下单时间": str(line.placed),
        "订单发货时间": str(seen.shipped or EMPTY),
        "订单确认收货时间": str(seen.done or EMPTY),
        "订单状态": STAGES[seen.stage],
        "收件人姓名": "某**",
        "收件人地址": f"{line.province}****",
        "省": line.province,
        "收件人手机": "138****1234",
        "支付方式": "微信支付",
        "支付时间": str(seen.paid or EMPTY),
        **source(line),
        "商品名称": listed.title,
        "商品编码(平台)": listed.product_id,
        "SKU编码(自定义)": listed.merchant or EMPTY,
        "商品属性": f"规格:{listed.spec}",
        "商品价格(单件)": yuan(line.price_fen),
        "商品实际价格(总共)": yuan(line.amount_fen),
        "是否预售": "现货",
        "商品数量": line.quantity,
        "商品发货": "已发货" if seen.shipped else "未发货",
        "商品售后": AFTERS[seen.after],
        "商品已退款金额": yuan(seen.refund_fen),
    }


def source(line: Line) -> Row:
    """Some rows name the streamer by nickname alone."""
    if not line.streamer:
        return {}
    named: Row = {"带货方式": "关联账号", "带货账号类型": "视频号", "带货账号昵称": line.streamer.nickname}
    return named if line.amount_fen % 10 == 7 else named | {"带货ID": line.streamer.account_id}
