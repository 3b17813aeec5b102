import datetime

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales import evidenced
from livestreams.sales.models import Line, ManualSale
from livestreams.sales.staff.totals.periods import today
from livestreams.sales.totals import Question, TotalRow, ask
from livestreams.teams.models import Membership, Team
from products.models import Product
from tests.livestreams.sales.builders import bring_rows, row
from tests.people import LONG_AGO
from zhunong.access.models import User

pytestmark = pytest.mark.usefixtures("sold")
MAY = {"month": "2026-05"}
FIRST, LAST = datetime.date(2026, 5, 1), datetime.date(2026, 5, 31)


def office_figure(team: str) -> TotalRow:
    """What the office's totals say of a team's May."""
    return ask(Question(start=FIRST, end=LAST, only={"team": (team,)})).total


def results(client: Client, **asked: str) -> dict:
    return client.get(reverse("my_sales:results"), MAY | asked).context


def listed(client: Client, **asked: str) -> dict:
    return client.get(reverse("my_sales:lines"), MAY | asked).context


def measures(total: TotalRow) -> tuple[int, ...]:
    return (total.paid_fen, total.refunded_fen, total.provisional_fen)


def test_the_months_figures_are_the_offices(phone: Client) -> None:
    total = results(phone)["sold"].total
    assert measures(total) == measures(office_figure("fourteen"))
    assert total.refunded_fen == 2000 and total.provisional_fen == 700


@pytest.mark.parametrize("by", ["products", "sessions", "days"])
def test_every_table_sums_to_the_month(phone: Client, by: str) -> None:
    rows = [row.total for row in getattr(results(phone)["results"], by)() if row.total]
    whole = office_figure("fourteen")
    assert tuple(map(sum, zip(*map(measures, rows), strict=True))) == measures(whole)


@pytest.mark.parametrize(("name", "team"), [("member", "fourteen"), ("neighbour", "feng-team")])
def test_the_listed_lines_sum_to_the_figure(client: Client, request, name: str, team: str) -> None:
    client.force_login(request.getfixturevalue(name))
    context, figure = listed(client), office_figure(team)
    assert (context["sum"].paid_fen, context["sum"].refunded_fen) == (figure.paid_fen, figure.refunded_fen)
    parts = [shown.part for shown in context["lines"]]
    assert sum(part.net_fen for part in parts) == figure.net_fen == context["sum"].net_fen


def test_both_teams_parts_make_the_shared_lines(client: Client, member: User, neighbour: User) -> None:
    sums = []
    for user in (member, neighbour):
        client.force_login(user)
        sums.append(listed(client, session="shared")["sum"].paid_fen)
    assert sums == [2601, 1733] and sum(sums) == 1001 + 3333


@pytest.mark.parametrize("narrowed", [{"product": "cherry"}, {"product": "~"}, {"session": "shared"}, {"session": "~"}])
def test_each_row_leads_to_lines_of_its_sum(phone: Client, narrowed: dict[str, str]) -> None:
    [(dimension, key)] = narrowed.items()
    rows = getattr(results(phone)["results"], f"{dimension}s")()
    wanted = next(row for row in rows if row.total.keys == (None if key == "~" else key,))
    found = phone.get(wanted.address).context["sum"]
    assert (found.paid_fen, found.refunded_fen) == (wanted.total.paid_fen, wanted.total.refunded_fen)


def test_a_day_leads_to_its_lines(phone: Client) -> None:
    page = phone.get(reverse("my_sales:results"), MAY).content.decode()
    assert "month=2026-05&amp;day=2026-05-31" in page
    assert [shown.line.key for shown in listed(phone, day="2026-05-31")["lines"]] == ["unmapped"]


def test_a_shared_line_says_that_it_is_a_part(phone: Client) -> None:
    page = phone.get(reverse("my_sales:lines"), MAY | {"session": "shared"}).content.decode()
    assert "十四小只 60%" in page and "88001" in page


def test_the_month_turns_by_links(phone: Client) -> None:
    page = phone.get(reverse("my_sales:results"), MAY).content.decode()
    assert "month=2026-04" in page and "month=2026-06" in page


@pytest.mark.parametrize("month", ["2026-13", "0001-01", "x", "９９９９-01", "2999-01", ""])
def test_an_odd_month_is_this_one(phone: Client, month: str) -> None:
    assert results(phone, month=month)["month"].first == today().replace(day=1)


def test_an_empty_month_says_what_to_do(phone: Client) -> None:
    assert results(phone, month="2020-01")["sold"].total.paid_fen == 0
    assert 'class="empty"' in phone.get(reverse("my_sales:results"), {"month": "2020-01"}).content.decode()


@pytest.mark.parametrize("page", ["results", "lines"])
@pytest.mark.parametrize("team", ["feng-team", "no-such-team"])
def test_another_team_is_not_there(phone: Client, page: str, team: str) -> None:
    assert phone.get(reverse(f"my_sales:{page}"), MAY | {"team": team}).status_code == 404


def test_a_team_left_is_not_there(phone: Client, member: User) -> None:
    Membership.objects.filter(user=member).update(valid_to=datetime.date.today())
    Membership.objects.create(user=member, team=Team.objects.get(slug="changgan-team"), valid_from=LONG_AGO)
    assert phone.get(reverse("my_sales:results"), {"team": "fourteen"}).status_code == 404
    assert results(phone)["team"].slug == "changgan-team"


def test_another_teams_session_is_neither_listed_nor_named(phone: Client) -> None:
    text = phone.get(reverse("my_sales:lines"), MAY | {"session": "alone"}).content.decode()
    assert "专场" not in text and 'class="empty"' in text


def test_lines_of_nobody_are_not_listed(phone: Client) -> None:
    assert "stranger" not in {shown.line.key for shown in listed(phone)["lines"]}


def test_two_teams_are_two_links(phone: Client, member: User) -> None:
    Membership.objects.create(user=member, team=Team.objects.get(slug="feng-team"), valid_from=LONG_AGO)
    assert results(phone, team="feng-team")["sold"].total.paid_fen == office_figure("feng-team").paid_fen
    assert "?team=fourteen" in phone.get(reverse("my_sales:results")).content.decode()


def test_sales_by_hand_stand_apart(phone: Client, member: User) -> None:
    write_down(member, 12345, ManualSale.State.CONFIRMED)
    write_down(member, 99999, ManualSale.State.WAITING)
    sold = results(phone)["sold"]
    question = Question(start=FIRST, end=LAST, only={"team": ("fourteen",)})
    assert sold.by_hand.confirmed_fen == evidenced.ask(question).total.net_fen == 12345
    assert sold.total.paid_fen == office_figure("fourteen").paid_fen
    assert "123.45" in phone.get(reverse("my_sales:results"), MAY).content.decode()


def test_visitors_sign_in_first(client: Client, world: object) -> None:
    assert client.get(reverse("my_sales:results")).url.startswith(reverse("sign_in"))


def test_a_shops_operator_has_no_results(client: Client, operator: User) -> None:
    client.force_login(operator)
    assert client.get(reverse("my_sales:lines")).status_code == 403


@pytest.mark.parametrize("page", ["results", "lines"])
def test_few_queries_however_many_lines(phone: Client, page: str, django_assert_max_num_queries) -> None:
    many = {f"n{number}": f"2026-05-{number % 28 + 1:02d} 12:00:00" for number in range(200)}
    bring_rows(*(row("douyin", key, paid=paid) for key, paid in many.items()))
    phone.get(reverse(f"my_sales:{page}"), MAY)
    with django_assert_max_num_queries(12):
        assert phone.get(reverse(f"my_sales:{page}"), MAY).status_code == 200


def test_long_lists_are_paged(phone: Client) -> None:
    bring_rows(*(row("douyin", f"n{number}") for number in range(70)))
    pages = [listed(phone, page=str(number))["lines"] for number in (1, 2, 3)]
    keys = [shown.line.key for page in pages for shown in page]
    assert len(keys) == len(set(keys)) == Line.objects.filter(day__range=(FIRST, LAST), account__isnull=False).count()


def write_down(user: User, amount_fen: int, state: str) -> ManualSale:
    team, product = Team.objects.get(slug="fourteen"), Product.objects.get(slug="cherry")
    return ManualSale.objects.create(
        township=team.township, team=team, day=LAST, product=product, items=1, amount_fen=amount_fen,
        channel="market", receiver="team", state=state, written_by=user,
    )  # fmt: skip
