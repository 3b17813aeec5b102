"""The files that browsers and robots ask for."""

from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control

from zhunong.addresses import public_root
from zhunong.pages.sitemaps import PageSitemap


@cache_control(public=True, max_age=86400)
def favicon(request: HttpRequest) -> HttpResponseRedirect:
    return HttpResponseRedirect(static("zhunong/favicon.svg"))


def robots(request: HttpRequest) -> HttpResponse:
    """What need not be searched, and where the sitemap is."""
    context = {"sitemap": public_root(request) + reverse("sitemap")}
    return render(request, "robots.txt", context, content_type="text/plain; charset=utf-8")


def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages that anybody may read."""
    return views.sitemap(request, {"pages": PageSitemap(request)}, template_name="zhunong/sitemap.xml")
