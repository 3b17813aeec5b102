"""The site's addresses with one more: the least that Django can answer, under the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from zhunong.urls import urlpatterns as of_the_site


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [path("bare/", bare), *of_the_site]
