"""What the demo's pages say: what the source says, and what the demo's own goods and months say."""

from dataclasses import dataclass

HOME_LEAD = "樱桃、山楂、红香酥梨、鲜桃——安峪镇各村种的果，由村里的新媒体助农团队直播卖出去。"


@dataclass(frozen=True)
class Text:
    lead: str
    story: str


TEXTS = {
    "cherry": Text(
        "安峪镇面积最大的一样果",
        "报道称，下柏村建有樱桃园区，并带动东三涧、长杆、冯村等村种植大樱桃。鲜果只在上市的几个月发货，其余时候有速冻大樱桃。",
    ),
    "hawthorn": Text(
        "秋后采收，鲜果之外也有山楂干片", "郇山山楂是报道点名的本镇产品。秋末冬初采收，鲜果论斤装箱；山楂干片全年可发。"
    ),
    "pear": Text("秋天下树，冬天和春天也能发货", "红香酥梨有五斤装和十斤装；梨干全年可发。"),
    "peach": Text("下柏村的桃，夏天上市", "下柏桃是报道点名的本镇产品，夏天有五斤装和十斤装；桃干全年可发。"),
    "grape": Text("东三涧村的葡萄", "葡萄在夏末秋初上市，五斤一箱；葡萄干全年可发。"),
    "apricot": Text("麦子黄时，杏也黄了", "麦黄杏熟在收麦前后，鲜果的日子很短。杏干全年可发。"),
    "strawberry": Text(
        "长杆村与冯村合办的大棚里长出来的",
        "长杆村出地，冯村出资金，两村合建了十座大棚，冬天和春天采草莓；其余时候有速冻草莓。",
    ),
    "paper-cut": Text("一把剪刀，一张红纸", "非遗剪纸论幅卖。镇上的示范中心一层展厅也陈列农产品与非遗作品。"),
}


def body(slug: str) -> str:
    """The page's text as rich text. What may be said of selenium the page says by itself."""
    return f"<p>{TEXTS[slug].story}</p>"
