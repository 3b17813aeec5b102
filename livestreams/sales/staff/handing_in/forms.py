"""What staff fills in to hand files in, to tell a file's shop and to find a file again."""

import datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from livestreams.sales.models import OrderImport
from livestreams.sales.scopes import Scope
from livestreams.sales.times import BEIJING
from livestreams.sales.uploads import LARGEST_UPLOAD
from livestreams.teams.models import Account, AccountQuerySet
from products.platforms import platform_choices, platform_name
from zhunong.access.models import User
from zhunong.places.models import Township

MOST_FILES = 30


class ShopField(forms.ModelChoiceField):
    """A choice of shops, told apart by platform and account id."""

    def label_from_instance(self, shop: Account) -> str:
        return f"{platform_name(shop.platform)} · {shop.nickname} ({shop.account_id})"


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several; an empty one too, for the reader says best what is wrong with it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=FilesInput({"multiple": True}), allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data or [None]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("At most %(most)s files at a time."), params={"most": MOST_FILES})
        return [self.clean_one(file) for file in files]

    def clean_one(self, file: Any) -> UploadedFile:
        cleaned = super().clean(file)
        if getattr(cleaned, "is_too_large", False):
            raise forms.ValidationError(
                _("“%(name)s” has more than %(limit)s MB; export a shorter period at a time."),
                params={"name": cleaned.name, "limit": LARGEST_UPLOAD >> 20},
            )
        return cleaned


def in_order(shops: AccountQuerySet) -> QuerySet[Account]:
    return shops.order_by("platform", "nickname")


class HandInForm(forms.Form):
    """Files, and what the site cannot find out by itself."""

    files = FilesField(  # type: ignore[assignment]  # the fields are asked for by name only
        label=_("Order files"),
        help_text=_("csv, Excel or zip, just as the platform exported them. You can choose several at once."),
    )
    township = forms.ModelChoiceField(Township.objects.none(), label=_("Township"), required=False)
    shop = ShopField(
        Account.objects.none(),
        label=_("Shop"),
        required=False,
        empty_label=_("Find out by itself"),
        help_text=_(
            "The site knows the shop again by the file's name, or takes the only shop on that platform. "
            "Where it cannot know, it asks you after reading."
        ),
    )
    no_streamers = forms.BooleanField(
        label=_("This shop sells without streamers"),
        required=False,
        help_text=_("Tick this only if the file has no column for streamers because the shop has none."),
    )
    password = forms.CharField(
        label=_("Password of the file"),
        required=False,
        strip=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Only for a locked workbook. It is used once and kept nowhere."),
    )

    def __init__(self, *args: Any, user: User, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.townships = list(scope.townships(user))
        self.fields["shop"].queryset = in_order(scope.shops(user))  # type: ignore[attr-defined]
        if len(self.townships) > 1:
            self.fields["township"].queryset = scope.townships(user)  # type: ignore[attr-defined]
        else:
            del self.fields["township"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        shop = cleaned.get("shop")
        named = shop.township if shop else cleaned.get("township")
        cleaned["township"] = named or (self.townships[0] if len(self.townships) == 1 else None)
        if not cleaned["township"]:
            raise forms.ValidationError(_("Choose the township that the files belong to, or their shop."))
        return cleaned


class ShopForm(forms.Form):
    """Which of the possible shops a file is of."""

    shop = ShopField(Account.objects.none(), label=_("Shop"), empty_label=None, widget=forms.RadioSelect)

    def __init__(self, *args: Any, shops: QuerySet[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shop"].queryset = shops  # type: ignore[attr-defined]


class FindForm(forms.Form):
    """Narrows the list of files down."""

    q = forms.CharField(label=_("File name"), required=False)
    shop = ShopField(Account.objects.none(), label=_("Shop"), required=False, empty_label=_("All"))
    platform = forms.ChoiceField(label=_("Platform"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    month = forms.DateField(
        label=_("Handed in in the month"),
        required=False,
        input_formats=["%Y-%m"],
        widget=forms.DateInput({"type": "month", "placeholder": "2026-06"}, format="%Y-%m"),
    )

    def __init__(self, *args: Any, user: User, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visible = scope.files(user)
        self.fields["shop"].queryset = in_order(scope.shops_seen(user))  # type: ignore[attr-defined]
        self.offer("platform", platform_choices())
        self.offer("state", OrderImport.State.choices)

    def offer(self, name: str, choices: list) -> None:
        self.fields[name].choices = [("", _("All")), *choices]  # type: ignore[attr-defined]

    def found(self) -> QuerySet[OrderImport]:
        """The visible files that fit; a wrong choice narrows nothing."""
        self.is_valid()
        imports = self.visible.select_related("shop", "created_by").defer("bad", "columns")
        wanted = self.cleaned_data
        if wanted.get("q"):
            imports = imports.filter(file_name__icontains=wanted["q"].strip())
        for name in ("shop", "platform", "state"):
            if wanted.get(name):
                imports = imports.filter(**{name: wanted[name]})
        if wanted.get("month"):
            start = datetime.datetime.combine(wanted["month"], datetime.time(), BEIJING)
            after = (start + datetime.timedelta(32)).replace(day=1)
            imports = imports.filter(created_at__gte=start, created_at__lt=after)
        return imports
