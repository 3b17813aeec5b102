"""Chinese unless somebody chose otherwise: a browser's own language says little on a borrowed phone."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

YEAR = 365 * 24 * 3600


class ChosenLanguageMiddleware(LocaleMiddleware):
    """The language of the switch (its cookie), else the site's. The browser's wish is passed over."""

    def process_request(self, request: HttpRequest) -> None:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()


def choose(request: HttpRequest, language: str) -> HttpResponseRedirect:
    """Remember the language in its cookie and go back to where the switch was. Raises Http404 for others than ours."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(wanted if is_ours else "/")
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=YEAR, samesite="Lax")
    return response
