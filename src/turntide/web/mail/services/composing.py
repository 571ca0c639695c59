"""A letter is worded: fields filled, plain text and HTML from the same words, and what is kept of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import STRUCK_OUT, Contents, Letter
from turntide.web.mail.models import Message
from turntide.web.mail.rules.blocks import Block, blocks, is_link
from turntide.web.mail.rules.filling import fill, on_one_line, struck
from turntide.web.mail.store.stops import stop_url
from turntide.web.mail.store.wordings import Worded, examples, posting_rules, wording_of

_LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Ready:
    """A letter, and what is kept of it: its words without anything that opens a door."""

    letter: Letter
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Previewed:
    """A letter as it would look."""

    subject: str
    text: str
    blocks: tuple[Block, ...]


def ready(message: Message, kind: LetterKind, contents: Contents) -> Ready:
    """Word a letter for its person."""
    place, rules = message.place, posting_rules(message.place)
    with translation.override(settings.LANGUAGE_CODE):
        worded, stop = wording_of(place, kind), stop_url(message, kind)
        values = dict.fromkeys(kind.fields, "") | dict(contents.values)
        said = _said(worded, values, rules.signature, stop)
        html = _html(said, worded)
    letter = Letter(
        id=str(message.pk),
        to_email=message.to_email,
        to_name=message.to_name,
        subject=said.subject,
        text=said.body,
        html=html,
        reply_to=rules.reply_to,
        stop_url=stop,
        enclosures=contents.enclosures,
    )
    kept = _kept(worded, values, contents.secret, rules.signature)
    return Ready(letter, kept.subject, kept.body)


def preview(
    kind: LetterKind, place: Place, values: Mapping[str, str] | None = None, worded: Worded | None = None
) -> Previewed:
    """How a letter looks: with these values or its examples, in this wording or the one that holds."""
    worded = worded or wording_of(place, kind)
    filled = {**examples(kind), **(values or {})}
    said = _said(worded, filled, posting_rules(place).signature, "")
    known = {*_lines(worded.body), *filled.values()}
    return Previewed(said.subject, said.body, blocks(said.body, known.__contains__))


def _said(worded: Worded, values: Mapping[str, str], signature: str, stop: str) -> Worded:
    parts = [fill(worded.body, values).strip(), signature.strip()]
    if stop:
        parts.append(_("To get no more of these letters:") + f"\n{stop}")
    subject = on_one_line(fill(worded.subject, values))[:_LONGEST_SUBJECT]
    return Worded(subject, "\n\n".join(part for part in parts if part) + "\n")


def _kept(worded: Worded, values: Mapping[str, str], secret: Collection[str], signature: str) -> Worded:
    """Its words once more, with what opens doors struck out in its own field and wherever else it may stand."""
    said = _said(worded, dict(values) | dict.fromkeys(secret, STRUCK_OUT), signature, "")
    subject, body = (struck(part, values, secret, STRUCK_OUT) for part in (said.subject, said.body))
    return Worded(subject, body)


def _html(said: Worded, worded: Worded) -> str:
    """Links are drawn to this site and to what the wording itself names; an address in others' words stays words."""
    ours, named = f"{settings.ADDRESS.origin}/", set(_lines(worded.body))

    def may_link(line: str) -> bool:
        return line.startswith(ours) or line in named

    drawn = {"subject": said.subject, "blocks": blocks(said.body, may_link)}
    return render_to_string("mail/letter.html", drawn)


def _lines(body: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in body.splitlines() if is_link(line.strip()))
