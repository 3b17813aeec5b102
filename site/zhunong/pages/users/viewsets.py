"""The admin's screens for users."""

from django import forms
from wagtail.users.views import users

from zhunong.pages.users.forms import UserCreationForm, UserEditForm


class UserViewSet(users.UserViewSet):
    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return UserEditForm if for_update else UserCreationForm
