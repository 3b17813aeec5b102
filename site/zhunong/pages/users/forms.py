"""Wagtail's user forms with the townships: whose rows a person works with. No needless personal data is asked for."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.users import forms as wagtail_forms

NOT_NEEDED = ("email", "first_name", "last_name")
TOWNSHIPS = {"townships": forms.CheckboxSelectMultiple}


class SignInForm(LoginForm):
    """Wagtail's names the password in English only."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label, self.fields["password"].label = _("Sign-in name"), _("Password")
        for field in (self.fields["username"], self.fields["password"]):
            field.widget.attrs.pop("placeholder", None)


def ask_no_more_than_needed(form: forms.Form) -> None:
    """A sign-in name is enough to work here."""
    for name in NOT_NEEDED:
        form.fields[name].required = False


class UserCreationForm(wagtail_forms.UserCreationForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        ask_no_more_than_needed(self)

    class Meta(wagtail_forms.UserCreationForm.Meta):
        fields = wagtail_forms.UserCreationForm.Meta.fields | {"townships"}
        widgets = wagtail_forms.UserCreationForm.Meta.widgets | TOWNSHIPS


class UserEditForm(wagtail_forms.UserEditForm):
    """A person who edits their own account cannot widen what they see."""

    def __init__(self, *args: object, editing_self: bool = False, **kwargs: object) -> None:
        super().__init__(*args, editing_self=editing_self, **kwargs)
        ask_no_more_than_needed(self)
        if editing_self and not self.instance.is_superuser:
            del self.fields["townships"]

    class Meta(wagtail_forms.UserEditForm.Meta):
        fields = wagtail_forms.UserEditForm.Meta.fields | {"townships"}
        widgets = wagtail_forms.UserEditForm.Meta.widgets | TOWNSHIPS
