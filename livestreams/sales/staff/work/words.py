"""未知状态词: words in status columns that no layout lists. They refund nothing until somebody has looked."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.models import WordNote
from livestreams.sales.privacy import mask_personal
from livestreams.sales.staff.access import DECIDE
from livestreams.sales.staff.work import items
from livestreams.sales.staff.work.lists import NOTHING, WORK_LISTS, items_of
from livestreams.sales.staff.work.page import WorkPage
from zhunong.access.models import User
from zhunong.places.models import Township

MOST_NOTES = 100
THIS = next(each for each in WORK_LISTS if each.name == "words")


class Word(NamedTuple):
    """A word with where it stands: most rows in one file, number of files, the latest of them."""

    township: int
    platform: str
    word: str
    rows: int
    files: int
    latest: int


def unknown_words(user: User) -> list[Word]:
    """Those that wait, the most frequent first. One query."""
    if items_of(THIS, user) == NOTHING:
        return []
    source, params = items.words_source(user)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.township_id, i.platform, SUBSTR(w.key, 1, 100) AS word, MAX(CAST(w.value AS integer)) AS most,"
            f" COUNT(DISTINCT i.id), MAX(i.id) {source}"
            " GROUP BY i.township_id, i.platform, SUBSTR(w.key, 1, 100) ORDER BY 4 DESC, 2, 3",
            params,
        )
        return [Word(*row) for row in cursor.fetchall()]


class WordsView(WorkPage):
    """Words that wait, and those already looked at."""

    template_name = "sales/work/words.html"
    page_title = gettext_lazy("Unknown status words")
    header_icon = "info-circle"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        noted = WordNote.objects.visible_to(self.user).select_related("by").order_by("-pk")[:MOST_NOTES]
        return super().get_context_data(**kwargs) | self.pages(unknown_words(self.user)) | {
            "noted": noted,
            "workable": self.workable(),
        }  # fmt: skip

    def workable(self) -> set[int]:
        """Townships whose words the user may put off the list."""
        if not self.user.has_perm(DECIDE):
            return set()
        return set(Township.objects.workable_by(self.user).values_list("pk", flat=True))


def note_word(request: HttpRequest) -> HttpResponse:
    """Put a word off the list. Only words that wait can be noted, for townships that the user works for."""
    user = request.user
    assert isinstance(user, User)
    asked = tuple(request.POST.get(name, "") for name in ("township", "platform", "word"))
    workable = Township.objects.workable_by(user).values_list("pk", flat=True)
    waiting = {(str(each.township), each.platform, each.word) for each in unknown_words(user)}
    if asked in waiting and int(asked[0]) in set(workable):
        note = mask_personal(request.POST.get("note", "").strip())[:200]
        WordNote.objects.get_or_create(
            township_id=int(asked[0]), platform=asked[1], word=asked[2], defaults={"by": user, "note": note}
        )
        messages.success(request, _("“%(word)s” refunds nothing, and is off the list.") % {"word": asked[2]})
    else:
        messages.error(request, _("This word is not waiting any more; look at the list once more."))
    return redirect("sales:words")


def put_back_word(request: HttpRequest, pk: int) -> HttpResponse:
    """Back onto the list."""
    notes: QuerySet[WordNote] = WordNote.objects.workable_by(request.user)
    note = get_object_or_404(notes, pk=pk)
    note.delete()
    messages.success(request, _("“%(word)s” is on the list again.") % {"word": note.word})
    return redirect("sales:words")
