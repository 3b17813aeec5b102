"""Every address of the site."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from media.views import upload
from zhunong.language import choose
from zhunong.pages.front.frame import serve
from zhunong.pages.views import favicon, robots, sitemap

urlpatterns = [
    path("favicon.ico", favicon),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("language/<slug:language>/", choose, name="choose_language"),
    path("", include("zhunong.access.sign_in.urls")),
    path("", include("livestreams.teams.people.urls")),
    path("admin/account/", RedirectView.as_view(pattern_name="people:account"), name="wagtailadmin_account"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("my/sales/", include("livestreams.sales.phone.urls")),
    path("my/rooms/", include("livestreams.rooms.phone.urls")),
    path("my/sessions/", include("livestreams.sessions.phone.urls")),
    path("my/seasons/", include("livestreams.teams.seasons.urls")),
    path("live/", include("livestreams.sessions.public.urls")),
    path("rooms/", include("livestreams.rooms.public.urls")),
    path("my/", include("zhunong.pages.phone.urls")),
    path("", include("products.public.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("uploads/<path:path>", upload, name="upload"),
    path("", include("media.cards.urls")),
    path("", include("media.wechat.urls")),
    path("", include([each for each in wagtail_urls.urlpatterns if each.name != "wagtail_serve"])),
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
]
