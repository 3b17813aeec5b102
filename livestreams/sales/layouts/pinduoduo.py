"""拼多多: order level, one product an order; 27 columns, some of them, or the older 54 (order-exports.md, 6.1)."""

from livestreams.sales.layouts.base import Layout
from livestreams.sales.msgids import gettext_noop

LAYOUT = Layout(
    platform="pinduoduo",
    name=gettext_noop("Pinduoduo"),
    export=gettext_noop("order list"),
    key=("订单号",),
    order="订单号",
    placed_at=("拼单成功时间", "支付时间", "订单成交时间"),
    paid_at=("支付时间", "订单成交时间"),
    amount="用户实付金额(元)",
    quantity="商品数量(件)",
    statuses=("订单状态", "售后状态"),
    words=frozenset(
        [
            "待支付",
            "待发货",
            "未发货",
            "已发货",
            "待签收",
            "待收货",
            "已签收",
            "已收货",
            "无售后或售后取消",
            "买家撤销",
            "商家同意退货退款",
            "待买家发货",
            "用户已发货",
            "待商家处理",
            "售后取消",
            "退款失败",
            "换货成功",
            "补寄成功",
            "商家已发货",
            "待消费者确认收货",
            "退款中",
            "退款关闭",
            "售后关闭",
        ]
    ),
    codes=("商家编码-规格维度", "商家编码-商品维度", "样式ID"),
    product_id="商品id",
    spec="商品规格",
    title="商品",
    province="省",
    happened=("发货时间", "确认收货时间"),
    aliases={"商家编码-SKU维度": "商家编码-规格维度"},
)
