"""Our own template for sales that no platform knows: markets, group purchases, the hall."""

from livestreams.sales.layouts.base import Layout
from livestreams.sales.msgids import gettext_noop

LAYOUT = Layout(
    platform="offline",
    name=gettext_noop("Offline"),
    export=gettext_noop("our own template"),
    key=("流水号",),
    order="流水号",
    placed_at=("日期",),
    paid_at=("日期",),
    amount="金额(元)",
    quantity="数量",
    refund="退款金额(元)",
    codes=("规格编码",),
    title="产品名称",
    own_codes=True,
    key_per_shop=True,
    aliases={"数量(件)": "数量", "件数": "数量"},
)
