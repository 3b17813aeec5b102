"""Roles that a team or a shop gives for a time: member, leader, operator."""

import datetime

from django.db.models import Case, CharField, QuerySet, Value, When

from livestreams.teams.models import Membership, ShopOperator
from zhunong.access import roles

Role = Membership.Role


def of_members(user: int, day: datetime.date) -> QuerySet:
    name = Case(When(role=Role.LEADER, then=Value(roles.LEADER)), default=Value(roles.MEMBER), output_field=CharField())
    return Membership.objects.filter(user=user).on(day).annotate(role_name=name).values_list("role_name")


def of_operators(user: int, day: datetime.date) -> QuerySet:
    name = Value(roles.OPERATOR, output_field=CharField())
    return ShopOperator.objects.filter(user=user).on(day).annotate(role_name=name).values_list("role_name")


def enter_roles() -> None:
    """Where these roles come from, and who works in the admin and with people."""
    roles.add_source(of_members)
    roles.add_source(of_operators)
    for role in (*roles.OFFICE_ROLES, roles.LEADER):  # leaders write their pages there
        roles.grant(role, "wagtailadmin.access_admin")
    for role in (roles.STAFF, roles.LEADER):
        roles.grant(role, "access.manage_people")
    roles.grant(roles.ROOM_MANAGER, "teams.view_team", "teams.view_membership")
