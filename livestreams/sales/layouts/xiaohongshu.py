"""小红书 (千帆): a row a specification, 72 or 75 columns (order-exports.md, 8.1)."""

from livestreams.sales.layouts.base import Layout
from livestreams.sales.msgids import gettext_noop

LAYOUT = Layout(
    platform="xiaohongshu",
    name=gettext_noop("Xiaohongshu"),
    export=gettext_noop("order list"),
    key=("订单号", "规格ID"),
    order="订单号",
    placed_at=("订单创建时间",),
    paid_at=("支付时间",),
    amount="商家应收金额(元)(支付金额)",
    quantity="SKU件数",
    statuses=("订单状态", "售后状态"),
    words=frozenset(
        [
            "待付款",
            "待配货",
            "配货中",
            "待发货",
            "已发货",
            "已签收",
            "已完成",
            "无售后",
            "售后中",
            "售后处理中",
            "退款中",
            "退款关闭",
            "售后关闭",
            "换货成功",
            "补寄成功",
        ]
    ),
    streamer="达人ID",
    streamer_required=True,
    codes=("小红书编码", "规格ID", "条形码"),
    title="SKU名称",
    province="省",
    happened=("订单发货时间", "订单完成时间"),
)
