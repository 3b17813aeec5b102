"""Filters, alone and together, and how many products each would show."""

import itertools

import pytest

from tests.products.catalogue.builders import ADDRESS, TODAY, day, put_product, put_report, put_season

CHOICES = {"category": "fruit", "village": "xiabai", "season": "now", "report": "yes", "q": "梨"}


def counts(choices) -> dict[str, int]:
    return {choice.label: choice.count for choice in choices}


def test_category(shown):
    assert shown(category="heritage") == ["非遗剪纸"]


def test_village_of_todays_origin(shown):
    assert sorted(shown(village="xiabai")) == sorted(["红香酥梨", "大樱桃"])


def test_village_of_an_origin_that_begins_tomorrow_is_not_yet_one(shown, goods):
    from zhunong.places.models import Village

    origin = goods["cherry"].product.origins.create(valid_from=day(10, 16))
    origin.set_shares({Village.objects.get(slug="feng"): 100})
    assert "大樱桃" in shown(village="xiabai")
    assert "大樱桃" not in shown(village="feng")


def test_in_season(shown):
    assert shown(season="now") == ["红香酥梨"]


def test_with_report(shown, goods):
    put_report(goods["cherry"], valid_until=day(10, 14))
    assert shown(report="yes") == ["红香酥梨"]


def test_unknown_village_shows_nothing_and_its_way_back(ask):
    response = ask(village="nowhere")
    assert response.context_data["total"] == 0
    assert response.status_code == 200


def test_counts_of_categories(ask):
    assert counts(ask().context_data["categories"]) == {"水果": 3, "非遗": 1} or set(
        counts(ask().context_data["categories"]).values()
    ) == {3, 1}


def test_counts_of_villages(ask):
    assert counts(ask().context_data["villages"]) == {"下柏村": 2, "冯村": 2}


@pytest.mark.parametrize("size", range(len(CHOICES) + 1))
def test_every_count_is_what_its_filter_then_shows(ask, goods, size, catalogue):
    """The counts beside a filter, for every set of other filters, against asking for just that."""
    put_season(goods["cherry"], day(10, 10), TODAY, year=2025)
    put_report(goods["paper-cut"])
    for names in itertools.combinations(CHOICES, size):
        context = ask(**{name: CHOICES[name] for name in names}).context_data
        for choice in [*context["categories"], *context["villages"], *context["toggles"]]:
            if not choice.is_chosen:
                there = ask(**choice.wish.fields).context_data
                assert there["total"] == choice.count, (names, choice)


def test_total_is_the_number_of_cards(ask):
    context = ask(category="fruit").context_data
    assert context["total"] == len(context["cards"]) == 3


def test_chosen_filters_can_each_be_taken_away(ask):
    chosen = ask(category="fruit", village="feng").context_data["chosen"]
    assert [choice.wish.fields for choice in chosen] == [{"village": "feng"}, {"category": "fruit"}]


def test_a_chosen_filter_of_none_is_still_shown(ask):
    villages = ask(village="xiabai", category="heritage").context_data["villages"]
    assert [(choice.label, choice.count) for choice in villages if choice.is_chosen] == [("下柏村", 0)]


def test_search_keeps_the_filters(ask):
    assert '<input type="hidden" name="village" value="feng" form="catalogue-search">' in ask(village="feng").text


def test_a_filter_goes_back_to_the_first_page(ask):
    context = ask(page="1").context_data
    assert all("page" not in choice.wish.fields for choice in context["categories"])


# Pages


@pytest.fixture
def many(catalogue):
    for number in range(50):
        put_product(catalogue, f"p-{number}", f"产品{number:02}")


def test_24_on_a_page(client, many):
    assert len(client.get(ADDRESS).context_data["cards"]) == 24


def test_every_product_is_on_one_page(client, many):
    seen = [card.title for page in "123" for card in client.get(ADDRESS, {"page": page}).context_data["cards"]]
    assert len(seen) == len(set(seen)) == 50


def test_a_page_after_the_last_is_the_last(client, many):
    context = client.get(ADDRESS, {"page": "99"}).context_data
    assert (context["wish"].page, len(context["cards"])) == (3, 2)


def test_pages_keep_what_was_asked(client, many):
    assert "?q=%E4%BA%A7%E5%93%81&amp;page=2" in client.get(ADDRESS, {"q": "产品"}).text


# With htmx


def test_part_has_no_page_around_it(ask):
    html = ask("results/", q="酥梨").text
    assert "<html" not in html
    assert "红香酥梨" in html


def test_part_names_the_address_of_the_same_list(ask):
    assert ask("results/", season="now").headers["HX-Push-Url"] == f"{ADDRESS}?season=now"


def test_while_typing_the_address_is_replaced(ask):
    response = ask("results/", q="梨", live="1")
    assert response.headers["HX-Replace-Url"] == f"{ADDRESS}?q=%E6%A2%A8"
    assert "HX-Push-Url" not in response.headers


def test_part_says_the_new_number_of_products(ask):
    assert 'id="catalogue-count" hx-swap-oob="innerHTML"' in ask("results/", q="酥梨").text


def test_page_works_without_scripts(ask):
    html = ask().text
    assert f'href="{ADDRESS}?season=now"' in html
    assert f'action="{ADDRESS}" method="get"' in html
