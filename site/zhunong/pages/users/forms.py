"""Wagtail's user forms and the townships: which rows a person works with."""

from django import forms
from wagtail.users import forms as wagtail_forms

TOWNSHIPS = {"townships": forms.CheckboxSelectMultiple}


class UserCreationForm(wagtail_forms.UserCreationForm):
    class Meta(wagtail_forms.UserCreationForm.Meta):
        fields = wagtail_forms.UserCreationForm.Meta.fields | {"townships"}
        widgets = wagtail_forms.UserCreationForm.Meta.widgets | TOWNSHIPS


class UserEditForm(wagtail_forms.UserEditForm):
    """A person who edits their own account cannot widen what they see."""

    def __init__(self, *args: object, editing_self: bool = False, **kwargs: object) -> None:
        super().__init__(*args, editing_self=editing_self, **kwargs)
        if editing_self and not self.instance.is_superuser:
            del self.fields["townships"]

    class Meta(wagtail_forms.UserEditForm.Meta):
        fields = wagtail_forms.UserEditForm.Meta.fields | {"townships"}
        widgets = wagtail_forms.UserEditForm.Meta.widgets | TOWNSHIPS
