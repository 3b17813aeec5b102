"""微信小店 (视频号小店): a row a product line, 64 columns or fewer (order-exports.md, 5.1)."""

from livestreams.sales.layouts.base import Layout
from livestreams.sales.msgids import gettext_noop

LAYOUT = Layout(
    platform="wechat",
    name=gettext_noop("WeChat Shop"),
    export=gettext_noop("order list"),
    key=("订单号", "商品编码(平台)", "商品属性"),
    order="订单号",
    placed_at=("订单下单时间",),
    paid_at=("支付时间",),
    amount="商品实际价格(总共)",
    quantity="商品数量",
    statuses=("订单状态", "商品售后"),
    words=frozenset(
        [
            "待付款",
            "礼物待收下",
            "待发货",
            "部分发货",
            "已发货",
            "待收货",
            "已付款",
            "已完成",
            "完成",
            "退款中",
            "退款关闭",
            "售后关闭",
            "换货成功",
            "补寄成功",
        ]
    ),
    refund="商品已退款金额",
    streamer="带货ID",
    nickname="带货账号昵称",
    streamer_required=True,
    codes=("SKU编码(自定义)", "商品编码(自定义)"),
    product_id="商品编码(平台)",
    spec="商品属性",
    title="商品名称",
    province="省",
    happened=("订单发货时间", "订单确认收货时间", "订单完成结算时间"),
)
