"""认领 on the phone: what looks like ours is asked for, a clerk decides, and the answer is read where it was asked."""

import pytest
from django.urls import reverse

from livestreams.sales.changes import carry_out, changing
from livestreams.sales.models import CreditRequest
from livestreams.sales.requests import grant, refuse
from livestreams.sales.spans import Span
from livestreams.teams.models import Team
from tests.livestreams.sales.builders import bring_rows, line, paid, row
from tests.people import member_of, staff_of
from zhunong.places.models import Township

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sold")]
LIST, ACCOUNT = "my_sales:requests", "my_sales:ask_account"
STRANGER = "?platform=douyin&account_id=999"


@pytest.fixture
def nobody(world) -> None:
    """A line of a shop that nobody owns."""
    bring_rows(row("douyin", "nobody", order="99001", amount="9.00"), account="1002")


def ask(phone, query: str = STRANGER, **said: str):
    return phone.post(reverse(ACCOUNT) + query, {"note": "当晚我们在播", **said})


class TestList:
    def test_shows_streamers_who_sold_in_our_shops(self, phone):
        [(found, is_asked)] = phone.get(reverse(LIST)).context["found"]
        assert (found.account_id, found.lines, found.net_fen, is_asked) == ("999", 1, 500, False)

    def test_is_led_to_from_home(self, phone):
        assert f'href="{reverse(LIST)}"' in phone.get("/my/").content.decode()

    def test_says_when_nothing_looks_like_ours(self, client, world):
        client.force_login(member_of(Team.objects.get(slug="changgan-team"), "other"))
        page = client.get(reverse(LIST))
        assert (page.context["found"], "empty" in page.content.decode()) == ([], True)

    def test_takes_few_queries(self, phone, django_assert_max_num_queries):
        with django_assert_max_num_queries(12):
            phone.get(reverse(LIST))


class TestAccount:
    def test_is_asked_for_once(self, phone, member):
        assert ask(phone)["Location"] == reverse(LIST)
        request = CreditRequest.objects.get()
        assert (request.team.slug, request.account_id, request.by, request.note) == (
            "fourteen", "999", member, "当晚我们在播",
        )  # fmt: skip
        assert ask(phone).context["form"].non_field_errors()

    def test_may_be_ours_for_some_days(self, phone):
        ask(phone, first_day="2026-05-01", last_day="2026-05-31")
        request = CreditRequest.objects.get()
        assert (str(request.valid_from), str(request.valid_to)) == ("2026-05-01", "2026-06-01")

    @pytest.mark.parametrize(
        "said", [{"note": ""}, {"first_day": "2026-06-02", "last_day": "2026-06-01"}, {"first_day": "gestern"}]
    )
    def test_needs_a_why_and_days_in_order(self, phone, said: dict):
        assert ask(phone, **said).status_code == 422
        assert not CreditRequest.objects.exists()

    @pytest.mark.parametrize("query", ["", "?platform=douyin&account_id=9001", "?platform=douyin&account_id=nobody"])
    def test_that_is_not_unclaimed_or_not_like_ours_is_not_there(self, phone, query: str):
        assert ask(phone, query).status_code == 404

    def test_numbers_of_persons_are_masked_in_the_note(self, phone):
        ask(phone, note="电话13812345678说的")
        assert "138" not in CreditRequest.objects.get().note


class TestTeam:
    def test_must_be_named_by_whoever_is_in_two(self, client, member):
        from livestreams.teams.models import Membership
        from tests.people import LONG_AGO

        Membership.objects.create(team=Team.objects.get(slug="feng-team"), user=member, valid_from=LONG_AGO)
        client.force_login(member)
        assert ask(client).status_code == 422
        feng = Team.objects.get(slug="feng-team")
        ask(client, team=str(feng.pk))
        assert CreditRequest.objects.filter(team=feng).exists()

    def test_of_others_cannot_be_named(self, client, member):
        client.force_login(member)
        assert ask(client, team=str(Team.objects.get(slug="feng-team").pk)).status_code == 422


@pytest.mark.usefixtures("nobody")
class TestLine:
    def test_is_found_by_its_whole_order_number(self, phone):
        found = {number: [each.key for each in phone.get(reverse(LIST), {"q": number}).context["lines"]]
                 for number in ("99001", "9900", "nobody", "88003", "1")}  # fmt: skip
        assert found == {"99001": ["nobody"], "9900": [], "nobody": ["nobody"], "88003": [], "1": []}

    def test_is_asked_for(self, phone):
        answer = phone.post(reverse("my_sales:ask_line", args=[line("nobody").pk]), {"note": "我们卖的"})
        assert (answer["Location"], CreditRequest.objects.get().key) == (reverse(LIST), "nobody")

    def test_with_a_team_is_not_there(self, phone):
        assert phone.get(reverse("my_sales:ask_line", args=[line("alone").pk])).status_code == 404


class TestAnswer:
    def test_of_a_yes_is_in_the_figures(self, phone, world):
        ask(phone)
        request, clerk = CreditRequest.objects.get(), staff_of(Township.objects.get(slug="anyu"), "clerk")
        before = paid("team")["fourteen"]
        carry_out(changing(lambda touched: grant(request, Span.of(None, None), "小新", clerk, touched)), [])
        assert paid("team")["fourteen"] == before + 500
        assert phone.get(reverse(LIST)).context["asked"][0].state == "granted"

    def test_of_a_no_is_read_with_its_reason(self, phone):
        ask(phone)
        refuse(CreditRequest.objects.get(), "那天没有开播", staff_of(Township.objects.get(slug="anyu"), "clerk"))
        assert "那天没有开播" in phone.get(reverse(LIST)).content.decode()

    def test_may_be_done_without_by_taking_it_back(self, phone):
        ask(phone)
        request = CreditRequest.objects.get()
        for _time in range(2):
            phone.post(reverse("my_sales:withdraw_request", args=[request.pk]))
        request.refresh_from_db()
        assert request.state == "withdrawn"

    def test_cannot_be_taken_back_by_another_team(self, phone, client, neighbour):
        ask(phone)
        client.force_login(neighbour)
        address = reverse("my_sales:withdraw_request", args=[CreditRequest.objects.get().pk])
        assert client.post(address).status_code == 404
