"""How a place words its letters now, and worded them before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation

from turntide.web.accounts.models import Place
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import PostingRules, Wording
from turntide.web.mail.rules.blocks import is_link
from turntide.web.mail.rules.filling import broken_braces, fields_in, unknown_in


@dataclass(frozen=True, slots=True)
class Worded:
    """A subject and a body, as they are written before they are filled."""

    subject: str
    body: str

    def __bool__(self) -> bool:
        return bool(self.subject or self.body)


def own_wording(kind: LetterKind) -> Worded:
    """The wording that a letter comes with. Letters are written in the site's own language, whoever looks at them."""
    with translation.override(settings.LANGUAGE_CODE):
        return Worded(str(kind.subject).strip(), str(kind.body).strip())


def examples(kind: LetterKind) -> Mapping[str, str]:
    """An example of each field's value."""
    with translation.override(settings.LANGUAGE_CODE):
        return {name: str(example) for name, (_, example) in kind.fields.items()}


def wording_of(place: Place, kind: LetterKind) -> Worded:
    """The wording that holds: the place's latest, where it has one that can be filled, else the letter's own."""
    latest = wordings(place, kind).first()
    worded = Worded(latest.subject, latest.body) if latest else Worded("", "")
    return worded if worded and fits(worded, kind) else own_wording(kind)


def wordings(place: Place, kind: LetterKind) -> QuerySet[Wording]:
    """What the place wrote for this letter, latest first."""
    return Wording.objects.filter(place=place, kind=kind.name)


def fits(worded: Worded, kind: LetterKind) -> bool:
    """Whether a wording uses no other fields than the letter has: they may have changed since it was written."""
    return not any(
        unknown_in(part, kind.fields) or broken_braces(part) for part in (worded.subject, worded.body)
    )


def posting_rules(place: Place) -> PostingRules:
    """The place's rules, or those that hold before it made any; reading them writes nothing."""
    return PostingRules.objects.filter(place=place).first() or PostingRules(place=place)


def links_of(kind: LetterKind) -> tuple[str, ...]:
    """The fields by which a letter leads to what it is about: links that its own wording gives."""
    used, shown = fields_in(own_wording(kind).body), examples(kind)
    return tuple(name for name in used if is_link(shown.get(name, "")))


def latest_by_kind(place: Place) -> Mapping[str, Wording]:
    """What the place words itself now, by the letter's name."""
    newest = {row.kind: row for row in Wording.objects.filter(place=place).order_by("at", "pk")}
    return {kind: row for kind, row in newest.items() if row.subject or row.body}
