"""Rows of tables entered, changed and deleted at the desk: first what would move, then exactly that, and a record."""

import pytest
from django.urls import reverse

from livestreams.sales.models import RecordedChange
from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Ownership, Team
from products.models import Origin, Sku, SkuCode
from tests.livestreams.sales.builders import bring_rows, differences, line, paid, row, totals
from tests.livestreams.sales.staff.tables.desk import Desk, boxes
from zhunong.places.models import Township, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sold", "agreeing")]


def moves(answer) -> dict[tuple[str, str | None], tuple[int, int]]:
    return {(move.dimension, move.key): (move.lines, move.net_fen) for move in answer.context["effect"].moves}


def shared() -> Session:
    return Session.objects.get(slug="shared")


class TestLooking:
    def test_tells_the_lines_and_the_money_that_would_move(self, desk: Desk):
        answer = desk.edit("sessions", shared().pk, **boxes("teams", {"fourteen": 10, "feng-team": 90}))
        assert (answer.context["effect"].lines, answer.context["effect"].net_fen) == (1, 1000)
        assert moves(answer)["team", "fourteen"] == (-1, -500)

    def test_says_in_names_what_is_changed(self, desk: Desk):
        text = desk.edit("sessions", shared().pk, **boxes("teams", {"fourteen": 10, "feng-team": 90})).content.decode()
        assert "十四小只 60%、冯村队 40%" in text
        assert "冯村队 90%、十四小只 10%" in text

    def test_writes_nothing(self, desk: Desk):
        before = totals("team")
        desk.edit("sessions", shared().pk, **boxes("teams", {"fourteen": 10, "feng-team": 90}))
        assert (shared().shares_by_slug(), totals("team")) == ({"fourteen": 60, "feng-team": 40}, before)
        assert not RecordedChange.objects.exists()

    def test_at_a_name_needs_no_second_yes(self, desk: Desk):
        desk.edit("teams", Team.objects.get(slug="feng-team").pk, name="冯村新队")
        assert Team.objects.get(slug="feng-team").name == "冯村新队"

    def test_tells_lines_never_paid_apart(self, desk: Desk):
        bring_rows(row("douyin", "never", code="B", paid=""), at="2026-06-12 08:00:00")
        effect = desk.delete("sku_codes", SkuCode.objects.get(platform="douyin", code="B").pk).context["effect"]
        assert (effect.lines, effect.unpaid, effect.net_fen) == (1, 1, 500)


class TestYes:
    def test_moves_exactly_what_was_seen(self, desk: Desk):
        before = paid("team")
        desk.twice("edit", "sessions", shared().pk, **boxes("teams", {"fourteen": 10, "feng-team": 90}))
        assert paid("team") == before | {"fourteen": before["fourteen"] - 500, "feng-team": before["feng-team"] + 500}

    def test_is_recorded_in_words_with_who_and_why(self, desk: Desk, clerk):
        said = boxes("teams", {"fourteen": 10, "feng-team": 90})
        desk.twice("edit", "sessions", shared().pk, reason="现场商定", **said)
        change = RecordedChange.objects.get()
        assert (change.by, change.reason, change.lines, change.net_fen) == (clerk, "现场商定", 1, 1000)
        assert change.rows[0]["fields"] == {"shares of teams": ["十四小只 60%、冯村队 40%", "冯村队 90%、十四小只 10%"]}

    def test_to_something_else_than_was_seen_asks_once_more(self, desk: Desk):
        answer = desk.edit("sessions", shared().pk, expected="0", **boxes("teams", {"fourteen": 10, "feng-team": 90}))
        assert answer.context["is_otherwise"]
        assert shared().shares_by_slug() == {"fourteen": 60, "feng-team": 40}

    def test_to_a_row_as_it_was_changes_nothing(self, desk: Desk):
        assert desk.edit("sessions", shared().pk).status_code == 302
        assert not RecordedChange.objects.exists()


class TestChangesThatCredit:
    def test_a_session_moved_away_gives_its_line_back(self, desk: Desk):
        desk.twice("edit", "sessions", shared().pk, started_at="2026-05-29T20:00:00", ended_at="2026-05-29T22:00:00")
        assert line("in-session").session is None

    def test_a_session_can_change_its_account(self, desk: Desk):
        desk.twice("edit", "sessions", shared().pk, account="douyin:1002")
        assert (line("in-session").session, shared().account.account_id) == (None, "1002")

    def test_an_owner_from_a_later_day_on_leaves_earlier_lines_unclaimed(self, desk: Desk):
        owned = Ownership.objects.get(account__account_id="1001")
        desk.twice("edit", "accounts", owned.pk, valid_from="2026-06-01")
        assert (line("outside").team_shares, line("pear").team_shares is None) == (None, False)

    def test_an_owner_may_be_followed_by_another(self, desk: Desk):
        owned = Ownership.objects.get(account__account_id="1001")
        desk.twice("edit", "accounts", owned.pk, valid_to="2026-06-01")
        desk.twice("add", "accounts", platform="douyin", account_id="1001", nickname="店", kind="shop",
                   township="anyu", team="feng-team", valid_from="2026-06-01")  # fmt: skip
        assert paid("team")["feng-team"] == 500 + 400

    def test_an_origin_from_another_day_on_is_another_row(self, desk: Desk):
        later = Origin.objects.get(product__slug="cherry", valid_from__isnull=False)
        desk.twice("edit", "origins", later.pk, valid_from="2026-05-30")
        assert Origin.objects.filter(product__slug="cherry").count() == 2
        assert paid("village")["xiabai"] > 0

    def test_an_origin_of_the_pear_finds_its_villages(self, desk: Desk):
        desk.twice("add", "origins", product="pear", **boxes("shares", {"feng": 100}))
        assert paid("village")["feng"] >= 500

    def test_a_code_that_names_another_sku_credits_its_lines(self, desk: Desk):
        code = SkuCode.objects.get(platform="douyin", account_id="1001", code="A")
        desk.twice("edit", "sku_codes", code.pk, sku="PR-10J")
        assert line("outside").sku.code == "PR-10J"

    def test_a_code_may_be_written_anew(self, desk: Desk):
        code = SkuCode.objects.get(platform="douyin", code="B")
        desk.twice("edit", "sku_codes", code.pk, code="C")
        assert (line("pear").sku, SkuCode.objects.filter(platform="douyin", code="C").count()) == (None, 1)

    def test_a_weight_tells_whose_weight_changes(self, desk: Desk):
        answer = desk.edit("skus", Sku.objects.get(code="PR-10J").pk, net_weight_g="4800")
        weights = {move.key: move.weight_g for move in answer.context["effect"].moves if move.dimension == "sku"}
        assert (weights, "重量" in answer.content.decode()) == ({"PR-10J": -200}, True)

    def test_a_weight_is_weighed_anew(self, desk: Desk):
        desk.twice("edit", "skus", Sku.objects.get(code="PR-10J").pk, net_weight_g="4800")
        assert line("pear").weight_g == 4800


class TestDeleting:
    def test_says_what_would_move_and_moves_it(self, desk: Desk):
        code = SkuCode.objects.get(platform="douyin", code="B")
        assert desk.delete("sku_codes", code.pk).context["effect"].lines == 1
        desk.twice("delete", "sku_codes", code.pk)
        assert (line("pear").sku, RecordedChange.objects.get().rows[0]["what"]) == (None, "deleted")

    def test_of_a_session_with_lines_is_refused_in_a_sentence(self, desk: Desk):
        assert "改" in desk.delete("sessions", shared().pk).context["problem"]
        assert Session.objects.filter(slug="shared").exists()

    def test_of_a_session_without_lines_is_done(self, desk: Desk):
        desk.twice("delete", "sessions", Session.objects.get(slug="alone").pk)
        assert not Session.objects.filter(slug="alone").exists()

    def test_of_a_shop_with_files_is_refused(self, desk: Desk):
        assert desk.delete("accounts", Ownership.objects.get(account__account_id="1001").pk).context["problem"]

    def test_of_the_last_owner_takes_an_unused_account_along(self, desk: Desk):
        desk.twice("delete", "accounts", Ownership.objects.get(account__account_id="9301").pk)
        assert not Account.objects.filter(account_id="9301").exists()

    def test_of_a_village_that_origins_name_is_refused(self, desk: Desk):
        assert desk.delete("villages", Village.objects.get(slug="feng").pk).context["problem"]


REFUSED = [
    ("villages", {"slug": "Feng 村", "name": "新村", "township": "anyu"}, "slug"),
    ("villages", {"slug": "neu", "name": "", "township": "anyu"}, "name"),
    ("villages", {"slug": "neu", "name": "新村", "township": "elsewhere"}, "township"),
    ("skus", {"code": "NEW", "product": "cherry", "name": "新", "net_weight_g": "-1"}, "net_weight_g"),
    ("origins", {"product": "pear", "shares_feng": "60"}, "shares"),
    ("origins", {"product": "pear", "valid_from": "2026-02-30", "shares_feng": "100"}, "valid_from"),
    ("sessions", {"slug": "neu", "title": "新", "account": "douyin:1001", "teams_fourteen": "100",
                  "started_at": "2026-05-30T21:00", "ended_at": "2026-05-30T23:00"}, "started_at"),
    ("sessions", {"slug": "neu", "title": "新", "account": "douyin:1001", "teams_fourteen": "100",
                  "started_at": "2026-05-30T23:00", "ended_at": "2026-05-30T22:30"}, "ended_at"),
    ("accounts", {"platform": "douyin", "account_id": "9001", "nickname": "甲", "kind": "streamer",
                  "township": "anyu", "team": "fourteen", "valid_from": "2026-05-01"}, "valid_from"),
    ("sku_codes", {"shop": "douyin:nobody", "code": "Z", "sku": "CH-5J"}, "shop"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "said", "field"), REFUSED)
def test_bad_input_gets_its_sentence_at_the_field(desk: Desk, table: str, said: dict, field: str):
    form = desk.add(table, **said).context["form"]
    assert list(form.errors) == [field]
    assert form.errors[field][0]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("villages", {"slug": "feng", "name": "冯村", "township": "anyu"}),
        ("villages", {"slug": "feng-2", "name": "冯村", "township": "anyu"}),
        ("sku_codes", {"shop": "douyin:", "code": "B", "sku": "CH-5J"}),
        ("origins", {"product": "cherry", "shares_feng": "100"}),
    ],
)
def test_a_new_row_never_overwrites_one_that_is_there(desk: Desk, table: str, said: dict):
    assert desk.add(table, **said).context["problem"]


def test_what_is_fixed_cannot_be_posted(desk: Desk):
    desk.edit("villages", Village.objects.get(slug="feng").pk, slug="fengcun", township="elsewhere", name="冯家村")
    village = Village.objects.get(name="冯家村")
    assert (village.slug, village.township.slug) == ("feng", "anyu")


class TestOthers:
    def test_staff_of_another_township_find_no_row(self, client, outsider):
        client.force_login(outsider)
        pages = [
            client.get(reverse(f"table_sessions:{view}", args=[shared().pk])) for view in ("edit", "delete", "history")
        ]
        assert [page.status_code for page in pages] == [404, 404, 404]

    def test_rows_of_another_township_are_not_there_to_choose(self, client, outsider):
        client.force_login(outsider)
        answer = Desk(client).add("origins", product="cherry", shares_feng="100")
        assert list(answer.context["form"].errors) == ["product", "shares"]

    def test_a_reader_looks_and_writes_nothing(self, client, reader):
        client.force_login(reader)
        assert client.get(reverse("table_teams:index")).status_code == 200
        assert client.get(reverse("table_teams:add"))["Location"] == "/admin/"

    def test_a_township_is_added_by_administrators_alone(self, desk: Desk):
        desk.add("townships", slug="neu", name="新镇", county="绛县")
        assert not Township.objects.filter(slug="neu").exists()


def test_all_agrees_after_many_changes(desk: Desk):
    desk.twice("edit", "sessions", shared().pk, account="douyin:1002")
    desk.twice("add", "origins", product="pear", **boxes("shares", {"feng": 100}))
    desk.twice("delete", "sku_codes", SkuCode.objects.get(platform="douyin", account_id="1001", code="A").pk)
    assert differences() == []
