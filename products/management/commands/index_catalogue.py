"""`index_catalogue`: writes the search keys of all product pages anew."""

from django.core.management.base import BaseCommand

from products.catalogue.indexing import index_pages


class Command(BaseCommand):
    help = "Write the names, villages and pinyin by which the catalogue is searched, where they have changed."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"{index_pages()} pages indexed anew")
