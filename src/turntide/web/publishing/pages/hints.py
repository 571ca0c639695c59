"""How easily a text is read, as a hint to its writer."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.publishing.rules.readability import PLAIN, readability

_SOME = 8


@dataclass(frozen=True, slots=True)
class Hint:
    """What may help a reader: a heading, and sentences."""

    heading: str
    sentences: tuple[str, ...]


def hints_on(text: str) -> tuple[Hint, ...]:
    """How a text reads; nothing for no text."""
    if not text.strip():
        return ()
    found = readability(text)
    said = [_ease_words(found.ease)]
    if found.long_sentences:
        many = len(found.long_sentences)
        words = ngettext(
            "%(many)d sentence has more than 25 words. It begins: “%(start)s…” Try to make two of it.",
            "%(many)d sentences have more than 25 words. The first begins: “%(start)s…” Try to make two of each.",
            many,
        )
        said.append(words % {"many": many, "start": " ".join(found.long_sentences[0].split()[:6])})
    if found.long_words and not found.plain:
        said.append(_("Long words: %s. Is there a shorter one?") % ", ".join(found.long_words[:_SOME]))
    return (Hint(_("How easily this is read"), tuple(each for each in said if each)),)


def _ease_words(ease: float | None) -> str:
    if ease is None:
        return _("It is too short to say how easily it is read.")
    number = {"ease": round(ease), "plain": round(PLAIN)}
    if ease >= PLAIN:
        return _("Flesch reading ease %(ease)d: plain English is %(plain)d or more.") % number
    return (
        _("Flesch reading ease %(ease)d: plain English is %(plain)d or more. This is only a hint.") % number
    )
