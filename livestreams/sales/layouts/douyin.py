"""抖店: sub-order lines, 73, 74 or 75 columns or any the seller chose (order-exports.md, 2.1)."""

from livestreams.sales.layouts.base import Layout
from livestreams.sales.msgids import gettext_noop

LAYOUT = Layout(
    platform="douyin",
    name=gettext_noop("Douyin Shop"),
    export=gettext_noop("order report by sub-order (product dimension)"),
    key=("子订单编号",),
    order="主订单编号",
    placed_at=("订单提交时间", "支付完成时间"),
    placed_day="订单提交日期",
    paid_at=("支付完成时间",),
    amount="订单应付金额",
    quantity="商品数量",
    statuses=("订单状态", "售后状态"),
    words=frozenset(
        [
            "待支付",
            "待发货",
            "已发货",
            "已完成",
            "退款中",
            "待退货",
            "待收退货",
            "售后待处理",
            "售后关闭",
            "售后已拒绝",
            "换货成功",
            "换货待收货",
            "补寄成功",
            "退款关闭",
            "同意退款",
            "待商家处理",
            "待商家收货",
            "待买家退货",
        ]
    ),
    streamer="达人ID",
    streamer_required=True,
    mark="流量体裁",
    codes=("商家编码",),
    product_id="商品ID",
    spec="商品规格",
    title="选购商品",
    province="省",
    happened=("订单完成时间", "发货时间"),
)
