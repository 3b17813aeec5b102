"""The season board: what ships, what comes, the year."""

import pytest

from tests.products.catalogue.builders import ADDRESS, TODAY, day, put_price, put_product, put_season
from zhunong.places.models import Village


@pytest.fixture
def board(ask):
    def context():
        return ask("seasons/").context_data

    return context


def titles(cards) -> list[str]:
    return [card.title for card in cards]


def test_what_is_in_season_ships(board):
    assert titles(board()["now"]) == ["红香酥梨"]


def test_what_is_sold_out_does_not_ship(board, goods):
    goods["pear"].product.seasons.update(sold_out_on=TODAY)
    assert titles(board()["now"]) == []


def test_what_comes_next_is_in_the_order_of_its_days(board, goods):
    put_season(goods["cherry"], day(10, 20), day(11, 20), village=Village.objects.get(slug="xiabai"))
    assert titles(board()["next"]) == ["大樱桃", "郇山山楂"]


def test_what_comes_after_eight_weeks_is_not_next(board, goods):
    goods["hawthorn"].product.seasons.update(picked_from=day(12, 20), picked_to=day(12, 30))
    assert titles(board()["next"]) == []


def test_packs_that_ship_all_year_are_named(board, goods):
    put_price(goods["cherry"], 1000)
    goods["cherry"].product.skus.update(is_seasonal=False, name="速冻樱桃")
    assert [(each.card.title, each.names) for each in board()["all_year"]] == [("大樱桃", ["速冻樱桃"])]


def test_year_has_every_product_by_its_first_day(board):
    assert titles(line.card for line in board()["lines"]) == ["大樱桃", "红香酥梨", "郇山山楂", "非遗剪纸"]


def test_product_without_days_has_no_bar(board):
    assert board()["lines"][-1].bar is None


def test_villages_are_one_bar_with_their_days_folded(board, goods):
    pear = goods["pear"]
    put_season(pear, day(8, 20), day(9, 10), village=Village.objects.get(slug="feng"))
    line = next(line for line in board()["lines"] if line.card.title == "红香酥梨")
    assert [(band.first, band.last) for band in line.bar.rows[0].bands] == [(day(8, 20), day(10, 31))]
    assert len(line.villages) == 2


def test_bar_shows_today(board):
    assert board()["lines"][0].bar.today_x == "78.76"


def test_board_says_the_days_in_words(ask):
    response = ask("seasons/")
    assert response.context_data["lines"][0].bar.rows[0].words in response.text


def test_board_of_no_products_says_so(client, catalogue):
    assert client.get(f"{ADDRESS}seasons/").status_code == 200


@pytest.mark.parametrize("products", [5, 120])
def test_board_asks_ten_queries_at_most(client, catalogue, products, django_assert_max_num_queries):
    for number in range(products):
        put_season(put_product(catalogue, f"p-{number}", f"产品{number}"), day(9, 1), day(10, 31))
    client.get(f"{ADDRESS}seasons/")
    with django_assert_max_num_queries(10):
        client.get(f"{ADDRESS}seasons/")


def test_many_products_stand_on_several_pages(client, catalogue):
    for number in range(70):
        put_product(catalogue, f"p-{number}", f"产品{number}")
    assert len(client.get(f"{ADDRESS}seasons/", {"page": "2"}).context_data["lines"]) == 10
