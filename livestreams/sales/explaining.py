"""Why a line is credited as it is, in words: the same books and rules that credited it, told."""

import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from livestreams.sales.books import Books
from livestreams.sales.corrections import of_line
from livestreams.sales.crediting import Creditor, candidates
from livestreams.sales.facts import Article, FactReader, Facts
from livestreams.sales.folding import fold
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.layouts.base import LIVE_MARKS, PROVISIONAL_MARKS
from livestreams.sales.models import Correction, Line, OrderImport, ShareSet
from livestreams.sales.rows import facts_of, rows_by_key
from livestreams.sales.sightings import Sightings
from livestreams.sales.times import as_text
from livestreams.teams.models import Ownership, Team
from products.models import Origin, Sku
from products.money import yuan
from products.shares import parse_shares

REFUND_SENTENCES = {
    "": gettext_noop("The files name no refunded amount, and no status says refunded or closed: the sale stands."),
    "withdrawn": gettext_noop("A file showed it paid, a later one shows it without payment: wholly refunded."),
    "amount": gettext_noop("The file names the refunded amount."),
    "word": gettext_noop("A status says that the refund went through: the whole paid amount is taken as refunded."),
    "closed": gettext_noop("Paid, then closed or cancelled: the whole paid amount is taken as refunded."),
}
UNPAID = gettext_noop("Never paid: the line is kept, but counts in no total.")


class Reason(NamedTuple):
    """One credit of a line: what, why, and what to do where something is missing."""

    topic: str
    why: str
    todo: str = ""
    is_by_hand: bool = False


class Explainer:
    """Tells of one line. Reads the whole world, so one line at a time."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.creditor = Creditor(Books(), LAYOUTS[line.platform], line.shop)
        self.corrections = list(of_line(line).in_force())
        self.facts = self.facts_of_files() if self.corrections else self.facts_of_row()
        self.plain = self.creditor.credit(self.facts, self.facts.article)

    def facts_of_row(self) -> Facts:
        row, listing = rows_by_key(self.line.platform, [self.line.key])[self.line.key], self.line.listing
        return facts_of(row, Article(tuple(listing.codes), listing.product_id, listing.spec, listing.title))

    def facts_of_files(self) -> Facts:
        """What the files say of a line; where it was corrected its row no longer tells."""
        layout = LAYOUTS[self.line.platform]
        seen = Sightings(OrderImport.objects.applied().filter(shop=self.line.shop)).of([self.line.key])
        return FactReader(layout).read(fold(layout, seen[self.line.key]))

    def reasons(self) -> list[Reason]:
        """Refund, account, session, teams, SKU and villages, in the order in which crediting goes."""
        plain = [self.refund(), self.account(), self.session(), self.teams(), self.sku(), self.villages()]
        return [self.by_hand(reason) for reason in plain]

    def by_hand(self, reason: Reason) -> Reason:
        """The reason, or the correction that goes before it and what would hold without."""
        correction = next((each for each in self.corrections if speaks_of(each, reason.topic)), None)
        if not correction or (reason.topic == "refund" and not self.line.day):
            return reason
        sentence = _(
            "Corrected by hand by %(who)s on %(day)s, because: %(reason)s. Without that it is %(plain)s: %(why)s"
        )
        why = sentence % {
            "who": correction.by, "day": as_text(correction.at)[:10], "reason": correction.reason.rstrip("。."),
            "plain": self.without_hand(reason.topic), "why": reason.why,
        }  # fmt: skip
        return Reason(reason.topic, why, is_by_hand=True)

    def without_hand(self, topic: str) -> str:
        """What would hold if nobody had corrected it."""
        if topic == "refund":
            return _("%(yuan)s yuan refunded") % {"yuan": yuan(self.facts.refunded_fen)}
        if topic == "sku":
            sku = Sku.objects.select_related("product").filter(pk=self.plain.sku or 0).first()
            return sku.full_name if sku else _("unmapped product")
        shares = ShareSet.objects.filter(pk=self.plain.team_shares or 0).first()
        percents = parse_shares(shares.shares) if shares else {}
        names = dict(Team.objects.filter(slug__in=percents).values_list("slug", "name"))
        return "、".join(f"{names[slug]} {percent}%" for slug, percent in percents.items()) or _("no team (unclaimed)")

    def refund(self) -> Reason:
        sentence = REFUND_SENTENCES[self.facts.refund_rule] if self.line.day else UNPAID
        return Reason("refund", _(sentence))

    def account(self) -> Reason:
        facts, account = self.facts, self.line.account
        if account is None:
            why = _("The file names the streamer %(id)s, and no account has that id.") % {"id": facts.streamer}
            return Reason("account", why, _("Enter the streamer among the accounts; then the line is credited."))
        if facts.streamer:
            why = _("The file names the streamer %(id)s: the account “%(account)s”.")
            return Reason("account", why % {"id": facts.streamer, "account": account})
        bearers = self.creditor.books.by_nickname.get((self.line.platform, facts.nickname), ())
        if facts.nickname and len(bearers) == 1:
            why = _("The file names the streamer by nickname only, “%(name)s”, which exactly one account bears.")
            return Reason("account", why % {"name": facts.nickname})
        if facts.nickname:
            why = _(
                "The file names the nickname “%(name)s”, which %(count)s accounts bear; so the shop's account counts."
            )
            return Reason("account", why % {"name": facts.nickname, "count": len(bearers)})
        return Reason(
            "account",
            _("The file names no streamer, so the shop's own account “%(account)s” counts.") % {"account": account},
        )

    def session(self) -> Reason:
        session, mark = self.line.session, self.facts.mark
        if session:
            why = _("Ordered at %(placed)s, within “%(session)s” of this account (%(start)s to %(end)s); %(mark)s.") % {
                "placed": self.facts.placed_at, "session": session, "start": as_text(session.started_at)[:16],
                "end": as_text(session.ended_at)[:16], "mark": told_mark(mark),
            }  # fmt: skip
            return Reason("session", why, self.provisional())
        return Reason("session", self.no_session(), self.provisional())

    def provisional(self) -> str:
        if not self.line.is_provisional:
            return ""
        return _("Provisional: the platform assigns it for good the next day. Hand in a file exported later.")

    def no_session(self) -> str:
        mark = self.facts.mark
        if self.line.account is None:
            return _("No account, so no session.")
        if not self.facts.placed_at:
            return _("The files tell no time of order, so no session can be found.")
        if mark and mark not in LIVE_MARKS | PROVISIONAL_MARKS:
            return _("The file marks it “%(mark)s”, which is not a livestream, so it belongs to no session.") % {
                "mark": mark
            }
        why = _("Ordered at %(placed)s, when no session of this account is entered; %(mark)s.")
        return why % {"placed": self.facts.placed_at, "mark": told_mark(mark)}

    def teams(self) -> Reason:
        session, account = self.line.session, self.line.account
        if session and self.plain.team_shares:
            return Reason("teams", _("By the shares of the session."))
        if session:
            return Reason("teams", _("The session names no team."), _("Enter for which teams the session was."))
        if account is None:
            return Reason("teams", _("No account, so no team."), _("Enter the streamer and the team it belongs to."))
        return self.owner(account.pk)

    def owner(self, account: int) -> Reason:
        day = (self.facts.placed_at or "")[:10]
        owners = Ownership.objects.filter(account=account).select_related("team")
        owner = owners.on(datetime.date.fromisoformat(day)).first() if day else None
        if owner and owner.team:
            why = _("No session, so the team that owned the account on %(day)s: %(team)s (%(since)s).")
            return Reason("teams", why % {"day": day, "team": owner.team, "since": told_period(owner)})
        why = _("No session, and the account belonged to no team on %(day)s: unclaimed.") % {"day": day or "—"}
        return Reason("teams", why, _("Enter the team of the account for that day."))

    def sku(self) -> Reason:
        article = self.facts.article
        match = next(self.creditor.matches(article), None)
        if not match:
            tried = "、".join(candidates(article)) or "—"
            why = _("None of the listing's codes names one of our SKUs. Tried: %(codes)s.") % {"codes": tried}
            return Reason("sku", why, _("Map the listing once; all its lines are credited then."))
        sku, code = match
        why = _("The %(kind)s “%(code)s” names it, entered for %(shop)s.")
        return Reason("sku", why % {"kind": self.kind_of(code), "code": code, "shop": self.whose(sku, code)})

    def kind_of(self, code: str) -> str:
        article = self.facts.article
        if code in article.codes:
            return _("merchant's code")
        return (
            _("platform's product id") if code == article.product_id else _("platform's product id and specification")
        )

    def whose(self, sku: int, code: str) -> str:
        shop, codes = self.line.shop, self.creditor.books.codes
        for account_id, words in ((shop.account_id, _("this shop")), ("", _("any shop"))):
            if codes.get((shop.township_id, shop.platform, account_id, code)) == sku:
                return words
        return _("our own SKU codes")

    def villages(self) -> Reason:
        sku, day = self.line.sku, (self.facts.placed_at or "")[:10]
        if sku is None:
            return Reason("villages", _("Without a SKU nobody knows the product, so nobody knows where it grew."))
        origins = Origin.objects.filter(product=sku.product)
        known = [each for each in origins if not each.valid_from or (day and each.valid_from.isoformat() <= day)]
        if not self.line.village_shares or not known:
            why = _("No origin of %(product)s is entered for %(day)s.") % {"product": sku.product, "day": day or "—"}
            return Reason("villages", why, _("Enter where the product grows."))
        latest = max(known, key=lambda each: each.valid_from or datetime.date.min)
        since = latest.valid_from.isoformat() if latest.valid_from else _("ever")
        why = _("By the origin shares of %(product)s that hold since %(since)s; the day of the order, %(day)s, counts.")
        return Reason("villages", why % {"product": sku.product, "since": since, "day": day})


def speaks_of(correction: Correction, topic: str) -> bool:
    """Whether a correction says something of a topic."""
    said = {"teams": correction.teams or None, "sku": correction.sku_id, "refund": correction.refunded_fen}
    return said.get(topic) is not None


def told_mark(mark: str) -> str:
    return (
        _("the file marks it “%(mark)s”") % {"mark": mark} if mark else _("the file has no mark that speaks against it")
    )


def told_period(owner: Ownership) -> str:
    start = owner.valid_from.isoformat() if owner.valid_from else _("since ever")
    return f"{start} – {owner.valid_to.isoformat()}" if owner.valid_to else f"{start} –"
