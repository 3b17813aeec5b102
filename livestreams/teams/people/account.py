"""One's own account: name, phone, password."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from livestreams.teams.people.forms import PersonForm
from livestreams.teams.people.showing import show
from zhunong.access.doors import open_to
from zhunong.access.sign_in.forms import PASSWORD_HELP


class OwnPasswordForm(PasswordChangeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].widget.attrs.pop("autofocus", None)
        self.fields["new_password1"].help_text = PASSWORD_HELP
        self.fields["new_password2"].help_text = ""


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class AccountView(View):
    """Two forms on one page, told apart by the button pressed. Rights are no part of either."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(self.about(), OwnPasswordForm(request.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        if "new_password1" in request.POST:
            about, password = self.about(), OwnPasswordForm(request.user, request.POST)
            if password.is_valid():
                update_session_auth_hash(request, password.save())
                return self.done(_("Your password is changed. Elsewhere you are signed out now."))
        else:
            about, password = self.about(request.POST), OwnPasswordForm(request.user)
            if about.is_valid():
                about.save(request.user)
                return self.done(_("Saved."))
        return self.page(about, password)

    def about(self, data: Any = None) -> PersonForm:
        user: Any = self.request.user
        return PersonForm(data, person=user, initial={"name": user.display_name, "phone": user.phone})

    def page(self, about: PersonForm, password: OwnPasswordForm) -> HttpResponse:
        return show(self.request, "account", about=about, password=password)

    def done(self, sentence: str) -> HttpResponse:
        messages.success(self.request, sentence)
        return redirect("people:account")


account = open_to()(AccountView.as_view())
