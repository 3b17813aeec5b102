"""快手小店: order level, one SKU an order, 64 columns or fewer (order-exports.md, 4.1)."""

from livestreams.sales.layouts.base import Layout
from livestreams.sales.msgids import gettext_noop

LAYOUT = Layout(
    platform="kuaishou",
    name=gettext_noop("Kuaishou Shop"),
    export=gettext_noop("order list"),
    key=("订单号",),
    order="订单号",
    placed_at=("订单创建时间",),
    paid_at=("订单支付时间",),
    amount="实付款",
    quantity="成交数量",
    statuses=("订单状态", "售后状态"),
    words=frozenset(
        [
            "待付款",
            "待发货",
            "已发货",
            "已收货",
            "交易成功",
            "退款关闭",
            "售后关闭",
            "换货成功",
            "补寄成功",
            "售后处理中",
            "退款中",
        ]
    ),
    streamer="CPS达人ID",
    streamer_required=True,
    mark="订单载体",
    codes=("SKU编码",),
    product_id="商品ID",
    spec="商品规格",
    title="商品名称",
    province="收货地址-省",
    happened=("发货时间",),
)
