"""The rooms in the admin: list, enter, change, look at, delete what was never booked."""

from typing import Any

from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.room_words import access_words, hours_words, kit_words
from livestreams.rooms.staff.rooms.forms import RoomForm
from zhunong.access.row_scope import RowScopedViewSet


def told_state(room: Room) -> str:
    return _("can be booked") if room.is_in_use else _("switched off")


class RoomIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("team", "township").prefetch_related("hours", "kit")


class RoomInspect(generic.InspectView):
    def get_object(self, queryset: QuerySet | None = None) -> Room:
        return get_object_or_404(Room.objects.select_related("team", "township", "photo"), pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        room = self.object
        return super().get_context_data(**kwargs) | {
            "room": room, "access": access_words(room), "hours": hours_words(room.hours.all()).split("；"),
            "kit": list(room.kit.all()), "lengths": "、".join(map(str, room.length_choices)),
        }  # fmt: skip


class RoomDelete(generic.DeleteView):
    """What was ever booked stays, for the record: it is switched off instead."""

    @cached_property
    def problem(self) -> str:
        if not Occupancy.objects.filter(room=self.object).exists():
            return ""
        return _("%(room)s has been booked or closed, so it stays for the record. Switch it off instead: edit it, and "
                 "take away the tick at “can be booked”.") % {"room": self.object}  # fmt: skip

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.get(request, *args, **kwargs) if self.problem else super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"problem": self.problem}


class RoomViewSet(RowScopedViewSet, ModelViewSet):
    model = Room
    name = "rooms_rooms"
    url_prefix = "rooms/rooms"
    icon = "home"
    menu_label = gettext_lazy("Rooms")
    add_to_admin_menu = False
    copy_view_enabled = False
    inspect_view_enabled = True
    add_to_reference_index = False
    sort_order_field = None
    index_view_class = RoomIndex
    inspect_view_class = RoomInspect
    delete_view_class = RoomDelete
    create_template_name = "rooms/rooms/form.html"
    edit_template_name = "rooms/rooms/form.html"
    inspect_template_name = "rooms/rooms/inspect.html"
    delete_template_name = "rooms/rooms/delete.html"
    index_template_name = "rooms/rooms/index.html"
    index_results_template_name = "rooms/rooms/index_results.html"
    search_fields = ["name", "place"]
    search_backend_name = None
    export_filename = "rooms"
    list_display = [
        TitleColumn("name", label=gettext_lazy("room"), url_name="rooms_rooms:inspect"),
        Column("access", label=gettext_lazy("who may book"), accessor=access_words),
        Column("hours", label=gettext_lazy("open"), accessor=lambda room: hours_words(room.hours.all())),
        Column("kit", label=gettext_lazy("kit"), accessor=lambda room: kit_words(room.kit.all())),
        Column("is_in_use", label=gettext_lazy("state"), accessor=told_state),
    ]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm[Any]]:
        return RoomForm


rooms = RoomViewSet()
