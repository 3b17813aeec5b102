"""Before anything was handed in."""

from django.urls import reverse


def test_nothing_yet_leads_to_handing_in(desk):
    response = desk.get(reverse("sales:totals"))
    assert response.context["latest"] is None
    assert reverse("sales:hand_in") in response.content.decode()


def test_lines_and_the_work_list_open_empty(desk):
    assert [desk.get(reverse(f"sales:{name}")).status_code for name in ("lines", "unmapped")] == [200, 200]
