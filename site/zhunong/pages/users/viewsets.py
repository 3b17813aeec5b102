"""The admin's screens for users: the administrator's alone. Leaders and staff work with people at /people/."""

from django import forms
from wagtail.users.views import users

from zhunong.pages.users.forms import UserCreationForm, UserEditForm


class IndexView(users.IndexView):
    search_fields = ("username", "display_name", "phone")


class UserViewSet(users.UserViewSet):
    index_view_class = IndexView

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return UserEditForm if for_update else UserCreationForm
