"""The phone home: what each kind of person finds there."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from livestreams.sales.models import ManualSale, OrderImport
from livestreams.sales.staff.totals.periods import month_end, today
from livestreams.sales.totals import Question, ask
from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Team
from products.models import Product
from tests.livestreams.sales.builders import bring_rows, row
from tests.people import LONG_AGO, leader_of, member_of, operator_of, reader_of, staff_of
from zhunong.access.models import User

HOME = "/my/"
State = OrderImport.State
Page = Callable[[User], str]


@pytest.fixture
def member(world: object) -> User:
    return member_of(Team.objects.get(slug="fourteen"), "member")


@pytest.fixture
def page(client: Client) -> Page:
    """The home as a person sees it."""

    def page_of(user: User) -> str:
        client.force_login(user)
        return client.get(HOME).content.decode()

    return page_of


def session(team: str, title: str, hours: float, percent: int = 100) -> Session:
    """A session of the shop's, beginning so many hours from noon today."""
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    starts = noon + datetime.timedelta(hours=hours)
    account = Account.objects.get(account_id="1001")
    made = Session.objects.create(
        slug=f"s{Session.objects.count()}", title=title, township=account.township, account=account,
        started_at=starts, ended_at=starts + datetime.timedelta(hours=1),
    )  # fmt: skip
    teams = {team: percent, "changgan-team": 100 - percent}
    made.set_shares({Team.objects.get(slug=slug): part for slug, part in teams.items() if part})
    return made


def returned_sale(user: User, team: str) -> ManualSale:
    of = Team.objects.get(slug=team)
    return ManualSale.objects.create(
        township=of.township, team=of, day=today(), product=Product.objects.get(slug="cherry"), items=1,
        amount_fen=100, channel="market", receiver="team", state=ManualSale.State.RETURNED, written_by=user,
    )  # fmt: skip


def sell_this_month() -> None:
    paid = f"{today().replace(day=1)} 09:00:00"
    bring_rows(
        row("douyin", "one", amount="12.34", paid=paid),
        row("douyin", "two", amount="5.00", paid=paid, status="已关闭"),
        row("douyin", "three", amount="7.00", paid=paid, mark="数据将于第二天更新"),
    )


class TestWhoComes:
    def test_a_visitor_is_sent_to_the_sign_in(self, client: Client, world: object) -> None:
        assert client.get(HOME).url.startswith(reverse("sign_in"))

    @pytest.mark.parametrize("of", [staff_of, reader_of])
    def test_the_offices_people_are_led_to_the_office(self, client: Client, member: User, of: Callable) -> None:
        client.force_login(of(Team.objects.first().township, "office"))
        assert client.get(HOME).url == reverse("wagtailadmin_home")

    def test_a_clerk_in_a_team_finds_the_team(self, page: Page, world: object) -> None:
        team = Team.objects.get(slug="feng-team")
        clerk = staff_of(team.township, "clerk")
        clerk.memberships.create(team=team, valid_from=LONG_AGO)
        text = page(clerk)
        assert team.name in text and reverse("wagtailadmin_home") in text

    def test_who_left_the_team_is_signed_out(self, client: Client, member: User) -> None:
        client.force_login(member)
        member.memberships.update(valid_to=today())
        assert client.get(HOME).url.startswith(reverse("sign_in"))

    def test_an_operator_sees_their_shops_and_no_team(self, page: Page, world: object) -> None:
        text = page(operator_of(Account.objects.get(account_id="1002"), "operator"))
        assert "无主店" in text and "douyin店" not in text and "十四小只" not in text


class TestNavigation:
    def test_a_member_hands_in_and_sees_results(self, page: Page, member: User) -> None:
        text = page(member)
        assert reverse("my_sales:hand_in") in text and reverse("my_sales:results") in text
        assert reverse("people:index") not in text

    def test_a_leader_finds_the_team_members(self, page: Page, world: object) -> None:
        assert reverse("people:index") in page(leader_of(Team.objects.get(slug="fourteen"), "leader"))

    def test_an_operator_finds_handing_in_only(self, page: Page, world: object) -> None:
        text = page(operator_of(Account.objects.get(account_id="1002"), "operator"))
        assert reverse("my_sales:hand_in") in text and reverse("my_sales:results") not in text

    def test_where_one_is_is_marked(self, page: Page, member: User) -> None:
        assert f'<a href="{HOME}" aria-current="page">' in page(member)


class TestToday:
    def test_sessions_of_my_teams_stand_in_time(self, client: Client, member: User) -> None:
        for title, hours in [("明天场", 24), ("晚场", 7), ("早场", -6)]:
            session("fourteen", title, hours)
        client.force_login(member)
        agenda = client.get(HOME).context["agenda"]
        assert [entry.title for entry in agenda.today] == ["早场", "晚场"]
        assert [entry.title for entry in agenda.later] == ["明天场"]

    def test_a_joint_session_says_my_part(self, page: Page, member: User) -> None:
        session("fourteen", "合播场", 1, percent=60)
        assert "60%" in page(member)

    def test_another_teams_session_on_my_shop_is_not_mine(self, page: Page, member: User) -> None:
        session("feng-team", "别队场", 1)
        assert "别队场" not in page(member)

    def test_a_session_without_teams_is_its_accounts_owners(self, page: Page, member: User) -> None:
        session("fourteen", "没写队的场", 1).shares.all().delete()
        assert "没写队的场" in page(member)

    def test_yesterdays_session_is_over_and_gone(self, page: Page, member: User) -> None:
        session("fourteen", "昨天场", -24)
        assert "昨天场" not in page(member)


class TestMonth:
    def test_figures_are_the_offices_to_the_fen(self, client: Client, member: User) -> None:
        sell_this_month()
        client.force_login(member)
        [mine] = client.get(HOME).context["months"]
        first = today().replace(day=1)
        office = ask(Question(start=first, end=month_end(first), only={"team": ("fourteen",)})).total
        assert mine.total[1:] == office[1:]
        assert (mine.total.net_fen, mine.total.refunded_fen, mine.total.provisional_fen) == (1934, 500, 700)

    def test_the_page_says_refunds_and_what_is_provisional(self, page: Page, member: User) -> None:
        sell_this_month()
        text = page(member)
        assert all(figure in text for figure in ("19.34", "24.34", "5.00", "7.00", "次日更新", "统计口径"))

    def test_another_teams_money_is_not_shown(self, page: Page, world: object) -> None:
        sell_this_month()
        assert "19.34" not in page(member_of(Team.objects.get(slug="feng-team"), "other"))


class TestWaiting:
    def test_nothing_waits_at_first(self, client: Client, member: User) -> None:
        client.force_login(member)
        assert not client.get(HOME).context["waiting"]

    def test_a_file_of_my_shop_waits_for_a_yes(self, page: Page, member: User) -> None:
        file = self.file(member, State.READY, shop="1001")
        assert reverse("my_sales:import", args=[file.pk]) in page(member)

    def test_a_file_of_mine_that_was_refused(self, page: Page, member: User) -> None:
        file = self.file(member, State.REFUSED, refusal={"code": "empty", "params": {}})
        assert reverse("my_sales:import", args=[file.pk]) in page(member)

    def test_others_refused_and_counted_files_do_not_wait(self, client: Client, member: User) -> None:
        other = member_of(Team.objects.get(slug="fourteen"), "second")
        self.file(other, State.REFUSED, refusal={"code": "empty", "params": {}})
        self.file(member, State.UNDONE, shop="1001")
        client.force_login(member)
        assert client.get(HOME).context["waiting"].files == []

    def test_a_file_of_a_strange_shop_does_not_wait(self, client: Client, member: User) -> None:
        self.file(operator_of(Account.objects.get(account_id="1002"), "op"), State.READY, shop="1002")
        client.force_login(member)
        assert client.get(HOME).context["waiting"].files == []

    def test_a_sale_sent_back_waits_for_its_team_only(self, client: Client, member: User) -> None:
        returned_sale(member, "fourteen")
        returned_sale(member, "feng-team")
        client.force_login(member)
        assert client.get(HOME).context["waiting"].returned == 1

    def test_lines_of_strangers_in_my_shop_wait(self, client: Client, member: User) -> None:
        bring_rows(row("douyin", "a", streamer="999"), row("douyin", "b", streamer="998"))
        client.force_login(member)
        assert client.get(HOME).context["waiting"].stranger_lines == 2

    def test_an_account_of_nobody_named_like_my_village_waits(self, page: Page, world: object) -> None:
        Account.objects.filter(account_id="1002").update(nickname="冯村果园")
        bring_rows(row("douyin", "a"), account="1002")
        assert "冯村果园" in page(member_of(Team.objects.get(slug="feng-team"), "feng"))
        assert "冯村果园" not in page(member_of(Team.objects.get(slug="changgan-team"), "changgan"))

    @staticmethod
    def file(by: User, state: str, shop: str = "", **fields: object) -> OrderImport:
        account = Account.objects.filter(account_id=shop).first()
        township = Team.objects.get(slug="fourteen").township
        return OrderImport.objects.create(
            township=township, shop=account, state=state, file_name=f"{state}.csv", created_by=by, **fields
        )


def test_the_home_is_light(client: Client, member: User) -> None:
    """On a weak network: the page and its own styles under 40 kB, nothing from elsewhere, no script."""
    sell_this_month()
    client.force_login(member)
    html = client.get(HOME).content
    styles = sum(Path(finders.find(f"zhunong/{name}.css")).stat().st_size for name in ("tokens", "site", "my"))
    assert len(html) + styles < 40_000
    assert b"<script" not in html and b"//" not in html.replace(b"<!doctype", b"")


@pytest.mark.parametrize(("strangers", "most"), [(0, 15), (20, 17)], ids=["nothing unclaimed", "something unclaimed"])
def test_the_home_needs_few_queries(
    client: Client, member: User, strangers: int, most: int, django_assert_max_num_queries
) -> None:
    """Two more to tell which of what nobody has is like us."""
    member.memberships.create(team=Team.objects.get(slug="feng-team"), valid_from=LONG_AGO)
    sell_this_month()
    for number in range(5):
        session("fourteen", f"场{number}", number * 2)
        TestWaiting.file(member, State.READY, shop="1001")
        returned_sale(member, "fourteen")
    if strangers:
        bring_rows(*(row("douyin", f"x{number}", streamer=f"99{number}") for number in range(strangers)))
    client.force_login(member)
    client.get(HOME)
    with django_assert_max_num_queries(most):
        assert len(client.get(HOME).context["waiting"].strangers) == strangers
