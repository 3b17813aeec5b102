"""What a product's page shows, made from its rows and a day. No query here but those of `gather` and the pictures."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from media.models import CustomImage
from products.gathering import Facts, gather
from products.models import (
    BuyingWay,
    Certificate,
    OriginPart,
    Price,
    Product,
    ProductPage,
    ProductPicture,
    Question,
    Report,
    Season,
    Sku,
    SoilClaim,
    VillageArea,
)
from products.packs import Offer, Pack, lowest_offer, packs_of
from products.seasons import YearBar, bars_of
from products.selenium import Proof, claims_for, weigh_all
from products.standing import Standing, standing_of
from zhunong.caching.compiled import instances_of

ANY_KEY = -(2**31) + 1
"""And those after it stand for pictures in the question, which is put into SQL once for each number of them."""


@dataclass(frozen=True)
class Selenium:
    """What may be said of selenium: of the fruit by reports, of the soil by sources. Neither proves the other."""

    proofs: list[Proof]
    not_proven: Proof | None
    """The latest report, where none carries a claim today."""
    soil: list[SoilClaim]

    @property
    def is_known(self) -> bool:
        return bool(self.proofs or self.not_proven or self.soil)


@dataclass(frozen=True)
class Showing:
    """One product on one day, for its page."""

    product: Product
    origin: list[OriginPart]
    areas: list[VillageArea]
    standing: Standing
    bars: list[YearBar]
    packs: list[Pack]
    lowest: Offer | None
    ways: list[BuyingWay]
    selenium: Selenium
    papers: list[Certificate]
    pictures: list[ProductPicture]
    questions: list[Question]

    def ways_by(self, kind: str) -> list[BuyingWay]:
        return [way for way in self.ways if way.kind == kind]

    @property
    def sellers(self) -> list[str]:
        return list(dict.fromkeys(way.seller for way in self.ways))


def show(
    page: ProductPage, today: datetime.date, request: HttpRequest | None = None, *, is_draft: bool = False
) -> Showing:
    """Three queries at most: the rows, what products share, pictures. A draft's pictures and questions are its own."""
    facts = gather(page.product_id, page, request)
    pictures, questions = facts.of(ProductPicture), facts.of(Question)
    if is_draft:
        pictures, questions = list(page.pictures.all()), list(page.questions.all())
    page.product = facts.product
    papers = [paper for paper in facts.of(Certificate) if is_valid(paper, today)]
    ways = [way for way in facts.of(BuyingWay) if way.is_shown]
    lend(page, pictures, papers, ways, facts.of(Report))
    packs = packs_of(facts.of(Sku), facts.of(Price), today)
    origin = origin_on(facts.of(OriginPart), today)
    return Showing(
        facts.product, origin, facts.of(VillageArea), standing_of(facts.of(Season), today),
        bars_of(facts.of(Season), today), packs, lowest_offer(packs), ways, selenium_of(facts, origin, today), papers,
        [picture for picture in pictures if picture.picture_id], questions,
    )  # fmt: skip


def origin_on(parts: Iterable[OriginPart], today: datetime.date) -> list[OriginPart]:
    """The parts of the latest origin that holds on the day, the greatest first."""
    begun = [part for part in parts if part.origin.valid_from is None or part.origin.valid_from <= today]
    latest = max((part.origin.valid_from or datetime.date.min for part in begun), default=None)
    return [part for part in begun if (part.origin.valid_from or datetime.date.min) == latest]


def is_valid(paper: Certificate, on: datetime.date) -> bool:
    """Issued, and not past its last day; a blank day is open."""
    return not (paper.issued_on and paper.issued_on > on) and not (paper.expires_on and paper.expires_on < on)


def selenium_of(facts: Facts, origin: Iterable[OriginPart], today: datetime.date) -> Selenium:
    weighed = weigh_all(facts.of(Report), today)
    proofs = [proof for proof in weighed if proof.is_valid]
    soil = claims_for(facts.of(SoilClaim), [part.village_id for part in origin]) if is_grown(facts.product) else []
    return Selenium(proofs, None if proofs else next(iter(weighed), None), soil)


def is_grown(product: Product) -> bool:
    """Soil has nothing to do with a paper cut."""
    return product.category != Product.Category.HERITAGE


def lend(page: ProductPage, *groups: Iterable[Model]) -> None:
    """All pictures of the page in one question; one that may not be shown to visitors is as if there were none."""
    rows: list[Any] = [page, *(row for group in groups for row in group)]
    keys = sorted({row.picture_id for row in rows if row.picture_id})
    images = {image.pk: image for image in pictures_of(keys) if image.may_be_published}
    for row in rows:
        row.picture = images.get(row.picture_id)


def pictures_of(keys: list[int]) -> list[CustomImage]:
    """One query; none where there are none."""
    if not keys:
        return []
    stand_ins = [ANY_KEY + place for place in range(len(keys))]
    fill = dict(zip(stand_ins, keys, strict=True))
    key = ("pictures", len(keys))
    return instances_of(key, CustomImage, lambda: CustomImage.objects.filter(pk__in=stand_ins), fill)
