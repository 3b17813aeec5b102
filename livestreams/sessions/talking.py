"""What is known of a product before anybody wrote its 手卡: facts of the catalogue, each fit to be said on air."""

import datetime
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from products.gathering import Facts, gather
from products.models import Batch, OriginPart, Price, Product, ProductPage, Season, Sku
from products.money import price_tag
from products.packs import latest_prices, packs_of
from products.selenium import Proof
from products.showing import Selenium, origin_on, selenium_of
from products.standing import Standing, standing_of


@dataclass(frozen=True)
class Known:
    """A product on the day of a broadcast. `points`: lines to begin the 手卡 with; `selenium`: what may be claimed."""

    product: Product
    standing: Standing
    points: list[str]
    selenium: str
    prices: list[Price]
    skus: list[Sku]
    batches: list[Batch] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.points)

    def price_of(self, sku: Sku | None, platforms: list[str]) -> Price | None:
        """The latest valid price of a pack: on the first of the platforms that has one. Another's says nothing here."""
        of_pack = {price.platform: price for price in self.prices if sku and price.sku_id == sku.pk}
        return next((of_pack[platform] for platform in platforms if platform in of_pack), None)


def known_of(product: Product, day: datetime.date) -> Known:
    """Four queries: all the product's rows, what it shares with others, its page, its batches."""
    facts, page = gather(product.pk), ProductPage.objects.filter(product=product, live=True).first()
    origin, standing = origin_on(facts.of(OriginPart), day), standing_of(facts.of(Season), day)
    claim = selenium_of(facts, origin, day)
    season = [standing.sentence] if standing.is_now else []
    points = [*grown(origin), *tasted(page), *season, claimed(claim), *packed(facts, day), *promised(page)]
    return Known(
        facts.product, standing, [line for line in points if line], told_claim(claim),
        latest_prices(facts.of(Price), day), facts.of(Sku),
        list(product.batches.select_related("village").order_by("-picked_on", "-pk")[:20]),
    )  # fmt: skip


def grown(origin: list[OriginPart]) -> list[str]:
    """`产地：长杆村、冯村`."""
    names = "、".join(part.village.name for part in origin)
    return [_("Grown in: %(villages)s") % {"villages": names}] if names else []


def tasted(page: ProductPage | None) -> list[str]:
    """Only what was published: drafts may hold anything."""
    if page is None:
        return []
    said = ((_("Taste: %(text)s"), page.taste), (_("How to eat it: %(text)s"), page.use))
    return [pattern % {"text": text} for pattern, text in said if text]


def promised(page: ProductPage | None) -> list[str]:
    if page is None:
        return []
    said = ((_("Delivery: %(text)s"), page.shipping), (_("After-sale promise: %(text)s"), page.after_sale))
    return [pattern % {"text": text} for pattern, text in said if text]


def packed(facts: Facts, day: datetime.date) -> list[str]:
    """`规格：大樱桃3斤装、大樱桃5斤装`."""
    names = "、".join(pack.sku.name for pack in packs_of(facts.of(Sku), facts.of(Price), day))
    return [_("Packs: %(names)s") % {"names": names}] if names else []


def claimed(claim: Selenium) -> str:
    """What may be said of selenium: the fruit's by a valid report, else the soil's with its source, else nothing."""
    if claim.proofs:
        return proven_words(claim.proofs[0])
    if not claim.soil:
        return ""
    words = {"claim": _("Grown in an area of selenium-rich soil"), "source": claim.soil[0].source}
    return _("%(claim)s (source: %(source)s)") % words


def proven_words(proof: Proof) -> str:
    words = {
        "wording": proof.wording, "measured": proof.measured, "laboratory": proof.report.laboratory,
        "number": proof.report.number,
    }  # fmt: skip
    return _("%(wording)s: %(measured)s, by %(laboratory)s, report %(number)s") % words


def told_claim(claim: Selenium) -> str:
    """The same as advice beside the form."""
    if claim.proofs:
        return _("A valid report allows “%(wording)s” on that day.") % {"wording": claim.proofs[0].wording}
    if claim.not_proven:
        return _("No claim of the fruit: %(why)s Only the soil may be spoken of.") % {"why": claim.not_proven.why_not}
    if claim.soil:
        return _("There is no report of the fruit: only the soil may be spoken of, with its source.")
    return _("Nothing may be claimed of selenium: there is neither a report nor a source about the soil.")


def price_words(price: Price | None) -> str:
    """For the beginning of a field's help; blank without a price."""
    if price is None:
        return ""
    words = {"price": price_tag(price.price_fen), "day": f"{price.noted_on:%m-%d}"}
    return _("Catalogue: %(price)s, seen on %(day)s") % words
