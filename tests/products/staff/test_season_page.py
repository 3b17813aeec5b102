"""Seasons on the phone: one tap, for the own villages alone, written down with who and when."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from livestreams.teams.models import Team
from products.models import Origin, Product, Season
from tests import people
from tests.products.staff.conftest import signed_in
from zhunong.access.models import User
from zhunong.places.models import Township, Village

PAGE = reverse("my_seasons:seasons")


@pytest.fixture
def today(world: Township) -> datetime.date:
    return timezone.localdate()


@pytest.fixture
def phone(leader: User) -> Client:
    """The leader of 冯村队."""
    return signed_in(leader)


@pytest.fixture
def whole(world: Township) -> Client:
    """The leader of a team of the whole township."""
    return signed_in(people.leader_of(Team.objects.get(slug="fourteen"), "whole-leader"))


def season_of(product: Product, today: datetime.date, village: Village | None = None, **fields: Any) -> Season:
    dates = {"picked_from": today.replace(month=1, day=1), "picked_to": today.replace(month=12, day=31)}
    return Season.objects.create(product=product, village=village, year=today.year, **dates | fields)


def tap(client: Client, product: Product, act: str, village: Village | None = None, **more: Any) -> Any:
    url = reverse("my_seasons:tell", args=[product.pk])
    return client.post(url, {"act": act, "village": village.pk if village else 0} | more, follow=True)


class TestTaps:
    def test_sold_out_is_of_today(self, phone: Client, cherry: Product, feng: Village, today: datetime.date):
        season = season_of(cherry, today, feng)
        tap(phone, cherry, "sold_out", feng)
        season.refresh_from_db()
        assert season.sold_out_on == today

    def test_some_again_takes_it_back(self, phone: Client, cherry: Product, feng: Village, today: datetime.date):
        season = season_of(cherry, today, feng, sold_out_on=today)
        tap(phone, cherry, "again", feng)
        season.refresh_from_db()
        assert season.sold_out_on is None

    def test_picking_begins_makes_a_season(self, phone: Client, cherry: Product, feng: Village, today: datetime.date):
        tap(phone, cherry, "pick", feng)
        season = Season.objects.get()
        assert (season.village, season.picked_from, season.year) == (feng, today, today.year)

    def test_an_expected_season_becomes_a_fact(
        self, phone: Client, cherry: Product, feng: Village, today: datetime.date
    ):
        season = season_of(cherry, today, feng, is_estimate=True)
        tap(phone, cherry, "pick", feng)
        season.refresh_from_db()
        assert not season.is_estimate

    def test_the_last_day_can_be_said(self, phone: Client, cherry: Product, feng: Village, today: datetime.date):
        season, last = season_of(cherry, today, feng), today.replace(month=12, day=30)
        tap(phone, cherry, "until", feng, day=last.isoformat())
        season.refresh_from_db()
        assert season.picked_to == last

    def test_bloom_begins(self, phone: Client, cherry: Product, feng: Village, today: datetime.date):
        season = season_of(cherry, today, feng)
        tap(phone, cherry, "bloom", feng)
        season.refresh_from_db()
        assert (season.blooms_from, season.blooms_to) == (today, today)

    def test_who_and_what_is_written_down(
        self, phone: Client, leader: User, cherry: Product, feng: Village, today: datetime.date
    ):
        season_of(cherry, today, feng)
        tap(phone, cherry, "sold_out", feng)
        entry = ModelLogEntry.objects.get(action="products.season")
        assert (entry.user, entry.object_id) == (leader, str(cherry.pk)) and "冯村" in entry.data["words"]

    @pytest.mark.parametrize("said", [{"act": "until", "day": "2020-01-01"}, {"act": "until"}, {"act": "fly"}])
    def test_what_cannot_be_is_refused_and_nothing_written(
        self, phone: Client, cherry: Product, feng: Village, today: datetime.date, said: dict[str, str]
    ):
        season = season_of(cherry, today, feng)
        tap(phone, cherry, village=feng, **said)
        assert Season.objects.get().picked_to == season.picked_to
        assert not ModelLogEntry.objects.filter(action="products.season").exists()

    def test_dates_come_before_sold_out(self, phone: Client, cherry: Product, feng: Village):
        tap(phone, cherry, "sold_out", feng)
        assert not Season.objects.exists()


class TestVillages:
    def test_a_season_of_all_villages_is_not_changed_by_one(
        self, phone: Client, cherry: Product, feng: Village, today: datetime.date
    ):
        common = season_of(cherry, today)
        tap(phone, cherry, "sold_out", feng)
        common.refresh_from_db()
        assert common.sold_out_on is None and Season.objects.get(village=feng).sold_out_on == today

    def test_who_stands_for_all_villages_tells_of_all(self, whole: Client, cherry: Product, today: datetime.date):
        common = season_of(cherry, today)
        tap(whole, cherry, "sold_out")
        common.refresh_from_db()
        assert common.sold_out_on == today

    def test_the_only_village_of_a_product_tells_of_all(
        self, phone: Client, cherry: Product, feng: Village, today: datetime.date
    ):
        Origin.objects.filter(product=cherry).latest("pk").set_shares({feng: 100})
        common = season_of(cherry, today)
        tap(phone, cherry, "sold_out")
        common.refresh_from_db()
        assert common.sold_out_on == today

    def test_another_village_is_not_found(self, phone: Client, cherry: Product, today: datetime.date):
        xiabai = Village.objects.get(slug="xiabai")
        season_of(cherry, today, xiabai)
        assert tap(phone, cherry, "sold_out", xiabai).status_code == 404

    def test_a_village_where_it_no_longer_grows_is_not_listed(self, cherry: Product, feng: Village, world: Township):
        xiabai = Village.objects.get(slug="xiabai")
        Origin.objects.get(product=cherry, valid_from__isnull=False).set_shares({xiabai: 100})
        Origin.objects.filter(product=cherry, valid_from=None).delete()
        phone = signed_in(people.leader_of(Team.objects.get(slug="feng-team"), "second-leader"))
        assert phone.get(PAGE).context["rows"] == []

    def test_a_foreign_product_is_not_found(self, desk: Client, foreign: Product):
        assert tap(desk, foreign, "pick").status_code == 404


class TestPage:
    def test_it_lists_what_grows_in_the_own_village(self, phone: Client, cherry: Product):
        assert [told.product for told, _standing, _form in phone.get(PAGE).context["rows"]] == [cherry]

    def test_what_is_over_is_not_asked_until_when_it_is_picked(
        self, phone: Client, cherry: Product, feng: Village, today: datetime.date
    ):
        past = today - datetime.timedelta(days=2)
        season = season_of(cherry, past, feng, picked_from=past, picked_to=past)
        assert 'value="until"' not in phone.get(PAGE).text
        season.picked_to = today
        season.save()
        assert 'value="until"' in phone.get(PAGE).text

    def test_members_do_not_tell_seasons(self, world: Township):
        member = signed_in(people.member_of(Team.objects.get(slug="feng-team"), "member"))
        assert member.get(PAGE).status_code == 403

    def test_staff_tell_of_all_products(self, desk: Client, world: Township):
        assert len(desk.get(PAGE).context["rows"]) == 2

    def test_dates_and_note_are_written_at_once(
        self, phone: Client, cherry: Product, feng: Village, today: datetime.date
    ):
        key = f"{cherry.pk}-{feng.pk}"
        data = {f"{key}-picked_from": f"{today.year}-06-01", f"{key}-picked_to": f"{today.year}-06-20"}
        url = reverse("my_seasons:write", args=[cherry.pk])
        phone.post(url, data | {"village": feng.pk, f"{key}-note": "倒春寒"})
        assert Season.objects.get().note == "倒春寒"

    def test_dates_out_of_order_come_back_with_a_sentence(
        self, phone: Client, cherry: Product, feng: Village, today: datetime.date
    ):
        key = f"{cherry.pk}-{feng.pk}"
        data = {f"{key}-picked_from": f"{today.year}-06-20", f"{key}-picked_to": f"{today.year}-06-01"}
        answer = phone.post(reverse("my_seasons:write", args=[cherry.pk]), data | {"village": feng.pk})
        assert answer.status_code == 422 and not Season.objects.exists()

    def test_many_products_take_few_queries(self, desk: Client, world: Township, django_assert_max_num_queries):
        for number in range(40):
            product = Product.objects.create(slug=f"p{number}", name=f"产品{number}", category="fruit", township=world)
            season_of(product, timezone.localdate())
        with django_assert_max_num_queries(12):
            desk.get(PAGE)
