"""Signing in, and the two files that browsers and robots ask for."""

from django.http import HttpRequest, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from wagtail.admin.views.account import LoginView

from zhunong.pages.users.forms import SignInForm

ENTER_ADMIN = "wagtailadmin.access_admin"


class SignInView(LoginView):
    """Those who may work in the admin go there; others, e.g. team members, to the home page."""

    def get_form_class(self) -> type[SignInForm]:
        return SignInForm

    def get_success_url(self) -> str:
        return super().get_success_url() if self.request.user.has_perm(ENTER_ADMIN) else "/"


@cache_control(public=True, max_age=86400)
def favicon(request: HttpRequest) -> HttpResponseRedirect:
    return HttpResponseRedirect(static("zhunong/favicon.svg"))
