"""The door: signing in and out, and the one-time link."""

from typing import Any

from axes.utils import reset
from django.contrib.auth import login
from django.contrib.auth.views import LoginView, LogoutView
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from zhunong.access.models import User
from zhunong.access.sign_in.forms import NewPasswordForm, SignInForm
from zhunong.access.sign_in.links import person_of
from zhunong.access.sign_in.staying import landing, leads_nowhere, stay

BACKEND = "zhunong.access.backends.RoleBackend"


class SignInView(LoginView):
    """Leads on to `next` where that is of this site and open to the user, else to where their work is."""

    template_name = "access/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_success_url(self) -> str:
        following, user = self.get_redirect_url(), self.request.user
        return landing(user) if not following or leads_nowhere(following, user) else following

    def form_valid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        response = super().form_valid(form)
        stay(self.request, form.cleaned_data["own_phone"])
        return response


class SignOutView(LogoutView):
    next_page = "/"


def from_admin(request: HttpRequest) -> HttpResponseRedirect:
    """Wagtail's own sign-in address leads to ours and keeps where one wanted to go."""
    query = request.GET.urlencode()
    return HttpResponseRedirect(reverse("sign_in") + (f"?{query}" if query else ""))


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class OneTimeLinkView(FormView):
    """GET shows the form and uses nothing up (chat apps fetch previews); POST with a good password does."""

    template_name = "access/link.html"
    form_class = NewPasswordForm
    person: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        person = person_of(kwargs["key"])
        if person is None:
            return self.void()
        self.person = person
        return super().dispatch(request, *args, **kwargs)

    def void(self) -> HttpResponse:
        return render(self.request, "access/link_void.html", status=410)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.person}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(person=self.person, **kwargs)

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        if not self.use_up(form):
            return self.void()
        reset(username=self.person.username)
        if not self.person.may_enter:
            return render(self.request, "access/no_role.html")
        login(self.request, self.person, BACKEND)
        stay(self.request, form.cleaned_data["own_phone"])
        return redirect(landing(self.person))

    def use_up(self, form: NewPasswordForm) -> bool:
        """Of two who post at once, one."""
        with transaction.atomic():
            person = person_of(self.kwargs["key"], lock=True)
            if person is None:
                return False
            person.set_password(form.cleaned_data["new_password1"])
            person.invited_at = None
            person.save(update_fields=["password", "invited_at"])
        self.person = person
        return True
