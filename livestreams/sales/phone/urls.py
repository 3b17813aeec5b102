"""Sales on a team member's phone: /my/sales/ …"""

from django.urls import URLPattern, path

from livestreams.sales.phone import handing_in, results
from livestreams.sales.phone.asking import urls as asking
from livestreams.sales.phone.sessions import urls as sessions
from livestreams.sales.phone.written import urls as written
from livestreams.sales.session_lists import urls as session_lists

app_name = "my_sales"
urlpatterns: list[URLPattern] = [
    *written.urlpatterns,
    *asking.urlpatterns,
    *sessions.urlpatterns,
    *session_lists.own_urlpatterns,
    path("results/", results.results, name="results"),
    path("lines/", results.lines, name="lines"),
    path("hand-in/", handing_in.hand_in, name="hand_in"),
    path("hand-in/files/", handing_in.hand_in_files, name="hand_in_files"),
    path("hand-in/files/confirm/", handing_in.confirm_files, name="confirm_files"),
    path("offline-template/", handing_in.offline_template, name="offline_template"),
    path("imports/", handing_in.imports, name="imports"),
    path("imports/<int:pk>/", handing_in.import_page, name="import"),
    path("imports/<int:pk>/bad-rows/", handing_in.bad_rows, name="bad_rows"),
    path("imports/<int:pk>/shop/", handing_in.tell_shop, name="tell_shop"),
    path("imports/<int:pk>/confirm/", handing_in.confirm, name="confirm"),
    path("imports/<int:pk>/discard/", handing_in.discard_file, name="discard"),
]
