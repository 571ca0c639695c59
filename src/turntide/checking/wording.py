"""How a finding names what it is about: plain words, a reference where there is one, and where it stood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from turntide.plan.model import Action, Heading
from turntide.plan.source import Source

MONTHS = "January February March April May June July August September October November December".split(" ")  # noqa: SIM905
"""Our own names of the months: strftime would follow the machine's language."""


def first_words(text: str, count: int = 7) -> str:
    """The first words of a text in quotation marks, with … where there is more."""
    words = text.split()
    return f"“{' '.join(words[:count])}{' …' if len(words) > count else ''}”"


def naming(thing: Action | Heading) -> str:
    """An action or heading as a sentence begins with it: 'Action 3.b “Support young carers”'."""
    noun = "Action" if isinstance(thing, Action) else thing.level or "Heading"
    return " ".join(part for part in (noun, thing.ref, first_words(thing.text)) if part)


def short_name(action: Action) -> str:
    """An action in a list of several: its reference and first words."""
    return " ".join(part for part in (action.ref, first_words(action.text, 4)) if part)


def several(names: Sequence[str], most: int = 5) -> str:
    """'a, b and c'; beyond ``most`` the rest is counted: 'a, b and 7 more'."""
    shown = list(names) if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def listed(actions: Sequence[Action]) -> str:
    """Several actions by their references; by their first words where those would not tell them apart."""
    refs = [action.ref or "" for action in actions]
    if len(set(refs)) == len(refs) and all(any(sign.isdigit() for sign in ref) for ref in refs):
        return several(refs, most=8)
    return several([short_name(action) for action in actions])


def counted(number: int, noun: str) -> str:
    """'1 action', '3 actions'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def day(iso: str) -> str:
    """'2022-07-01' as '1 July 2022'; a year alone, or anything else, as it is."""
    found = parsed(iso)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}" if found else iso


def parsed(iso: str | None) -> date | None:
    """The date of an ISO 8601 day; None for anything else, which is then not compared."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def joined(sources: Iterable[Source | None]) -> Source | None:
    """One source for a finding about several places of one file, in the order given."""
    known = [source for source in sources if source is not None]
    if not known:
        return None
    spots = dict.fromkeys(spot for source in known for spot in source.spots if source.file == known[0].file)
    return Source(known[0].file, tuple(spots))


def value_source(thing: Action | Heading, field: str) -> Source | None:
    """Where one value of an action or heading stood; the whole of it where that is not known."""
    return dict(thing.sources).get(field) or thing.source
