"""Wagtail's screens that are open to those who work on pages, and which page or picture each of them is about.

Wagtail checks rights on most of them, and rows on few: what an address names must be of the person's own township.
"""

from collections.abc import Mapping
from typing import Any

from django.http import Http404
from wagtail.images import get_image_model
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry

from zhunong.access.page_rights import lies_in

PAGES = "wagtailadmin_pages:"
OF_PAGES = frozenset(
    {
        "wagtailadmin_explore_root", "wagtailadmin_explore", "wagtailadmin_explore_results",
        "wagtailadmin_choose_page", "wagtailadmin_choose_page_child", "wagtailadmin_choose_page_search",
        "wagtailadmin_choose_page_external_link", "wagtailadmin_choose_page_phone_link",
        "wagtailadmin_choose_page_anchor_link", "wagtailadmin_choose_page_email_link", "wagtailadmin_block_preview",
        *(
            PAGES + name
            for name in (
                "add", "preview_on_add", "add_subpage", "edit", "preview_on_edit", "view_draft", "delete", "unpublish",
                "search", "search_results", "set_page_position", "lock", "unlock", "workflow_action",
                "collect_workflow_action_data", "confirm_workflow_cancellation", "workflow_preview",
                "workflow_history", "workflow_history_detail", "revisions_index", "revisions_view",
                "revisions_revert", "revisions_unschedule", "revisions_compare", "history", "history_results",
            )
        ),
    }
)  # fmt: skip
OF_PICTURES = frozenset(
    {
        "wagtailimages:index", "wagtailimages:index_results", "wagtailimages:add", "wagtailimages:edit",
        "wagtailimages:preview", "wagtailimages_chooser:choose", "wagtailimages_chooser:choose_results",
        "wagtailimages_chooser:chosen", "wagtailimages_chooser:create", "wagtailimages_chooser:select_format",
    }
)  # fmt: skip
EDITING_SESSION = frozenset({"wagtailadmin_editing_sessions:ping", "wagtailadmin_editing_sessions:release"})
OPEN_TO_WRITERS = OF_PAGES | OF_PICTURES | EDITING_SESSION
INSTEAD = {"wagtailimages:add_multiple": "wagtailimages:add"}
"""One picture after the other, each with its words."""
PAGE_KEYS = ("page_id", "parent_page_id", "page_to_move_id", "pk")


def check_rows(name: str, user: Any, kwargs: dict[str, Any]) -> None:
    """Raises Http404 unless the page or picture that the address names is of the person's own township."""
    if name in OF_PICTURES:
        check_picture(user, kwargs)
    elif name in OF_PAGES:
        if name == "wagtailadmin_choose_page":  # it would begin at the ancestor of everybody's pages
            kwargs["parent_page_id"] = user.page_areas[0].home.pk
        check_page(user, kwargs, allow_root=name.startswith("wagtailadmin_explore"))


def check_page(user: Any, kwargs: Mapping[str, Any], allow_root: bool) -> None:
    key = next((kwargs[name] for name in PAGE_KEYS if name in kwargs), None)
    if key is None:
        return
    page = Page.objects.filter(pk=key).only("path", "depth").first()
    if page is None or not (lies_in(page, user.page_areas) or allow_root and page.depth == 1):
        raise Http404
    check_task(kwargs, key)


def check_task(kwargs: Mapping[str, Any], page: Any) -> None:
    """Wagtail takes the state of any page there."""
    if "task_state_id" in kwargs:
        states = TaskState.objects.filter(pk=kwargs["task_state_id"], workflow_state__object_id=str(page))
        if not states.exists():
            raise Http404


def check_picture(user: Any, kwargs: Mapping[str, Any]) -> None:
    key = kwargs.get("image_id", kwargs.get("pk"))
    if key is None:
        return
    pictures = policy_registry.get_by_type(get_image_model()).instances_user_has_permission_for(user, "choose")
    if not str(key).isdecimal() or not pictures.filter(pk=key).exists():
        raise Http404
