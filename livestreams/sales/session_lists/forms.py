"""Handing in a list of livestreams, and saying yes to what it would change."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from livestreams.sales.privacy import mask_personal
from livestreams.teams.models import Account, AccountQuerySet
from zhunong.access.models import User

SALT = "livestreams.sales.session_lists"
HOLDS_S = 3600
"""So long the second step may follow the first."""


class AccountField(forms.ModelChoiceField):
    def label_from_instance(self, account: Account) -> str:
        return f"{account.nickname} ({account.account_id})"


class ListForm(forms.Form):
    """One file; the account only where the list names none."""

    file = forms.FileField(
        label=_("List of livestreams"), allow_empty_file=True,
        help_text=_("Douyin 电商罗盘 › 直播 › 直播间列表 › 下载明细, or 百应 › 历史直播, as the platform exported it."),
        error_messages={"required": _("Choose the file.")},
    )  # fmt: skip
    account = AccountField(
        Account.objects.none(), label=_("Whose list it is"), required=False, empty_label=_("as the list says"),
        help_text=_("Only for lists that name no account."),
        error_messages={"invalid_choice": _("That account is not yours; choose one of your own.")},
    )  # fmt: skip
    password = forms.CharField(
        label=_("Password of a locked file"), required=False, max_length=100,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, accounts: AccountQuerySet, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        fields: Any = self.fields
        fields["account"].queryset = accounts.order_by("nickname")

    @property
    def file_name(self) -> str:
        return mask_personal(self.cleaned_data["file"].name)[-150:]


def sealed(content: dict[str, Any], user: User) -> str:
    """What the first step read, for the page to carry: nothing of it is kept here. Only the same person can use it."""
    return signing.dumps(content | {"user": user.pk}, salt=SALT, compress=True)


def opened(seal: str, user: User) -> dict[str, Any] | None:
    """None where it is not of this person, has been touched, or is too old."""
    try:
        content = signing.loads(seal, salt=SALT, max_age=HOLDS_S)
    except signing.BadSignature:
        return None
    return content if content.get("user") == user.pk else None
