"""Whole sheets of tables: looked at row by row, written at once, taken away as they can be handed in again."""

import io

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.models import RecordedChange
from livestreams.sales.staff.tables.desks import DESKS
from livestreams.sales.staff.tables.sheets import MOST_ROWS
from livestreams.sessions.models import Session
from livestreams.teams.models import Account
from products.models import Origin
from tests.livestreams.sales.builders import WORLD, bring_rows, line, paid, row
from tests.livestreams.sales.staff.tables.desk import Desk, messages
from tests.people import another_township, office_person
from zhunong.access import roles
from zhunong.places.models import Township, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sold", "agreeing")]
ORIGINS = "product,valid_from,shares\ncherry,,feng:100\npear,2026-01-01,xiabai:100\ncherry,2026-05-31,{}\n".format(
    "xiabai:34;feng:33;changgan:33"
)


class TestPreview:
    def test_shows_row_by_row_what_would_change(self, desk: Desk):
        context = desk.upload("origins", ORIGINS).context
        kinds = [(row["number"], row["is_new"]) for row in context["rows"]]
        assert (kinds, context["counts"]) == ([(2, False), (3, True)], "新增 1 行，修改 1 行，不变 1 行")

    def test_says_how_much_money_would_move(self, desk: Desk):
        effect = desk.upload("origins", ORIGINS).context["effect"]
        gains = {move.key: move.net_fen for move in effect.moves if move.dimension == "village"}
        assert gains == {"feng": 1300, "changgan": -1300, "xiabai": 500, None: -500}

    def test_writes_nothing(self, desk: Desk):
        before = paid("village")
        desk.upload("origins", ORIGINS)
        assert (paid("village"), Origin.objects.count(), RecordedChange.objects.count()) == (before, 2, 0)

    def test_of_the_same_table_has_nothing_to_write(self, desk: Desk):
        answer = desk.upload("origins", WORLD["origins"])
        assert (answer.context["rows"], b"sealed" in answer.content) == ([], False)


class TestYes:
    def test_writes_exactly_what_was_seen(self, desk: Desk):
        preview = desk.upload("origins", ORIGINS)
        desk.confirm("origins", preview)
        change = RecordedChange.objects.get()
        assert paid("village")["xiabai"] == 500
        assert [vars(move) for move in preview.context["effect"].moves] == change.moves

    def test_is_recorded_row_by_row(self, desk: Desk, clerk):
        desk.confirm("origins", desk.upload("origins", ORIGINS))
        change = RecordedChange.objects.get()
        assert (change.table, change.by, "sheet.csv" in change.reason) == ("origins", clerk, True)
        assert [(row["what"], row["key"]) for row in change.rows] == [("changed", "cherry"), ("created", "pear")]

    def test_tells_what_became_of_the_rows(self, desk: Desk):
        answer = desk.confirm("origins", desk.upload("origins", ORIGINS))
        assert ["新增 1 行" in text for text in messages(answer)] == [True]

    def test_after_the_figures_moved_asks_once_more(self, desk: Desk):
        preview = desk.upload("origins", ORIGINS)
        bring_rows(row("douyin", "later", amount="3.00", code="B"), at="2026-06-11 08:00:00")
        answer = desk.confirm("origins", preview)
        assert (answer.context["is_otherwise"], Origin.objects.count()) == (True, 2)

    def test_to_a_damaged_preview_writes_nothing(self, desk: Desk):
        answer = desk.confirm("origins", desk.upload("origins", ORIGINS), sealed="x")
        assert (len(messages(answer)), Origin.objects.count()) == (1, 2)

    def test_to_anothers_preview_writes_nothing(self, desk: Desk, reader, outsider, client: Client):
        preview = desk.upload("origins", ORIGINS)
        client.force_login(outsider)
        desk.confirm("origins", preview)
        assert Origin.objects.count() == 2


class TestRoundTrip:
    @pytest.mark.parametrize("format", ["csv", "xlsx"])
    @pytest.mark.parametrize("table", [desk.name for desk in DESKS if desk.name != "townships"])
    def test_what_is_taken_away_can_be_handed_in_and_changes_nothing(self, desk: Desk, table: str, format: str):
        sheet = desk.client.get(reverse(f"table_{table}:index"), {"export": format}).content
        assert desk.upload(table, sheet, f"{table}.{format}").context["rows"] == []

    def test_names_that_look_like_formulas_come_back_as_they_were(self, desk: Desk):
        Account.objects.filter(account_id="1002").update(nickname="@小红")
        Account.objects.get(account_id="1002").ownerships.update(nickname="@小红")
        sheet = desk.client.get(reverse("table_accounts:index"), {"export": "csv"}).content
        assert "'@小红".encode() in sheet
        assert desk.upload("accounts", sheet).context["rows"] == []

    def test_a_list_narrowed_down_gives_what_it_shows(self, desk: Desk):
        text = desk.client.get(reverse("table_villages:index"), {"export": "csv", "q": "冯"}).content.decode()
        assert text.split() == ["\ufeffslug,name,township", "feng,冯村,anyu"]


class TestReading:
    def test_chinese_headers_and_gbk_are_understood(self, desk: Desk):
        sheet = "简称,名称,镇\nneu,新村,anyu\n".encode("gb18030")
        desk.confirm("villages", desk.upload("villages", sheet))
        assert Village.objects.get(slug="neu").name == "新村"

    def test_names_as_the_screen_has_them_are_understood(self, desk: Desk):
        desk.confirm("origins", desk.upload("origins", "产品,起始日期,各村比例\n香酥梨,,冯村 60%；长杆村 40%\n"))
        desk.confirm("accounts", desk.upload("accounts", (
            "平台,账号ID,昵称,类型,镇,团队,起始日期,截止日期\n抖店,5005,新号,带货账号,安峪镇,冯村队,,\n"
        )))  # fmt: skip
        assert Origin.objects.get(product__slug="pear").shares_by_slug() == {"feng": 60, "changgan": 40}
        assert Account.objects.get(account_id="5005").ownerships.get().team.slug == "feng-team"

    def test_the_workbook_that_is_taken_away_speaks_chinese(self, desk: Desk):
        content = desk.client.get(reverse("table_origins:index"), {"export": "xlsx"}).content
        rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.values)
        assert rows[:2] == [("产品", "起始日期", "各村比例"), ("大樱桃", None, "长杆村 50%；冯村 50%")]

    def test_a_name_that_two_have_stands_for_neither(self, desk: Desk):
        Village.objects.create(slug="feng-2", name="冯村", township=Township.objects.get(slug="anyu"))
        assert desk.upload("origins", "product,valid_from,shares\npear,,冯村 100%\n").context["problem"]

    def test_workbooks_with_real_days_are_understood(self, desk: Desk):
        import datetime

        book = openpyxl.Workbook()
        book.active.append(["slug", "title", "platform", "account_id", "started_at", "ended_at", "teams"])
        start = datetime.datetime(2026, 6, 2, 11, 0)
        book.active.append(["neu", "新场", "douyin", "1001", start, start.replace(hour=13), "feng-team:100"])
        content = io.BytesIO()
        book.save(content)
        desk.confirm("sessions", desk.upload("sessions", content.getvalue(), "s.xlsx"))
        assert (Session.objects.get(slug="neu").title, line("pear").session.slug) == ("新场", "neu")

    def test_every_bad_cell_is_named(self, desk: Desk):
        sheet = "code,product,name,net_weight_g\nNEW,cherry,,many\nCH-5J,cherry,樱桃,2500\nX,no such,新,1\n"
        bad = desk.upload("skus", sheet).context["bad"]
        assert [(number, column) for number, column, _reason in bad] == [(2, "名称"), (2, "净重(克)"), (4, "产品")]


REFUSED = {
    "an order file": ("主订单编号,收件人\n1,张三\n", "sheet.csv"),
    "a missing column": ("slug,name\nneu,新村\n", "sheet.csv"),
    "no row": ("slug,name,township\n", "sheet.csv"),
    "the same twice": ("slug,name,township\nneu,新村,anyu\nneu,旧村,anyu\n", "sheet.csv"),
    "a township elsewhere": ("slug,name,township\nneu,新村,elsewhere\n", "sheet.csv"),
    "an unknown township": ("slug,name,township\nneu,新村,nowhere\n", "sheet.csv"),
    "no workbook": ("PK", "sheet.xlsx"),
    "another kind of file": ("x", "sheet.pdf"),
    "too many rows": ("slug,name,township\n" + "neu,新村,anyu\n" * (MOST_ROWS + 1), "sheet.csv"),
    "more cells than headers": ("slug,name,township\nneu,新村,anyu,more\n", "sheet.csv"),
}


@pytest.mark.parametrize(("content", "name"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_sheet_of_the_table_gets_one_sentence(desk: Desk, content: str, name: str):
    another_township()
    answer = desk.upload("villages", content, name)
    assert (answer.status_code, bool(answer.context["problem"])) == (200, True)
    assert Village.objects.count() == 3


def test_a_file_must_be_chosen(desk: Desk):
    assert desk.client.post(reverse("table_villages:upload"), {}).context["form"].errors


def test_rows_that_move_money_are_of_one_township(client: Client):
    home, away = Township.objects.get(slug="anyu"), another_township()
    client.force_login(office_person(roles.STAFF, "both", home, away))
    from products.models import Product

    Product.objects.create(slug="apple", name="苹果", category="fruit", township=away)
    Village.objects.create(slug="there", name="那村", township=away)
    answer = Desk(client).upload("origins", "product,valid_from,shares\npear,,feng:100\napple,,there:100\n")
    assert (bool(answer.context["problem"]), Origin.objects.count()) == (True, 2)


def test_only_who_may_add_and_change_hands_in_sheets(client: Client, reader):
    client.force_login(reader)
    assert client.get(reverse("table_villages:upload"))["Location"] == "/admin/"
