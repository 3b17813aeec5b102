"""Addresses of requests for credit and of giving accounts to teams."""

from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from livestreams.sales.staff.access import DECIDE
from livestreams.sales.staff.claiming.giving_page import ClaimAccountView
from livestreams.sales.staff.claiming.request_list import RequestsView
from livestreams.sales.staff.claiming.request_page import RequestView
from zhunong.access.desk import needs

see = needs("sales.view_creditrequest")

urlpatterns = [
    path("requests/", see(RequestsView.as_view()), name="requests"),
    path("requests/<int:pk>/", see(require_GET(RequestView.as_view())), name="request"),
    path("requests/<int:pk>/decide/", needs(DECIDE)(require_POST(RequestView.as_view())), name="decide_request"),
    path("claim-account/", needs(DECIDE)(ClaimAccountView.as_view()), name="claim_account"),
]
