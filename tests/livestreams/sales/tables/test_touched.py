import pytest

from livestreams.sales.recrediting import Touched
from livestreams.sales.tables import load_tables
from livestreams.teams.models import Account
from products.models import Product
from zhunong.places.models import Township

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(tables):
    load_tables(tables.directory)
    return tables


def accounts(*account_ids: str) -> set[int]:
    return set(Account.objects.filter(account_id__in=account_ids).values_list("pk", flat=True))


def cherry() -> int:
    return Product.objects.get(slug="cherry").pk


def anyu() -> int:
    return Township.objects.get(slug="anyu").pk


def test_a_run_that_changes_nothing_credits_nothing_anew(loaded, touched):
    assert touched(loaded.directory) == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("townships", "安峪镇", "安峪"),
        ("villages", "冯村", "冯家村"),
        ("teams", "feng-team,冯村队,anyu,feng", "feng-team,冯队,anyu,"),
        ("products", "大樱桃", "樱桃"),
        ("skus", "樱桃5斤", "大樱桃5斤"),
    ],
)
def test_what_credits_no_line_touches_none(loaded, touched, table, old, new):
    assert touched(loaded.replace(table, old, new)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("feng-team,2026-01-01", ",2026-01-01"),
        ("2026-06-01", "2026-07-01"),
        ("安峪店", "安峪新店"),
    ],
)
def test_a_changed_ownership_touches_its_account(loaded, touched, old, new):
    assert touched(loaded.replace("accounts", old, new)) == [Touched(accounts=accounts("1001"))]


def test_a_changed_kind_touches_its_account(loaded, touched):
    directory = loaded.replace("accounts", "冯村主播,streamer", "冯村主播,shop")
    assert touched(directory) == [Touched(accounts=accounts("1002"))]


def test_a_new_account_is_touched(loaded, touched):
    directory = loaded.only("accounts", "kuaishou,3001,新号,streamer,anyu,,,")
    assert touched(directory) == [Touched(accounts=accounts("3001"))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-05-01 22:00:00", "2026-05-01 23:00:00"),
        ("2026-05-01 20:00:00", "2026-05-01 19:00:00"),
        ("22:00:00,feng-team:100", "22:00:00,feng-team:50;other-team:50"),
    ],
)
def test_a_changed_session_touches_its_account(loaded, touched, old, new):
    loaded.add("teams", "other-team,另一队,anyu,")
    assert touched(loaded.replace("sessions", old, new)) == [Touched(accounts=accounts("1001"))]


def test_a_session_that_changes_its_account_touches_both(loaded, touched):
    directory = loaded.replace("sessions", "第1场,douyin,1001", "第1场,douyin,1002")
    assert touched(directory) == [Touched(accounts=accounts("1001", "1002"))]


def test_changed_origin_shares_touch_their_product(loaded, touched):
    directory = loaded.replace("origins", "feng:55;xiabai:45", "feng:45;xiabai:55")
    assert touched(directory) == [Touched(products={cherry()})]


def test_a_new_origin_touches_its_product(loaded, touched):
    assert touched(loaded.only("origins", "cherry,2026-06-01,feng:100")) == [Touched(products={cherry()})]


def test_a_changed_weight_touches_its_product(loaded, touched):
    assert touched(loaded.replace("skus", "2500", "2400")) == [Touched(products={cherry()})]


def test_a_sku_of_another_product_touches_both(loaded, touched):
    loaded.add("products", "plum,李,fruit,anyu")
    directory = loaded.replace("skus", "CH-5J,cherry", "CH-5J,plum")
    assert touched(directory) == [Touched(products={cherry(), Product.objects.get(slug="plum").pk})]


def test_a_new_sku_touches_the_codes_of_its_township(loaded, touched):
    assert touched(loaded.only("skus", "CH-1J,cherry,樱桃1斤,500")) == [Touched(codes={anyu()})]


def test_a_new_code_touches_the_codes_of_its_township(loaded, touched):
    assert touched(loaded.only("sku_codes", "douyin,,7002,CH-5J")) == [Touched(codes={anyu()})]
