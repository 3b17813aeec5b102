"""The pages of a result: every figure leads to lines that sum to it, who finds them, and how many queries they take."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.models import DailyTotal, Line
from livestreams.sales.session_results.kinds import Kind
from livestreams.sessions.models import PlatformFigures, Session
from tests.livestreams.sales.builders import bring_rows, row
from tests.livestreams.sales.session_results.conftest import LIVE
from tests.people import another_township, staff_of
from zhunong.access.models import User

pytestmark = pytest.mark.usefixtures("sold")
SPACES = ["my_sales", "sales"]


@pytest.fixture(params=SPACES)
def page(request: pytest.FixtureRequest, client: Client, member: User, clerk: User) -> tuple[Client, str]:
    """Somebody signed in on the phone, and at the desk."""
    client.force_login(member if request.param == "my_sales" else clerk)
    return client, request.param


def result_at(client: Client, space: str, session: Session) -> str:
    answer = client.get(reverse(f"{space}:session_result", args=[session.pk]))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_the_result_tells_the_money(page: tuple[Client, str], session: Session) -> None:
    text = result_at(*page, session)
    for figure in ("40.01", "73.34", "33.33", "42.00"):  # net, paid, refunded, after the end
        assert figure in text


@pytest.mark.parametrize(
    ("kind", "paid"),
    [
        (Kind.OWN, 7334), (Kind.LATE, 4200), (Kind.STRANGERS, 500), (Kind.UNPAID, 900), (Kind.REFUNDED, 3333),
        (Kind.PROVISIONAL, 700), (Kind.UNMAPPED, 300),
    ],
)  # fmt: skip
def test_each_kind_leads_to_lines_of_its_sum(page: tuple[Client, str], session: Session, kind: str, paid: int) -> None:
    client, space = page
    listing = client.get(reverse(f"{space}:session_lines", args=[session.pk]), {"of": kind}).context["listing"]
    assert listing.total.paid_fen == paid == sum(row.part.paid_fen for row in listing.shown())


def ways(text: str, name: str) -> list[str]:
    return re.findall(rf'href="([^"]*{name}=[^"]*)"', text)


def test_each_product_leads_to_its_lines(page: tuple[Client, str], session: Session) -> None:
    client, space = page
    paid = []
    for address in ways(result_at(client, space, session), "product"):
        context = client.get(address).context
        paid.append((context["listing"].total if space == "my_sales" else context["sum"]).paid_fen)
    assert sorted(paid) == [300, 2000, 1001 + 3333 + 700]


def test_each_teams_part_leads_to_its_lines(page: tuple[Client, str], session: Session) -> None:
    client, space = page
    sums = {}
    for address in dict.fromkeys(ways(result_at(client, space, session), "team")):
        if "session_lines" in address or "lines" in address:
            context = client.get(address).context
            part = context["listing"].total if space == "my_sales" else context["sum"]
            sums[address.rpartition("team=")[2]] = part.paid_fen
    wanted = {"fourteen", "feng-team"} if space == "sales" else {"fourteen"}
    assert set(sums) == wanted and (space == "my_sales" or sum(sums.values()) == 7334)


@pytest.mark.parametrize("asked", [{"of": "all"}, {"team": "changgan-team"}])
def test_an_address_of_nothing_is_not_found(page: tuple[Client, str], session: Session, asked: dict[str, str]) -> None:
    client, space = page
    assert client.get(reverse(f"{space}:session_lines", args=[session.pk]), asked).status_code == 404


def test_another_teams_part_is_not_found_on_the_phone(phone: Client, session: Session) -> None:
    address = reverse("my_sales:session_lines", args=[session.pk])
    assert phone.get(address, {"team": "feng-team"}).status_code == 404


@pytest.mark.parametrize("name", ["session_result", "session_lines"])
def test_people_of_other_teams_do_not_find_it(client: Client, outsider: User, session: Session, name: str) -> None:
    client.force_login(outsider)
    assert client.get(reverse(f"my_sales:{name}", args=[session.pk])).status_code == 404


@pytest.mark.parametrize("name", ["session_result", "session_lines"])
def test_staff_of_another_township_do_not_find_it(client: Client, session: Session, name: str) -> None:
    client.force_login(staff_of(another_township(), "elsewhere"))
    assert client.get(reverse(f"sales:{name}", args=[session.pk])).status_code == 404


def test_the_control_total_is_drawn(page: tuple[Client, str], session: Session) -> None:
    PlatformFigures.objects.create(session=session, source="typed", paid_fen=7334 + 4200 + 77)
    text = result_at(*page, session)
    assert "+42.77" in text and "+42.00" in text and "+0.77" in text


def test_a_session_without_lines_says_so(page: tuple[Client, str], session: Session) -> None:
    client, space = page
    DailyTotal.objects.all().delete()
    Line.objects.all().delete()
    text = result_at(client, space, session)
    assert "No paid line" in text or "还没有" in text
    assert 'id="products"' not in text


def many(number: int) -> None:
    bring_rows(*(row("douyin", f"n{n}", amount="1.00", code="AB"[n % 2], **LIVE) for n in range(number)))


def test_few_queries_however_many_lines(
    page: tuple[Client, str], session: Session, django_assert_max_num_queries
) -> None:
    many(300)
    PlatformFigures.objects.create(session=session, source="typed", paid_fen=10**6, views=1000)
    result_at(*page, session)
    with django_assert_max_num_queries(15):
        result_at(*page, session)


@pytest.mark.parametrize("asked", [{}, {"of": "late"}, {"product": "pear"}])
def test_the_list_of_lines_is_paged(page: tuple[Client, str], session: Session, asked: dict[str, str]) -> None:
    many(70)
    client, space = page
    address = reverse(f"{space}:session_lines", args=[session.pk])
    pages = [client.get(address, asked | {"page": str(n)}).context["listing"] for n in (1, 2, 3)]
    seen = [shown.line.key for listing in pages for shown in listing.shown()]
    assert len(set(seen)) == pages[0].count
