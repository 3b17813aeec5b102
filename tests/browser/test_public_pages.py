"""Every type of public page in a real browser: nobody shut out, nothing heavy, nothing that jumps."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.public_pages import faults, one_of_each, shifts, syntax_errors, weigh
from tests.browser.serving import Site, width

KILO = 1000


@pytest.fixture(scope="module")
def addresses(site: Site) -> dict[str, str]:
    return one_of_each(site)


def test_no_page_has_a_fault_for_axe_or_is_wider_than_its_window(page: Page, addresses: dict[str, str]):
    found = {}
    for name, address in addresses.items():
        page.goto(address)
        found[name] = faults(page) + (["too wide"] if width(page) > page.viewport_size["width"] else [])
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("page", ["phone"], indirect=True)
def test_every_page_is_valid_html_with_one_first_heading(page: Page, addresses: dict[str, str]):
    found = {}
    for name, address in addresses.items():
        html = page.request.get(address).text()
        found[name] = syntax_errors(html) + (["headings"] if len(re.findall(r"<h1\b", html)) != 1 else [])
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("page", ["phone"], indirect=True)
def test_without_its_pictures_no_page_weighs_150_kb_nor_asks_a_foreign_host(page: Page, addresses: dict[str, str]):
    weights = {name: weigh(page, address) for name, address in addresses.items()}
    heavy = {name: weight.of_the_rest for name, weight in weights.items() if weight.of_the_rest >= 150 * KILO}
    assert (heavy, [url for weight in weights.values() for url in weight.from_elsewhere]) == ({}, [])


@pytest.mark.parametrize("page", ["phone"], indirect=True)
def test_home_weighs_less_than_600_kb_with_every_picture(page: Page):
    weight = weigh(page, "/")
    assert weight.of_pictures > 0 and weight.of_pictures + weight.of_the_rest < 600 * KILO


def test_pictures_move_nothing_when_they_come(page: Page, addresses: dict[str, str]):
    moved = {
        name: shifts(page, addresses[name]) for name in ("HomePage", "CataloguePage", "ProductPage", "VillagePage")
    }
    assert {name: value for name, value in moved.items() if value > 0.01} == {}
