"""The rules of 2026: standards with their limits, words not to be said of food, names that are no claims.

Facts and their grades: commerce.md, section 6. Later changes are made on screen, with a day and a source.
"""

import datetime

from django.db import migrations

CHANGE = datetime.date(2027, 3, 16)
LABELLING = "《食品安全国家标准 预包装食品营养标签通则》表C.1；硒的NRV为{nrv} μg"
STANDARDS = [
    ("GB 28050-2011", "预包装食品营养标签通则", datetime.date(2013, 1, 1), CHANGE, "预包装食品；散装鲜果参照时须写明",
     LABELLING.format(nrv=50), [("固态食品", "富含硒", "15"), ("固态食品", "含有硒", "7.5")]),
    ("GB 28050-2025", "预包装食品营养标签通则", CHANGE, None, "预包装食品；散装鲜果参照时须写明",
     LABELLING.format(nrv=60), [("固态食品", "富含硒", "18"), ("固态食品", "含有硒", "9")]),
]  # fmt: skip
AD_17, AD_9, AD_28 = "《广告法》第十七条", "《广告法》第九条第（三）项", "《广告法》第二十八条"
FOOD_73 = "《食品安全法》第七十三条"
DISEASE = ("medical", "食品不得宣称预防、治疗疾病的作用。", "只写吃法和口感，例如“酸甜开胃”", f"{FOOD_73}；{AD_17}")
BEST = ("superlative", "广告不得使用绝对化用语。", "写可以核对的事实，例如面积、采摘日期、糖度及其检测", AD_9)
RECOMMENDED = (
    "endorsement",
    "政府部门、检验机构和协会不得以广告形式向消费者推荐食品。",
    "写“产自……”“由……销售”",
    FOOD_73,
)
SELENIUM = (
    "selenium",
    "没有有效的检测报告，不能说果品富硒或含硒。",
    "产自富硒土壤区域（写明来源）",
    "设计第4条第7款；GB 28050",
)
WORDS = {
    DISEASE: ["治疗", "治病", "疗效", "药用", "药效", "抗癌", "防癌", "抗肿瘤", "降血压", "降血糖", "降血脂", "降三高",
              "增强免疫力", "提高免疫力", "延缓衰老", "抗衰老", "排毒", "护肝", "补肾", "软化血管", "养生功效", "保健作用"],
    BEST: ["最好", "最佳", "最优", "最甜", "最低价", "全网最低", "国家级", "世界级", "最高级", "顶级", "极品", "独一无二",
           "全国第一", "全省第一", "销量第一", "第一品牌", "100%有效", "绝无仅有"],
    RECOMMENDED: ["政府推荐", "官方推荐", "政府力荐", "官方认证推荐", "协会推荐", "检测机构推荐", "国家机关推荐"],
    SELENIUM: ["富硒", "含硒", "高硒", "富含硒", "硒含量", "补硒", "硒元素"],
}  # fmt: skip
NAMES = {
    "富硒土壤": "说的是土壤，不是果品",
    "富硒土地": "说的是土地，不是果品",
    "富硒产学研示范中心": "单位名称",
    "天然富硒地块": "说的是土地（DZ/T 0380—2021）",
}


def put_down(apps, schema_editor):
    Standard, Limit, WordRule, ProperName = (
        apps.get_model("products", name) for name in ("Standard", "Limit", "WordRule", "ProperName")
    )
    for code, name, valid_from, valid_to, scope, source, limits in STANDARDS:
        standard = Standard.objects.create(
            code=code, name=name, valid_from=valid_from, valid_to=valid_to, scope=scope, source=source
        )
        for category, wording, least in limits:
            Limit.objects.create(standard=standard, category=category, wording=wording, least=least, unit="µg/100g")
    for (kind, reason, instead, source), words in WORDS.items():
        for word in words:
            WordRule.objects.create(word=word, kind=kind, reason=reason, instead=instead, source=source)
    for name, note in NAMES.items():
        ProperName.objects.create(name=name, note=note)


class Migration(migrations.Migration):
    dependencies = [("products", "0002_catalogue")]

    operations = [migrations.RunPython(put_down, migrations.RunPython.noop, elidable=False)]
