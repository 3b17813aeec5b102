"""淘宝 / 天猫: item lines (宝贝报表, 销售明细), 18 columns or fewer (order-exports.md, 7.2)."""

from livestreams.sales.layouts.base import Layout
from livestreams.sales.msgids import gettext_noop

LAYOUT = Layout(
    platform="taobao",
    name=gettext_noop("Taobao / Tmall"),
    export=gettext_noop("item report (宝贝报表)"),
    key=("子订单编号",),
    order="主订单编号",
    placed_at=("订单创建时间",),
    paid_at=("订单付款时间",),
    amount="买家应付货款",
    net_amount="买家实际支付金额",
    quantity="购买数量",
    statuses=("订单状态", "退款状态"),
    words=frozenset(
        [
            "等待买家付款",
            "买家已付款",
            "等待卖家发货",
            "卖家已发货",
            "等待买家确认",
            "交易成功",
            "没有申请退款",
            "退款关闭",
            "退款中",
            "售后关闭",
            "换货成功",
            "补寄成功",
        ]
    ),
    refund="退款金额",
    refund_if=("退款状态", "退款成功"),
    codes=("商家编码", "外部系统编号"),
    product_id="商品ID",
    spec="商品属性",
    title="标题",
    happened=("发货时间",),
    aliases={"买家实付金额": "买家实际支付金额", "宝贝标题": "标题", "商品标题": "标题"},
)
