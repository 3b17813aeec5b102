"""Addresses of the work lists, below /admin/sales/."""

from django.urls import path
from django.views.decorators.http import require_POST

from livestreams.sales.staff.access import DECIDE, HAND_IN, VIEW_TOTALS
from livestreams.sales.staff.work.listings import UnmappedView
from livestreams.sales.staff.work.mapping_page import MapListingView
from livestreams.sales.staff.work.provisional import ProvisionalView
from livestreams.sales.staff.work.unclaimed import StrangersView, UnclaimedView
from livestreams.sales.staff.work.words import WordsView, note_word, put_back_word
from zhunong.access.desk import needs

see, decide = needs(VIEW_TOTALS), needs(DECIDE)

urlpatterns = [
    path("work/listings/", see(UnmappedView.as_view()), name="unmapped"),
    path("work/listings/<int:pk>/map/", needs(HAND_IN)(require_POST(MapListingView.as_view())), name="map_listing"),
    path("work/strangers/", see(StrangersView.as_view()), name="strangers"),
    path("work/unclaimed/", see(UnclaimedView.as_view()), name="unclaimed"),
    path("work/provisional/", see(ProvisionalView.as_view()), name="provisional"),
    path("work/words/", see(WordsView.as_view()), name="words"),
    path("work/words/note/", decide(require_POST(note_word)), name="note_word"),
    path("work/words/<int:pk>/put-back/", decide(require_POST(put_back_word)), name="put_back_word"),
]
