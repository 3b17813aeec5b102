"""What people of the demo are about to publish: a leader's change that waits for the township, and its pictures."""

from media.models import CustomImage
from products.models import ProductPage
from zhunong.access.libraries import library_of
from zhunong.access.models import User
from zhunong.pages.demo.sign_in import LEADER
from zhunong.places.models import Township

NEW_LEAD = "清早带露采摘，当天装箱发走；个大肉脆，酸甜正好。"


def keep_in_library(township: Township) -> None:
    """The drawn pictures belong to the demo's only township, so that its people can choose them."""
    drawn = CustomImage.objects.filter(is_placeholder=True, collection__depth=1)
    drawn.update(collection=library_of(township))


def submit_a_page(township: Township) -> None:
    """The leader's new sentence for the first product waits for the township; visitors see the old one."""
    leader = User.objects.filter(username=LEADER).first()
    page = ProductPage.objects.filter(product__township=township).order_by("path").first()
    if leader is None or page is None or page.workflow_in_progress or page.lead == NEW_LEAD:
        return
    draft = page.get_latest_revision_as_object()
    draft.lead = NEW_LEAD
    draft.save_revision(user=leader, log_action=True)
    page.refresh_from_db()
    workflow = page.get_workflow()
    if workflow:
        workflow.start(page, leader)
