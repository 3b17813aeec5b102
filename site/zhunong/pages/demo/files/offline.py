"""Our own template for the hall and the market stall: a row a sale, by day, in our own codes."""

from zhunong.pages.demo.files.tabular import Row, yuan
from zhunong.pages.demo.lines import Seen

EMPTY = ""


def row(seen: Seen) -> Row:
    line = seen.line
    return {
        "流水号": line.key,
        "日期": str(line.placed.date()),
        "产品名称": line.good.name,
        "规格编码": line.good.code if line.good.ours else "",
        "数量": line.quantity,
        "金额(元)": yuan(line.amount_fen),
        "退款金额(元)": yuan(seen.refund_fen),
    }
