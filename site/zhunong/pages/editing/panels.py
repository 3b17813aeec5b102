"""On the desk: pages that wait for approval, and what became of the pages that one handed in."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel

from zhunong.access.page_rights import lies_in
from zhunong.access.roles import OFFICE_ROLES


class ToApprove(WorkflowObjectsToModeratePanel):
    """Those that today's roles let one approve; above everything else, as somebody waits."""

    order = 5


class HandedIn(UserObjectsInWorkflowModerationPanel):
    """One's own pages under way; none of a township where one no longer works."""

    template_name = "zhunong/parts/handed_in.html"
    order = 6

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        user = context["request"].user
        states = context["workflow_states"]
        own = [each for each in states if user.is_superuser or lies_in(each.content_object, user.page_areas)]
        return context | {"workflow_states": own}


class WritersDesk(Component):
    """The first screen of those who come for their web pages alone: three ways on."""

    name = "writers"
    template_name = "zhunong/parts/writers_desk.html"
    order = 10


def only_writes(user: Any) -> bool:
    """Team leaders: their other work is on the phone's pages."""
    return not user.is_superuser and not user.roles & set(OFFICE_ROLES)


def moderation_panels() -> list[Component]:
    return [ToApprove(), HandedIn()]
