"""Signing in, and rights by role: whoever holds no role on a day is nobody to the site on that day."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import QuerySet

from zhunong.access.roles import permissions_of


class RoleBackend(ModelBackend):
    """Rights come from the roles of today alone. A session ends with the last role (asked on every request)."""

    def user_can_authenticate(self, user: Any) -> bool:
        return super().user_can_authenticate(user) and (user is None or user.is_superuser or bool(user.roles))

    def _get_group_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return permissions_of(user_obj.roles)

    def _get_user_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return Permission.objects.none()
