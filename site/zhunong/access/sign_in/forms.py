"""The forms of the door: signing in, and the first password of one's own."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhunong.access.sign_in.names import one_name

NO_ROLE = _(
    "Your account is in no team, shop or office at present. Ask your team leader or the township's staff to enter you."
)
PASSWORD_HELP = _("At least 8 characters, best of letters and digits; neither your name nor your phone number.")


class OwnPhone(forms.Form):
    own_phone = forms.BooleanField(label=_("This is my own phone: keep me signed in for 90 days"), required=False)


class SignInForm(OwnPhone, AuthenticationForm):
    """By user name or phone number. A right password without any role gets its own sentence."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": _("Name and password do not go together. Look at them once more and try again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Sign-in name or phone number")
        self.fields["password"].label = _("Password")

    def clean_username(self) -> str:
        return one_name(self.cleaned_data["username"])

    def confirm_login_allowed(self, user: Any) -> None:
        super().confirm_login_allowed(user)
        if not user.may_enter:
            raise ValidationError(NO_ROLE, code="no_role")


class NewPasswordForm(OwnPhone, SetPasswordForm):
    """The password of one's own choice, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("Your new password")
        self.fields["new_password1"].help_text = PASSWORD_HELP
        self.fields["new_password2"].label = _("The same once more")
        self.fields["new_password2"].help_text = ""
