"""Wagtail's user administration, with the townships a person works for."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "zhunong.pages.users.viewsets.UserViewSet"
