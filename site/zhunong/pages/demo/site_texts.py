"""What the demo's pages of places, teams and news say. Facts are the source's; what is made up says so itself."""

from dataclasses import dataclass

MADE_UP = "（演示内容：说明这类页面可以怎么写，不是真实消息。）"


@dataclass(frozen=True)
class Words:
    """A page: its title, the sentences at its top, and paragraphs."""

    title: str
    lead: str
    paragraphs: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)


CATALOGUE = Words("产品", "各村种的果、做的手艺，都在这里。正当季的排在前面。")
VILLAGE_SECTION = Words("各村", "果子长在哪个村，哪个村就有一页：种了什么、占几成、谁来播。")
TEAM_SECTION = Words("团队", "每个村都有自己的新媒体助农团队，由到村工作大学生和村里的年轻人组成。")
GREENHOUSES = "长杆村出地，冯村出资金，两村合建了十座大棚，冬天和春天采草莓。"
VILLAGES = {
    "xiabai": Words(
        "下柏村",
        "樱桃园区在这里，桃也在这里。",
        (
            "报道称，下柏村建有樱桃园区，并带动东三涧、长杆、冯村等村种植大樱桃。",
            "下柏桃是报道点名的本镇产品，夏天上市。",
        ),
    ),
    "dongsanjian": Words("东三涧村", "樱桃、葡萄和红香酥梨。", ("村里种大樱桃、葡萄和红香酥梨，夏末到秋天最忙。",)),
    "changgan": Words("长杆村", "出地，和冯村一起建了十座草莓大棚。", (GREENHOUSES,)),
    "feng": Words("冯村", "出资金，和长杆村一起建了十座草莓大棚。", (GREENHOUSES, "麦子黄的时候，村里的杏也黄了。")),
}
TEAMS = {
    "fourteen": Words(
        "安峪十四小只", "十三名到村工作大学生和一名镇上的年轻干部，全镇的果都播。",
        ("团队在示范中心二楼的左直播间开播，也常到果园里现摘现播。", "页面上不写成员姓名；要写，先征得本人同意。"),
    ),
}  # fmt: skip
CENTRE = Words(
    "安峪镇富硒产学研示范中心", "一层看农产品和非遗作品，二层直播和上课。",
    ("中心有两层、十八间房。一层是特优农产品展厅和非遗文创展厅，二层是直播中心和电商培训室。",
     "左、右两间直播间设备相同，右直播间免费给各村团队使用。"),
)  # fmt: skip
CENTRE_ADDRESS, CENTRE_HOURS = "山西省运城市绛县安峪镇（演示地址，请改成实际地址）", "演示：每天 8:00–18:00"
HALLS = {
    "goods": (
        "products-hall",
        Words(
            "特优农产品展厅", "全镇在卖的果和加工品，一样不落。", ("展品旁边有二维码，扫一扫看产地、上市期和怎么买。",)
        ),
    ),
    "heritage": (
        "heritage-hall",
        Words("非遗文创展厅", "剪纸等手艺，一剪一刻都是手工。", ("展厅陈列镇上手艺人的作品，部分可以订做。",)),
    ),
}
TRAINING = Words(
    "培训", "在示范中心学开播、拍摄和发货。", ("课程面向各村团队和果农，免费。报名找本村团队，或打页脚的电话。",)
)
COURSES = [
    (9, "9:00–11:30", "新手开播：账号、话术和禁用词", "示范中心二楼培训室", "各村新媒体助农团队"),
    (23, "14:00–16:30", "果箱怎么装：缓冲、标签和合格证", "示范中心二楼培训室", "果农、合作社"),
    (-19, "9:00–11:30", "手机拍果：光线、背景和对焦", "示范中心二楼培训室", "各村新媒体助农团队"),
]
"""Days from the demo's day on, time, subject, place, for whom."""
NEWS_INDEX = Words("资讯", "村里的新鲜事。")
NEWS = [
    (3, "pear-ships", "红香酥梨开始发冬季订单", "冷库里的梨状态不错，五斤装和十斤装都有。",
     (MADE_UP, "每箱附批次标签，扫码可以看到村、采摘日期和合格证。"), "pear"),
    (10, "room-open", "右直播间向各村团队免费开放", "先约先用，手机上三步就能约好。",
     (MADE_UP, "房间里有补光灯、摄像机、竖屏和调音电脑，用完请把设备放回原处。"), "team"),
    (24, "hawthorn-picked", "郇山山楂采收近尾声", "鲜果论斤装箱，干片全年都有。",
     (MADE_UP, "采收结束后，上市日历会更新为“已售完”。"), "hawthorn"),
]  # fmt: skip
"""Days ago, slug, title, lead, paragraphs, picture."""
ABOUT = Words(
    "关于本站", "谁在办，数字怎么来的。",
    ("本站展示安峪镇各村的产品，由镇里和各村新媒体助农团队维护。现在看到的是演示站：图片是示意图，订单是虚构的。",
     "面积照录来源的说法，“余”字不去掉。土壤的说法和果品的检测分开写；没有在有效期内的检测报告，就不说果品含什么。",
     "销售数字从各平台的订单报表逐行统计，每个合计都能拆到行。"),
)  # fmt: skip
PRIVACY = Words(
    "隐私说明", "不收集买家的个人信息。",
    ("浏览本站不需要登录，也没有统计脚本和外部图片。切换语言会存一个只记语言的 Cookie。",
     "本站不卖货、不收款，购买在各平台上进行，适用平台自己的规则。",
     "订单报表里的姓名、电话和地址在导入时就去掉，不保存。照片里能认出的人，先征得同意再发布。"),
)  # fmt: skip
