"""How to export from each platform's back end, without the recipient's columns.

Source: `reference/order-exports.md` and the layouts. Column names are the platforms' own. Where a
platform's menu is not known for sure, only the page is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.layouts.base import Layout, unique
from products.platforms import platform_name


@dataclass(frozen=True)
class Export:
    """What to do in one back end; `untick` are columns with people's data."""

    where: Any
    report: Any
    untick: tuple[str, ...] = ()
    careful: tuple[Any, ...] = ()


EXPORTS = {
    "douyin": Export(
        _("Order management: choose the days, then “导出查询订单”; the file waits under “查看导出记录”."),
        _("A report of your own choice (自定义报表) by product (商品维度): one row for each sub-order."),
        ("收件人", "收件人手机号", "街道", "详细地址", "买家留言", "商家备注"),
        (
            _("On the day of the order “流量体裁” only says “数据将于第二天更新”: export yesterday again today."),
            _("By order (订单维度) several items stand in one cell; such a file is refused."),
        ),
    ),
    "kuaishou": Export(
        _("The page of orders: choose the days and export."),
        _("The order list; one row for each order."),
        ("收货人姓名", "收货人电话", "收货地址-街道", "收货地址", "实名姓名", "买家留言", "订单备注"),
        (_("The workbook may be locked; its password is the end of the file's name. Do not rename it."),),
    ),
    "wechat": Export(
        _("The page of orders: choose the days and export."),
        _("The order list; one row for each item."),
        ("收件人姓名", "收件人地址", "收件人手机", "买家备注", "商家备注"),
        (_("Keep the columns of who sold it (带货账号昵称, 带货ID); without them no streamer gets the credit."),),
    ),
    "pinduoduo": Export(
        _("The page of orders: choose the days and export."),
        _("The order list; one row for each order."),
        ("收货人", "手机", "用户购买手机号", "身份证姓名", "身份证号码", "街道", "买家留言", "商家备注"),
    ),
    "taobao": Export(
        _("Sold items (已卖出的宝贝): choose the days and export."),
        _("The item report (宝贝报表), not the order report (订单报表): only it has sub-orders."),
        ("买家会员名", "收货人姓名", "收货地址", "联系电话", "联系手机", "买家留言", "备注"),
        (_("Keep “退款状态” and “退款金额”, or refunds are not seen."),),
    ),
    "xiaohongshu": Export(
        _("The page of orders: choose the days and export."),
        _("The order list; one row for each item."),
        ("收件人姓名", "收件人电话", "收件人地址", "订购人身份证姓名/ID Name", "订购人身份证号/ID Number", "用户备注"),
    ),
    "offline": Export(
        _("No back end: take our sheet from the page where files are handed in, and fill in a row for each sale."),
        _("Our own sheet; day, number, goods, quantity and amount."),
        (),
        (_("Write no buyer's name, phone number or address."),),
    ),
}


def exports() -> Iterator[dict[str, Any]]:
    """Every platform there is, with what to keep as its layout says."""
    for platform, layout in LAYOUTS.items():
        yield {"platform": platform, "name": platform_name(platform), "export": EXPORTS[platform], "keep": kept(layout)}


def kept(layout: Layout) -> tuple[str, ...]:
    """The columns that matter, fewer than are kept."""
    return unique(
        *layout.key,
        *layout.placed_at[:1],
        *layout.paid_at[:1],
        layout.amount,
        layout.quantity,
        *layout.statuses,
        layout.refund,
        layout.streamer,
        layout.mark,
        *layout.codes[:1],
        layout.product_id,
        layout.spec,
    )
