"""What the demo's product pages say of taste, use and delivery, and what buyers ask. Plain words, no praise."""

from dataclasses import dataclass, field

STORED_COLD = "收到后挑出磕碰果，其余装袋冷藏，三天内吃完。"
SHIPS_IN_SEASON = "上市期内下单后48小时内发货，发快递的日期以平台页面为准。"
PAID_FOR_BROKEN = "坏果包赔：签收24小时内拍照联系卖家，按坏果斤数退款。"
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Details:
    """Fields of a product page, as they are called there."""

    taste: str
    use: str
    storage: str = STORED_COLD
    shipping: str = SHIPS_IN_SEASON
    after_sale: str = PAID_FOR_BROKEN
    questions: Pairs = field(default_factory=list)


WHEN = "现在能发鲜果吗？"
ANSWER_WHEN = "看本页的上市期：标着“正当季”就在采摘；别的时候有全年可发的规格。"
SELENIUM = ("果子测过硒吗？", "看本页“说说硒”一栏：有检测报告会写明批次、数值和检测机构；没有报告就只说土壤。")
DETAILS = {
    "cherry": Details(
        "皮薄汁多，甜里带酸", "洗净直接吃；速冻的解冻后做甜品、榨汁。",
        questions=[(WHEN, ANSWER_WHEN), ("路上会不会压坏？", "加冰袋和泡沫箱发货，收到有坏果按斤数退款。"), SELENIUM],
    ),
    "hawthorn": Details(
        "酸味足，回口甜", "鲜果做糖葫芦、煮水、熬酱；干片泡水。", "鲜果阴凉处放两周，冷藏更久；干片密封防潮。",
        questions=[(WHEN, ANSWER_WHEN), ("干片加糖吗？", "不加糖，只切片晾干。"), SELENIUM],
    ),
    "pear": Details(
        "脆、多汁，皮薄", "直接吃、煮梨水；梨干当零食。", "阴凉处放一个月，冷藏更久；切开当天吃完。",
        questions=[(WHEN, ANSWER_WHEN), ("十斤装大概多少个？", "个头有大小，一般二十到二十六个。"), SELENIUM],
    ),
    "peach": Details(
        "早熟的脆，晚熟的软", "洗净直接吃；桃干当零食。",
        questions=[(WHEN, ANSWER_WHEN), ("收到偏硬怎么办？", "室温放一两天变软再吃，吃前冷藏一小时。")],
    ),
    "grape": Details("皮薄肉软，甜", "直接吃；葡萄干当零食、做面点。", questions=[(WHEN, ANSWER_WHEN), SELENIUM]),
    "apricot": Details(
        "熟透发软，酸甜", "直接吃、熬酱；杏干当零食。",
        questions=[(WHEN, ANSWER_WHEN), ("为什么只卖二十来天？", "麦黄杏熟得集中，又不耐放，采完就没有了。")],
    ),
    "strawberry": Details(
        "香味浓，酸甜", "清水冲洗后直接吃；速冻的做奶昔、果酱。", "当天吃口感好；不洗冷藏，最多两天。",
        questions=[(WHEN, ANSWER_WHEN), ("大棚在哪两个村？", "长杆村出地、冯村出资金，两村合建了十座大棚。")],
    ),
    "paper-cut": Details(
        "", "装框挂墙，逢年过节贴窗。", "平放、避光、防潮。", "下单后三天内发货，夹硬纸板防折。",
        "收到有破损，拍照联系卖家换一幅。", [("能定做图案吗？", "可以先打电话问，定做的时间另外说定。")],
    ),
}  # fmt: skip
