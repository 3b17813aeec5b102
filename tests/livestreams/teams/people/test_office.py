import pytest
from django.urls import reverse
from django.utils import timezone

from livestreams.teams.models import Account, ShopOperator
from tests.livestreams.teams.people.conftest import fresh
from tests.people import county_reader, member_of, operator_of, reader_of, staff_of
from zhunong.access import roles
from zhunong.access.models import User

PHONE = "13800000088"


def today() -> str:
    return timezone.localdate().isoformat()


def enter_colleague(client, role: str, *townships, **fields: object):
    given = {"name": "李小麦", "role": role, "townships": [township.pk for township in townships]} | fields
    return client.post(reverse("people:add_to_office"), given)


def colleague() -> User:
    return User.objects.get(display_name="李小麦")


class TestShops:
    def test_operator_is_entered_and_hands_in_for_that_shop_alone(self, as_, clerk, shop):
        as_(clerk).post(reverse("people:add_to_shop", args=[shop.pk]), {"name": "李小麦", "since": today()})
        assert colleague().roles == {roles.OPERATOR}
        assert list(Account.objects.of_person(colleague())) == [shop]

    def test_ending_closes_the_shop_that_day(self, as_, clerk, shop):
        operator = operator_of(shop, "op")
        period = ShopOperator.objects.get(user=operator)
        ended = as_(clerk).post(reverse("people:end_operator", args=[period.pk]), {"day": today()})
        assert ended["Location"] == reverse("people:shops")
        assert not fresh(operator).may_enter

    def test_shop_of_another_township_is_not_there(self, as_, clerk, far_shop):
        operator = operator_of(far_shop, "op")
        client = as_(clerk)
        given = {"name": "李小麦", "since": today(), "day": today()}
        assert client.post(reverse("people:add_to_shop", args=[far_shop.pk]), given).status_code == 404
        period = ShopOperator.objects.get(user=operator)
        assert client.post(reverse("people:end_operator", args=[period.pk]), given).status_code == 404
        assert "远方店" not in client.get(reverse("people:shops")).text
        assert fresh(operator).may_enter

    def test_streamer_account_is_no_shop(self, as_, clerk):
        streamer = Account.objects.filter(kind="streamer").first()
        assert as_(clerk).get(reverse("people:add_to_shop", args=[streamer.pk])).status_code == 404

    def test_empty_township_says_so(self, as_, far_clerk):
        assert 'class="empty"' in as_(far_clerk).get(reverse("people:shops")).text


class TestOffice:
    @pytest.mark.parametrize("role", roles.OFFICE_ROLES)
    def test_colleague_is_entered_for_the_makers_township(self, as_, clerk, anyu, role):
        enter_colleague(as_(clerk), role, anyu)
        assert (colleague().roles, list(colleague().townships.all())) == ({role}, [anyu])

    def test_no_other_township_can_be_given(self, as_, clerk, anyu, elsewhere):
        assert "field__error" in enter_colleague(as_(clerk), roles.STAFF, anyu, elsewhere).text
        assert not User.objects.filter(display_name="李小麦").exists()

    @pytest.mark.parametrize("role", [roles.LEADER, roles.MEMBER, roles.OPERATOR, "自建组", ""])
    def test_no_other_role_can_be_given(self, as_, clerk, anyu, role):
        assert "field__error" in enter_colleague(as_(clerk), role, anyu).text

    def test_no_county_and_no_more_can_be_given(self, as_, clerk, anyu):
        enter_colleague(as_(clerk), roles.STAFF, anyu, county="绛县", is_superuser="on", is_staff="on")
        assert (colleague().county, colleague().is_superuser, colleague().is_staff) == ("", False, False)

    def test_member_becomes_a_colleague_by_phone(self, as_, clerk, anyu, fourteen):
        person = member_of(fourteen, "known")
        User.objects.filter(pk=person.pk).update(phone=PHONE)
        enter_colleague(as_(clerk), roles.READER, anyu, phone=PHONE)
        assert fresh(person).roles == {roles.MEMBER, roles.READER}

    def test_colleague_of_two_townships_is_only_for_who_has_both(self, as_, clerk, anyu, elsewhere):
        both = staff_of(anyu, "both")
        both.townships.add(elsewhere)
        client = as_(clerk)
        assert client.post(reverse("people:end_office", args=[both.pk])).status_code == 403
        assert client.post(reverse("people:link", args=[both.pk])).status_code == 403
        assert fresh(both).may_enter

    def test_list_names_own_townships_alone(self, as_, clerk, anyu, elsewhere):
        staff_of(anyu, "both").townships.add(elsewhere)
        staff_of(elsewhere, "far_one")
        county_reader("绛县", "county_one")
        html = as_(clerk).get(reverse("people:office")).text
        assert [word in html for word in ("both", "别处镇", "far_one", "county_one")] == [True, False, False, False]

    def test_ending_ends_access_and_leaves_a_trace_for_the_office(self, as_, clerk, anyu):
        reader = reader_of(anyu, "reader")
        as_(clerk).post(reverse("people:end_office", args=[reader.pk]))
        assert not fresh(reader).may_enter
        assert as_(clerk).get(reverse("people:person", args=[reader.pk])).status_code == 200

    def test_nobody_ends_their_own(self, as_, clerk):
        assert as_(clerk).post(reverse("people:end_office", args=[clerk.pk])).status_code == 403

    def test_scope_left_over_is_not_taken_up_again(self, as_, chief, anyu, elsewhere):
        former = reader_of(elsewhere, "former")
        former.groups.clear()
        User.objects.filter(pk=former.pk).update(phone=PHONE)
        enter_colleague(as_(chief), roles.STAFF, anyu, phone=PHONE)
        assert list(former.townships.all()) == [anyu]
