"""How things are worded in a paper: days, periods, who said what, and sentences with figures in them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from turntide.web.design.days import day
from turntide.web.periods.rules.record import BodyThen, StatementThen
from turntide.web.reporting.rules.paper import Piece, Words

SHORT, LONG = 8, 40
"""How many words an action is called by, and how many of a statement stand before the annex."""
_PLACE = re.compile(r"%\((\w+)\)s")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def read_day(written: str) -> date | datetime | None:
    """A day or moment of a record; none where there is none, or it is none."""
    try:
        return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
    except ValueError:
        return None


def day_of(written: str) -> str:
    """A record's day in words: "14 January 2027"."""
    return day(read_day(written))


def span(starts: str, ends: str) -> str:
    """A period in words: "1 October to 31 December 2026"."""
    first, last = day_of(starts), day_of(ends)
    if not first or not last:
        return first or last
    if starts[:4] == ends[:4]:
        first = first.removesuffix(starts[:4]).strip()
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def said_by(statement: StatementThen) -> str:
    """Who said it and when: "Ray Okoro, Harbour Trust, 14 January 2027"."""
    return signed(statement.by or statement.role, statement.body, statement.on)


def signed(by: str, body: str, on: str) -> str:
    """A name, whom they speak for, and the day. What is not known is said to be so."""
    who = ", ".join(dict.fromkeys(each for each in (by.strip(), body.strip()) if each))
    return f"{who or _('author not recorded')}, {day_of(on) or _('day not recorded')}"


def names(bodies: Iterable[BodyThen]) -> str:
    """Bodies by name; each once."""
    return ", ".join(dict.fromkeys(each.name for each in bodies if each.name))


def led_by(bodies: Iterable[BodyThen]) -> str:
    """Who leads, where somebody does."""
    return names(bodies) or _("No lead named")


def first_words(text: str, most: int = SHORT) -> str:
    """The first words of a text, with a sign where more follow."""
    some = text.split()
    return " ".join(some) if len(some) <= most else " ".join(some[:most]).rstrip(",;:") + " …"


def clipped(text: str, most: int = LONG) -> str:
    """Whole sentences of a text up to so many words, with a sign where more follow. Nothing is reworded."""
    if len(text.split()) <= most:
        return " ".join(text.split())
    kept: list[str] = []
    for sentence in _SENTENCE.split(" ".join(text.split())):
        if len(" ".join([*kept, sentence]).split()) > most:
            break
        kept.append(sentence)
    return " ".join(kept) + " …" if kept else first_words(text, most)


def sentence(text: str) -> str:
    """A text that ends, so that another can follow."""
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?…" else f"{text}."


def capital(text: str) -> str:
    """With a capital, and otherwise as it is."""
    return text[:1].upper() + text[1:]


def woven(template: str, **pieces: Piece | str) -> Words:
    """A sentence with pieces put where its ``%(name)s`` stand, so that a figure in it keeps its footnote."""
    parts = _PLACE.split(template)
    put = [_piece(pieces[part]) if at % 2 else Piece(part) for at, part in enumerate(parts)]
    return tuple(piece for piece in put if piece.words)


def joined(some: Sequence[Words], between: str = " ") -> Words:
    """Words after one another."""
    together: list[Piece] = []
    for each in some:
        if each and together:
            together.append(Piece(between))
        together.extend(each)
    return tuple(together)


def _piece(put: Piece | str) -> Piece:
    return Piece(put) if isinstance(put, str) else put
