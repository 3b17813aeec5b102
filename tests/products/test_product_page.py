import datetime

import pytest
from django.test import RequestFactory

from products.models import BuyingWay, Certificate, Price, ProductPicture, Question, Season, Sku, SoilClaim, VillageArea
from products.showing import show
from tests.products.catalogue.builders import day, put_price, put_report, township, village
from zhunong.pages.models import SiteDetails

ADDRESS = "/products/pear/"


def put_way(page, kind: str, value: str = "", **fields: object) -> BuyingWay:
    return BuyingWay.objects.create(product=page.product, kind=kind, value=value, seller="某合作社", **fields)


def put_paper(page, **fields: object) -> Certificate:
    values = {"kind": "green", "name": "绿色食品证书", "holder": "某社"} | fields
    return Certificate.objects.create(product=page.product, **values)


def fill(page) -> None:
    """Something in every part of the page."""
    for number in range(4):
        put_price(page, 2000 + number, pack=number)
        put_report(page)
        put_paper(page)
        put_way(page, "words", f"口令{number}", platform="douyin")
        Question.objects.create(page=page, question=f"问{number}", answer="答")
    for slug in ("xiabai", "feng"):
        grown = village(slug, slug)
        VillageArea.objects.create(product=page.product, village=grown, area_mu=30, source="某报")
        SoilClaim.objects.create(township=township(), village=grown, source="某报")
        Season.objects.create(
            product=page.product, village=grown, year=2026, picked_from=day(9, 1), picked_to=day(10, 31)
        )


def test_bare_product_claims_nothing_and_breaks_nothing(read, pear):
    html = read(ADDRESS)
    assert "selenium" not in html.lower()
    assert "No packs are on sale yet." in html


def test_villages_are_named_with_their_shares(read, pear):
    assert "冯村 half, 下柏村 half" in read(ADDRESS)


def test_local_name_and_variety_are_told(read, pear):
    pear.product.local_name, pear.product.variety = "香梨", "红香酥"
    pear.product.save()
    html = read(ADDRESS)
    assert "called 香梨 here" in html
    assert "variety: 红香酥" in html


def test_area_of_a_village_has_its_source(read, pear):
    VillageArea.objects.create(
        product=pear.product, village=village("feng", ""), area_mu=120, is_at_least=True, source="村委台账"
    )
    html = read(ADDRESS)
    assert "over 120 mu" in html
    assert "村委台账" in html


def test_latest_price_counts_with_its_day_and_platform(read, pear):
    put_price(pear, 2680, noted_on=day(9, 1))
    price = Price.objects.get()
    Price.objects.create(product=pear.product, sku=price.sku, platform="douyin", price_fen=2980, noted_on=day(10, 2))
    html = read(ADDRESS)
    assert "¥29.80" in html and "¥26.80" not in html
    assert "seen on Douyin on 10/2" in html


def test_price_that_has_ended_leaves_none(read, pear):
    put_price(pear, 2680, noted_on=day(9, 1))
    price = Price.objects.get()
    Price.objects.create(
        product=pear.product,
        sku=price.sku,
        platform="douyin",
        price_fen=1980,
        noted_on=day(10, 2),
        valid_until=day(10, 4),
    )
    html = read(ADDRESS)
    assert "¥19.80" not in html and "¥26.80" not in html
    assert "Ask for the price." in html


def test_price_of_a_jin_is_rounded_to_the_fen(read, pear):
    pack = Sku.objects.create(code="P3", product=pear.product, name="三斤", net_weight_g=1500)
    Price.objects.create(product=pear.product, sku=pack, platform="douyin", price_fen=2000, noted_on=day(10, 1))
    assert "¥6.67 a jin" in read(ADDRESS)


def test_pack_that_is_not_shown_is_not(read, pear):
    Sku.objects.create(code="P3", product=pear.product, name="内部规格", net_weight_g=1500, is_shown=False)
    assert "内部规格" not in read(ADDRESS)


def test_words_can_be_copied_without_a_script(read, pear):
    put_way(pear, "words", "7.64 复制打开抖音", platform="douyin")
    html = read(ADDRESS)
    assert "readonly>7.64 复制打开抖音</textarea>" in html
    assert "hidden>Copy the words" in html


def test_link_gives_nothing_away_and_helps_no_ranking(read, pear):
    put_way(pear, "link", "https://haohuo.jinritemai.com/x", platform="douyin")
    assert 'href="https://haohuo.jinritemai.com/x" rel="nofollow noopener"' in read(ADDRESS)


def test_number_is_called_and_the_seller_named(read, pear):
    put_way(pear, "phone", "0359 555 0000")
    html = read(ADDRESS)
    assert 'href="tel:03595550000"' in html
    assert "Seller: 某合作社" in html


def test_way_that_is_not_shown_is_not(read, pear):
    put_way(pear, "phone", "0359-5550000", is_shown=False)
    assert "0359-5550000" not in read(ADDRESS)


def test_without_any_way_the_page_says_so_kindly(read, pear):
    SiteDetails.objects.update(phone="")
    assert "Where to order will be written here soon." in read(ADDRESS)


def test_only_papers_valid_today_are_shown(read, pear):
    put_paper(pear, name="还有效的", expires_on=day(10, 15))
    put_paper(pear, name="过期的", expires_on=day(10, 14))
    put_paper(pear, name="还没到的", issued_on=day(10, 16))
    html = read(ADDRESS)
    assert "还有效的" in html
    assert "过期的" not in html and "还没到的" not in html


def test_in_season_is_said_in_season_only(read, pear):
    season = Season.objects.create(product=pear.product, year=2026, picked_from=day(9, 1), picked_to=day(10, 15))
    assert "badge--now" in read(ADDRESS)
    Season.objects.filter(pk=season.pk).update(picked_to=day(10, 14))
    assert "badge--now" not in read(ADDRESS)


def test_former_year_is_called_one(read, pear):
    Season.objects.create(product=pear.product, year=2025, picked_from=day(9, 1, 2025), picked_to=day(10, 31, 2025))
    html = read(ADDRESS)
    assert "Former year: 2025" in html
    assert "badge--now" not in html


def test_report_is_told_in_full(read, pear):
    put_report(pear, number="XK-1", batch="批甲", laboratory="某检测所", sampled_on=day(9, 1), valid_until=day(12, 31))
    html = read(ADDRESS)
    for told in (
        "富含硒",
        "16 μg/100 g",
        "XK-1",
        "批甲",
        "某检测所",
        "2026/9/1",
        "2026/12/31",
        "GB 28050-2011",
        "GB 5009.93",
    ):
        assert told in html


def test_report_below_the_limit_is_told_without_a_claim(read, pear):
    put_report(pear, "7.5")
    html = read(ADDRESS)
    assert "does not reach" in html
    assert "With a test report" not in html and "proof__claim" not in html


def test_soil_without_a_report_says_that_fruit_is_untested(read, pear):
    SoilClaim.objects.create(township=township(), source="某报2026年9月")
    html = read(ADDRESS)
    assert "某报2026年9月" in html
    assert "No test report of the fruit is attached yet." in html


def test_paper_cut_has_no_soil(read, pear):
    SoilClaim.objects.create(township=township(), source="某报")
    type(pear.product).objects.update(category="heritage")
    assert "某报" not in read(ADDRESS)


def test_questions_open_without_a_script(read, pear):
    Question.objects.create(page=pear, question="能放多久？", answer="冷藏一个月。")
    assert "<details><summary>能放多久？</summary>" in read(ADDRESS)


def test_full_page_asks_at_most_fifteen_queries(client, pear, django_assert_max_num_queries):
    fill(pear)
    client.get(ADDRESS)
    with django_assert_max_num_queries(15):
        client.get(ADDRESS)


def test_rows_of_the_page_take_two_queries_however_many(pear, django_assert_num_queries):
    """Its own, and those that it shares with others: outside of a test's transaction these are remembered."""
    fill(pear)
    page = type(pear).objects.get()
    with django_assert_num_queries(2):
        shown = show(page, datetime.date(2026, 10, 15))
        assert shown.packs[0].sku.product.township.name and shown.areas[0].village.name
        assert shown.selenium.proofs[0].report.limit.standard.code


def test_gathered_rows_are_as_the_database_gives_them(pear):
    fill(pear)
    shown = show(type(pear).objects.get(), datetime.date(2026, 10, 15))
    for row in [*shown.papers, *shown.ways, *shown.areas, shown.selenium.proofs[0].report]:
        kept = type(row).objects.get(pk=row.pk)
        assert [getattr(row, field.attname) for field in row._meta.concrete_fields] == [
            getattr(kept, field.attname) for field in row._meta.concrete_fields
        ]


def test_draft_shows_its_own_questions(pear):
    pear.questions = [Question(question="草稿里的问题", answer="-")]
    request = RequestFactory().get("/")
    request.is_preview = True
    assert [asked.question for asked in pear.get_context(request)["showing"].questions] == ["草稿里的问题"]


def test_pictures_of_people_who_did_not_agree_are_left_out(read, pear):
    from media.models import CustomImage
    from zhunong.pages.demo.placeholder_code import draw_code

    image = draw_code()
    CustomImage.objects.filter(pk=image.pk).update(people_shown=CustomImage.People.NOT_ASKED)
    ProductPicture.objects.create(page=pear, picture=image, caption="采摘的人")
    html = read(ADDRESS)
    assert "demo-code" not in html and "采摘的人" not in html


@pytest.mark.parametrize("kind", ["code", "words", "link", "phone"])
def test_every_kind_of_way_renders(read, pear, kind):
    put_way(pear, kind, "https://example.com/" if kind == "link" else "1", platform="wechat")
    assert f"way--{kind}" in read(ADDRESS)
