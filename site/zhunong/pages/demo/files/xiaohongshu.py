"""小红书: 72 columns, a row a specification."""

from zhunong.pages.demo.codes import listing
from zhunong.pages.demo.files.tabular import Row, yuan
from zhunong.pages.demo.lines import After, Seen, Stage

EMPTY = ""
STAGES = {
    Stage.WAITING: "待付款",
    Stage.PAID: "待配货",
    Stage.SHIPPED: "已发货",
    Stage.DONE: "已完成",
    Stage.CLOSED: "已取消",
}
AFTERS = {
    After.NONE: "无售后",
    After.OPEN: "售后处理中",
    After.REFUNDED: "退款成功",
    After.DENIED: "售后关闭",
    After.EXCHANGED: "换货成功",
}


def row(seen: Seen) -> Row:
    line, listed = seen.line, listing("xiaohongshu", seen.line.good)
    return {
        "订单号": line.order,
        "订单状态": STAGES[seen.stage],
        "售后状态": AFTERS[seen.after],
        "订单类型": "普通订单",
        "收件人姓名": "某**",
        "收件人电话": "138****1234",
        "收件人地址": f"{line.province}****",
        "省": line.province,
        "规格ID": listed.style_id,
        "达人ID": line.streamer.account_id if line.streamer else "",
        "达人名称": line.streamer.nickname if line.streamer else "",
        "SKU名称": listed.title,
        "SKU规格": listed.spec,
        "SKU件数": line.quantity,
        "商品总价(元)": yuan(line.quantity * line.price_fen),
        "用户应付金额(元)": yuan(line.amount_fen),
        "商家应收金额(元)（支付金额）": yuan(line.amount_fen),
        "支付时间": str(seen.paid or ""),
        "订单创建时间": str(line.placed),
        "订单发货时间": str(seen.shipped or ""),
        "订单完成时间": str(seen.done or ""),
        "商品ID": listed.product_id,
        "商品名称": listed.title,
    }
