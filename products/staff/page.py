"""What the pages of products share in the admin."""

from zhunong.access.desk import DeskPage


class ProductsPage(DeskPage):
    """A page under “Products”."""

    header_icon = "form"
