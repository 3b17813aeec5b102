"""Addresses of sales written down by hand, below /admin/sales/."""

from django.urls import path
from django.views.decorators.http import require_POST

from livestreams.sales.staff.access import DECIDE
from livestreams.sales.staff.manual.doublet_list import DoubletsView, decide_doublet
from livestreams.sales.staff.manual.listing import WrittenView
from livestreams.sales.staff.manual.menu import VIEW_WRITTEN
from livestreams.sales.staff.manual.sale_page import DecideView, SalePage, proof
from zhunong.access.desk import needs

see, decide = needs(VIEW_WRITTEN), needs(DECIDE)

urlpatterns = [
    path("written-down/", see(WrittenView.as_view()), name="written"),
    path("written-down/twice/", see(DoubletsView.as_view()), name="doublets"),
    path("written-down/<int:pk>/", see(SalePage.as_view()), name="written_sale"),
    path("written-down/<int:pk>/proof/", see(proof), name="written_proof"),
    path("written-down/<int:pk>/decide/", decide(DecideView.as_view()), name="decide_sale"),
    path("written-down/<int:pk>/twice/", decide(require_POST(decide_doublet)), name="decide_doublet"),
]
