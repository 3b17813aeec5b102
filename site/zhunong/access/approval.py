"""The publishing step: whoever may publish a page of the township says yes, or sends it back with a word."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Task, TaskState, Workflow, WorkflowPage, WorkflowTask
from wagtail.permissions import policy_registry

WORKFLOW, TASK = "镇里审核", "镇工作人员审核"
"""Names as they stand in the database."""


class TownshipApproval(Task):
    """A step that today's staff of a page's township take: by role and day, where Wagtail's own go by group."""

    class Meta:
        verbose_name = gettext_lazy("approval by the township")
        verbose_name_plural = gettext_lazy("approvals by the township")

    @classmethod
    def get_description(cls) -> str:
        return _("Staff of the page's township approve it, or send it back.")

    def user_can_access_editor(self, page: Page, user: Any) -> bool:
        return may_publish(page, user)

    def locked_for_user(self, page: Page, user: Any) -> bool:
        """While the township reads, nobody else writes; who submitted the page may take it back."""
        return not may_publish(page, user)

    def get_actions(self, page: Page, user: Any) -> list[tuple[str, str, bool]]:
        if not may_publish(page, user):
            return []
        return [
            ("reject", _("Send back"), True),
            ("approve", _("Approve and publish"), False),
            ("approve", _("Approve with a word"), True),
        ]

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Raises PermissionDenied for a state of a page elsewhere; Wagtail does not compare it with the address."""
        if not may_publish(task_state.workflow_state.content_object, user):
            raise PermissionDenied
        return super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish")
        keys = pages.order_by().annotate(key=Cast("pk", CharField())).values("key")
        return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS, workflow_state__object_id__in=keys)


def may_publish(page: Page, user: Any) -> bool:
    return policy_registry.get_by_type(Page).user_has_permission_for_instance(user, "publish", page)


def ensure_workflow(**signal: object) -> None:
    """After migrate: the step exists, for every page of the site. What administrators change of it stays."""
    root = Page.objects.filter(depth=1).first()
    if root is None or TownshipApproval.objects.exists():
        return
    workflow, task = Workflow.objects.create(name=WORKFLOW), TownshipApproval.objects.create(name=TASK)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
