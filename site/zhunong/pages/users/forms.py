"""Wagtail's user forms with what counts here: name, phone, and whose rows a person works with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users import forms as wagtail_forms

from zhunong.access.phones import PhoneField

NOT_NEEDED = ("email", "first_name", "last_name")
OURS = {"display_name", "phone", "townships", "county"}
TOWNSHIPS = {"townships": forms.CheckboxSelectMultiple}


def ask_no_more_than_needed(form: forms.ModelForm) -> None:
    """A sign-in name is enough to work here."""
    for name in NOT_NEEDED:
        del form.fields[name]
    form.fields["username"].label = _("Sign-in name")
    form.fields["username"].help_text = _("Letters, digits and @ . + - _")
    form.fields["display_name"].label = _("Name of the person")
    asked = form.fields["phone"]
    form.fields["phone"] = PhoneField(label=asked.label, help_text=asked.help_text, required=False)


class UserCreationForm(wagtail_forms.UserCreationForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_no_more_than_needed(self)

    class Meta(wagtail_forms.UserCreationForm.Meta):
        fields = (wagtail_forms.UserCreationForm.Meta.fields | OURS) - set(NOT_NEEDED)
        widgets = wagtail_forms.UserCreationForm.Meta.widgets | TOWNSHIPS


class UserEditForm(wagtail_forms.UserEditForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_no_more_than_needed(self)

    class Meta(wagtail_forms.UserEditForm.Meta):
        fields = (wagtail_forms.UserEditForm.Meta.fields | OURS) - set(NOT_NEEDED)
        widgets = wagtail_forms.UserEditForm.Meta.widgets | TOWNSHIPS
