"""淘宝: item lines, 18 columns; ids stand in ="…", and what was refunded beside the word for it."""

from zhunong.pages.demo.codes import listing
from zhunong.pages.demo.files.tabular import Row, yuan
from zhunong.pages.demo.lines import Seen, Stage

EMPTY = ""
STAGES = {
    Stage.WAITING: "等待买家付款",
    Stage.PAID: "买家已付款,等待卖家发货",
    Stage.SHIPPED: "卖家已发货，等待买家确认",
    Stage.DONE: "交易成功",
    Stage.CLOSED: "交易关闭",
}


def row(seen: Seen) -> Row:
    line, listed = seen.line, listing("taobao", seen.line.good)
    refund = seen.refund_fen
    return {
        "子订单编号": f'="{line.key}"',
        "主订单编号": f'="{line.order}"',
        "标题": listed.title,
        "价格": yuan(line.price_fen),
        "购买数量": line.quantity,
        "商品属性": f"规格:{listed.spec}",
        "订单状态": STAGES[seen.stage],
        "商家编码": listed.merchant,
        "买家应付货款": yuan(line.amount_fen),
        "买家实际支付金额": yuan(line.amount_fen - refund if seen.paid else 0),
        "退款状态": "退款成功" if refund else "没有申请退款",
        "退款金额": yuan(refund) if refund else "无退款申请",
        "订单创建时间": str(line.placed),
        "订单付款时间": str(seen.paid or ""),
    }
