"""What a form may point at: related rows of the user's own, in its choices and in what is posted."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry


def limit_choices(form: forms.BaseForm, user: Any, scope: str) -> None:
    """Narrow the choices of related rows down by `scope`, a queryset's method: `visible_to` or `workable_by`.

    Forms of rows edited along with this one too. Rows that know no such scope stay as the form has them.
    """
    for field in form.fields.values():
        rows = getattr(field, "queryset", None)
        if hasattr(rows, scope):
            field.queryset = getattr(rows, scope)(user)  # type: ignore[attr-defined]
        elif rows is not None and rows.model is get_image_model():
            field.queryset = pictures_of(user)  # type: ignore[attr-defined]
    for formset in getattr(form, "formsets", {}).values():
        for each in formset.forms:
            limit_choices(each, user, scope)


def pictures_of(user: Any) -> QuerySet:
    """Those of the libraries of the townships on whose pages the user works."""
    return policy_registry.get_by_type(get_image_model()).instances_user_has_permission_for(user, "choose")
