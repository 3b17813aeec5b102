"""Search by any part of a word, pinyin and initials; of odd input nothing fails."""

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from products.catalogue.indexing import index_pages
from products.catalogue.words import key_of, words_of
from products.models import Origin, Product, ProductPage
from tests.products.catalogue.builders import ADDRESS, day, put_product, village
from zhunong.places.models import Village


@pytest.mark.parametrize(
    "query", ["酥梨", "红香酥梨", "梨", "suli", "hxsl", "xsl", "hongxiang", "HongXiang Suli", "xiangli", "ＸＳＬ"]
)
def test_pear_is_found(shown, query):
    assert "红香酥梨" in shown(q=query)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("酥梨 下柏", ["红香酥梨"]),
        ("酥梨　冯村", ["红香酥梨"]),
        ("hongdeng", ["大樱桃"]),
        ("甜脆", ["红香酥梨"]),
        ("fengcun", ["红香酥梨", "郇山山楂"]),
        ("剪纸 下柏", []),
        ("手工", []),
    ],
)
def test_all_words_must_be_found(shown, query, found):
    assert sorted(shown(q=query)) == sorted(found)


def test_words_of_different_names_are_not_run_together():
    assert "酥梨香梨" not in key_of(["红香酥梨", "香梨"])
    assert "lx" not in key_of(["酥梨", "香桃"]).replace("\n", "|")


def test_latin_and_han_in_one_word_are_two():
    assert words_of("红香sl") == ["红香", "sl"]


def test_place_is_found_by_both_of_its_readings():
    key = key_of(["苹果"], ["长杆村"])
    assert "changgancun" in key
    assert "zhanggancun" in key


def test_green_is_found_by_u_and_v():
    assert words_of("lüdou")[0] in key_of(["绿豆"])


@pytest.mark.parametrize("query", ['"', "'", " ", "　", "%", "_", "\\", "\0", "()", "**", "🍐", "x" * 5000, "梨\0"])
def test_odd_input_never_fails(ask, query):
    assert ask(q=query).status_code == 200


@pytest.mark.parametrize("query", ['"', "　 ", "%", "_", "？"])
def test_signs_and_blanks_alone_ask_for_nothing(shown, query):
    assert len(shown(q=query)) == 4


@pytest.mark.parametrize("page", ["0", "-1", "x", "1e9", "9" * 5000, "٣", "", "999999", "1.5", "\0"])
def test_broken_page_numbers_never_fail(ask, page):
    assert ask(page=page).status_code == 200


@pytest.mark.parametrize(
    "query", [{"category": "\0"}, {"category": "x" * 999}, {"village": "'; --"}, {"village": "\0"}, {"sort": "\0"}]
)
def test_filters_that_nobody_could_choose_count_as_not_chosen(shown, query):
    assert len(shown(**query)) == 4


def test_bytes_that_are_no_text_never_fail(client, goods):
    assert client.get(ADDRESS + "?q=%ff%fe&page=%c3").status_code == 200


def test_quoted_words_are_found_as_well(shown):
    assert shown(q='"酥梨"') == ["红香酥梨"]


def test_nothing_found_says_what_was_searched_and_shows_a_way_on(ask):
    html = ask(q="榴莲").text
    assert "榴莲" in html
    assert f'href="{ADDRESS}"' in html


def test_query_is_written_as_text(ask):
    assert "<b>" not in ask(q="<b>").text


@given(st.text(max_size=300))
def test_words_never_fail_and_never_hold_blanks(query):
    assert not any(set(word) & set(" \n\0\u3000") for word in words_of(query))


# The key follows what it is made of


def key(goods, slug: str = "pear") -> str:
    return ProductPage.objects.get(slug=slug).search_key


def test_new_name_of_a_product_is_found(shown, goods):
    product = goods["cherry"].product
    product.local_name = "玛瑙果"
    product.save()
    assert shown(q="manaoguo") == ["大樱桃"]


def test_new_title_is_found_once_it_is_published(shown, goods):
    page = goods["cherry"]
    page.title = "早樱桃"
    page.save_revision()
    assert shown(q="早樱桃") == []
    page.get_latest_revision().publish()
    assert shown(q="zyt") == ["早樱桃"]


def test_renamed_village_is_found(shown, goods):
    place = Village.objects.get(slug="xiabai")
    place.name = "上柏村"
    place.save()
    assert sorted(shown(q="上柏")) == sorted(["红香酥梨", "大樱桃"])


def test_new_shares_are_found(shown, goods):
    goods["paper-cut"].product.origins.create().set_shares({village("xihe", "西贺水村"): 100})
    assert shown(q="西贺水") == ["非遗剪纸"]


def test_origin_that_is_over_is_found_no_more(shown, goods):
    Origin.objects.create(product=goods["cherry"].product, valid_from=day(10, 1)).set_shares(
        {Village.objects.get(slug="feng"): 100}
    )
    assert shown(q="樱桃 下柏") == []


def test_origin_to_come_is_found_on_its_day_without_anyone_saving(shown, goods, monkeypatch):
    Origin.objects.create(product=goods["cherry"].product, valid_from=day(10, 16)).set_shares(
        {village("xihe", "西贺水村"): 100}
    )
    asked = ("西贺水", "xiheshui", "xhs")
    assert [shown(q=words) for words in asked] == [[], [], []]
    monkeypatch.setattr(timezone, "localdate", lambda value=None, zone=None: day(10, 16))
    assert [shown(q=words) for words in asked] == [["大樱桃"]] * 3
    assert shown(village="xihe") == ["大樱桃"]
    assert shown(q="樱桃 下柏") == []


def test_villages_are_read_by_every_usual_reading(shown, goods):
    goods["paper-cut"].product.origins.create().set_shares({village("changgan", "长杆村"): 100})
    assert shown(q="zhanggan") == shown(q="changgan") == ["非遗剪纸"]


def test_names_written_in_bulk_are_found_after_indexing(shown, goods):
    Product.objects.filter(slug="cherry").update(local_name="玛瑙果")
    assert shown(q="玛瑙果") == []
    call_command("index_catalogue")
    assert shown(q="玛瑙果") == ["大樱桃"]


def test_indexing_again_changes_nothing(goods):
    assert index_pages() == 0


def test_loading_tables_indexes(catalogue, sample_world):
    from livestreams.sales.tables import load_tables

    page = put_product(catalogue, "quince", "木瓜")
    ProductPage.objects.update(search_key="")
    load_tables(sample_world / "tables")
    page.refresh_from_db()
    assert "mugua" in page.search_key


def test_indexing_many_asks_few_queries(catalogue, django_assert_max_num_queries):
    for number in range(30):
        put_product(catalogue, f"p-{number}", f"产品{number}")
    ProductPage.objects.update(search_key="")
    with django_assert_max_num_queries(6):
        assert index_pages() == 30
