"""The help names every platform, every work list and every screen of the menu, with pictures drawn from the site."""

import pytest
from django.urls import reverse

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.models import OrderImport
from livestreams.sales.staff.tables.desks import DESKS
from livestreams.sales.staff.totals.words import DEFINITIONS
from livestreams.sales.staff.work.lists import WORK_LISTS
from livestreams.sales.staff.work.menu import menu as work_menu
from livestreams.sales.wagtail_hooks import menu as sales_menu
from livestreams.teams.models import Account, Team
from tests.people import member_of, operator_of
from zhunong.pages.help.exports import EXPORTS, exports, kept
from zhunong.pages.help.screens import SALES, WORK_TEXTS

DESK, PHONE = "/admin/help-zh/", "/my/help/"


@pytest.fixture
def desk(client, clerk):
    client.force_login(clerk)
    return client


@pytest.fixture
def phone(client, world):
    client.force_login(member_of(Team.objects.get(slug="fourteen"), "member"))
    return client


@pytest.mark.parametrize("address", [DESK, PHONE])
@pytest.mark.parametrize("platform", LAYOUTS)
def test_every_platform_is_told_of(desk, platform, address):
    assert f'id="export-{platform}"' in desk.get(address).text


@pytest.mark.parametrize("platform", LAYOUTS)
def test_nothing_that_the_site_keeps_is_unticked(platform):
    assert set(EXPORTS[platform].untick) & set(LAYOUTS[platform].kept) == set()


@pytest.mark.parametrize("platform", LAYOUTS)
def test_what_is_to_be_kept_is_what_the_layout_reads(platform):
    assert set(kept(LAYOUTS[platform])) <= set(LAYOUTS[platform].kept)
    assert LAYOUTS[platform].amount in kept(LAYOUTS[platform])


def test_every_platform_with_buyers_data_says_what_not_to_tick():
    assert [each["platform"] for each in exports() if not each["export"].untick] == ["offline"]


def names(menu) -> set[str]:
    return {item.name for item in menu.registered_menu_items}


def test_every_table_of_the_menu_is_explained(desk):
    text = desk.get(reverse("help_zh")).content.decode()
    assert [str(each.about) for each in DESKS if str(each.about) not in text] == []


def test_every_screen_of_the_sales_menu_is_explained():
    assert names(sales_menu) - {screen.name for screen in SALES} - names(work_menu) == set()


def test_every_work_list_is_explained():
    assert set(WORK_TEXTS) == {each.name for each in WORK_LISTS} == names(work_menu)


@pytest.mark.parametrize("name", ["coverage", "people", *WORK_TEXTS])
def test_the_page_has_a_place_for_each_screen(desk, name):
    assert f'id="screen-{name}"' in desk.get(DESK).text


def test_every_figure_has_its_definition(desk):
    html = desk.get(DESK).text
    assert [name for name, text in DEFINITIONS.items() if str(text) not in html] == []


def test_pictures_are_drawn_by_the_screens_own_templates(desk):
    response = desk.get(DESK)
    drawn = {template.name for template in response.templates}
    assert {"sales/coverage/_board.html", "sales/desk/_effect.html", "sales/totals/_ladder.html"} <= drawn
    assert response.text.count('class="help-picture"><div inert') == 4


def test_pictures_are_examples_and_write_nothing(desk):
    desk.get(DESK)
    assert not OrderImport.objects.exists()


def test_the_desk_finds_it_in_the_menu_and_not_wagtails_own(desk, admin_user):
    for user in (None, admin_user):
        if user:
            desk.force_login(user)
        html = desk.get(DESK).text
        assert '"name": "help-zh"' in html and '"name": "help"' not in html


def test_a_member_reads_it_on_the_phone_and_is_led_to_handing_in(phone):
    assert "/my/sales/hand-in/" in phone.get(PHONE).text


def test_a_shop_operator_reads_it_too(client, world):
    client.force_login(operator_of(Account.objects.get(account_id="1001"), "operator"))
    assert client.get(PHONE).status_code == 200


def test_who_may_only_read_is_not_led_to_handing_in(client, reader):
    client.force_login(reader)
    assert "action--wide" not in client.get(PHONE).text


@pytest.mark.parametrize("address", [DESK, PHONE])
def test_a_visitor_signs_in_first(client, db, address):
    assert client.get(address).status_code == 302


def test_a_member_does_not_open_the_desks_help(phone):
    assert phone.get(DESK).status_code == 302


def test_it_takes_few_queries(desk, django_assert_max_num_queries):
    desk.get(DESK)
    with django_assert_max_num_queries(10):
        desk.get(DESK)
