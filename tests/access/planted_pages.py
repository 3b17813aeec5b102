"""Web pages of a township: a home page, a catalogue, a product's page that waits for approval, a picture."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.db import models
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.models import Page, Revision, TaskState, WorkflowState

from media.models import CustomImage
from products.models import CataloguePage, Product, ProductPage
from zhunong.access.libraries import library_of
from zhunong.access.models import User
from zhunong.pages.models import HomePage
from zhunong.places.models import Township


def plant_pages(place: Township, writer: User) -> None:
    """Nothing of it is published. Every title, slug and file name says whose it is."""
    name, code = place.name[:2], place.slug
    home = HomePage(title=f"{name}首页", slug=f"{code}-home", live=False, township=place)
    Page.objects.get(depth=1).add_child(instance=home)
    home.save_revision(user=writer, log_action=True)
    catalogue = CataloguePage(title=f"{name}好物", slug=f"{code}-goods", live=False)
    home.add_child(instance=catalogue)
    product = Product.objects.get(slug=f"{code}-cherry")
    page = ProductPage(title=f"{name}大樱桃", slug=f"{code}-page", live=False, product=product, lead=f"{name}导语")
    catalogue.add_child(instance=page)
    page.save_revision(user=writer, log_action=True)
    page.get_workflow().start(page, writer)
    drawn = ContentFile(small_picture(), name=f"{code}.png")
    picture = CustomImage(title=f"{name}图", file=drawn, uploaded_by_user=writer, collection=library_of(place))
    picture.save()
    get_document_model().objects.create(title=f"{name}文件", file=f"documents/{code}.pdf", uploaded_by_user=writer)


def small_picture() -> bytes:
    target = BytesIO()
    Image.new("RGB", (8, 8), "orange").save(target, "PNG")
    return target.getvalue()


def planted_rows(place: Township) -> dict[type[models.Model], models.Model]:
    """Those of one township, by model."""
    name, code = place.name[:2], place.slug
    page = ProductPage.objects.get(slug=f"{code}-page")
    state = WorkflowState.objects.get(object_id=str(page.pk))
    documents = get_document_model()
    return {
        Page: Page.objects.get(slug=f"{code}-home"),
        CataloguePage: CataloguePage.objects.get(slug=f"{code}-goods"),
        ProductPage: page,
        Revision: page.latest_revision,
        WorkflowState: state,
        TaskState: state.current_task_state,
        CustomImage: CustomImage.objects.get(title=f"{name}图"),
        documents: documents.objects.get(title=f"{name}文件"),
    }


def keys_of(place: Township) -> list[int]:
    return sorted({row.pk for row in planted_rows(place).values()})


def pages_of(place: Township) -> dict[str, list[tuple]]:
    """Everything that is kept of a township's pages and pictures, to see that nothing changes."""
    home = HomePage.objects.get(township=place)
    pages = Page.objects.filter(path__startswith=home.path)
    keys = [str(pk) for pk in pages.values_list("pk", flat=True)]
    return {
        "Page": list(pages.order_by("pk").values_list()),
        "ProductPage": list(ProductPage.objects.filter(product__township=place).order_by("pk").values_list()),
        "Revision": list(Revision.objects.filter(object_id__in=keys).order_by("pk").values_list("pk", "content")),
        "WorkflowState": list(WorkflowState.objects.filter(object_id__in=keys).order_by("pk").values_list()),
        "TaskState": list(TaskState.objects.filter(workflow_state__object_id__in=keys).order_by("pk").values_list()),
        "Picture": list(CustomImage.objects.filter(collection=library_of(place)).order_by("pk").values_list()),
    }
