"""Numbers and letters that are skipped or used twice.

References are read as a series ("3.", "P1.F2.A", nothing) and a place in it (a number, a letter, a Roman
number). A series that begins again under a new heading is a new series.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from turntide.checking.kinds import Kind
from turntide.checking.wording import joined, naming, several
from turntide.plan.model import Action, Finding, Heading, Plan

Numbered = Action | Heading
REF = re.compile(r"(?P<series>.*?)(?P<place>\d{1,4}|[ivx]+|[a-z])", re.IGNORECASE | re.DOTALL)
ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" "))  # noqa: SIM905
MANY = 3
"""Beyond so many gaps, or repeats, of one kind of thing a single finding lists them."""


@dataclass
class Series:
    """One run of references in plan order: the first thing at each place, and those that came again."""

    style: str
    prefix: str
    places: dict[int, Numbered] = field(default_factory=dict)
    repeats: list[tuple[Numbered, Numbered]] = field(default_factory=list)

    @property
    def missing(self) -> tuple[int, ...]:
        """The places left out; none where more is missing than there: those are identifiers, no series."""
        if len(self.places) < 2:
            return ()
        first = 1 if min(self.places) == 2 else min(self.places)
        found = tuple(at for at in range(first, max(self.places)) if at not in self.places)
        return found if len(found) <= len(self.places) else ()

    def wording(self) -> str:
        """The missing references, runs of them as a span: '11, 14–15, 35'."""
        return several([self._span(run) for run in _runs(self.missing)], most=20)

    def _span(self, run: Sequence[int]) -> str:
        ends = [self._ref(run[0])] if len(run) == 1 else [self._ref(run[0]), self._ref(run[-1])]
        return "–".join(ends)

    def _ref(self, at: int) -> str:
        if self.style == "roman":
            return self.prefix + ROMAN[at - 1]
        return self.prefix + (str(at) if self.style == "number" else chr(ord(self.style) + at - 1))


def numbering(plan: Plan) -> Iterator[Finding]:
    """Gaps and repeats in the references of the actions, then of the headings of each level."""
    by_level: dict[str, list[tuple[Numbered, str | None]]] = {}
    for heading in plan.headings:
        by_level.setdefault(heading.level, []).append((heading, heading.parent))
    levels: list[list[tuple[Numbered, str | None]]] = [[(act, act.under) for act in plan.actions]]
    for items in [*levels, *by_level.values()]:
        series = _series(items)
        yield from _gaps([one for one in series if one.missing])
        yield from _repeats([pair for one in series for pair in one.repeats])


def _gaps(series: list[Series]) -> Iterator[Finding]:
    if len(series) > MANY:
        noun = _noun(next(iter(series[0].places.values())))
        missing = several([one.wording() for one in series], most=12)
        message = f"The numbering of the {noun}s skips {missing}: check whether something was lost."
        yield Finding(Kind.GAP, message, None, joined(_after_gap(one).source for one in series))
        return
    for one in series:
        thing = _after_gap(one)
        message = (
            f"The numbering skips {one.wording()} before {naming(thing)}: check whether something was lost."
        )
        if len(_runs(one.missing)) > 1:
            message = (
                f"The numbering of the {_noun(thing)}s skips {one.wording()}: "
                "check whether something was lost."
            )
        yield Finding(Kind.GAP, message, thing.id, thing.source)


def _after_gap(series: Series) -> Numbered:
    return series.places[min(at for at in series.places if at > series.missing[0])]


def _repeats(pairs: list[tuple[Numbered, Numbered]]) -> Iterator[Finding]:
    if len(pairs) <= MANY:
        yield from (_repeat(*pair) for pair in pairs)
        return
    refs = several(list(dict.fromkeys(str(later.ref) for _, later in pairs)), most=12)
    message = f"{len(pairs)} {_noun(pairs[0][0])}s bear the reference of another ({refs}): give each its own."
    yield Finding(Kind.REPEATED_REF, message, None, joined(later.source for _, later in pairs))


def _repeat(earlier: Numbered, later: Numbered) -> Finding:
    message = f"{naming(later)} bears the same reference as {naming(earlier)}: give each its own."
    return Finding(Kind.REPEATED_REF, message, later.id, joined((later.source, earlier.source)))


def _noun(thing: Numbered) -> str:
    return "action" if isinstance(thing, Action) else "heading"


def _series(items: Iterable[tuple[Numbered, str | None]]) -> list[Series]:
    listed = list(items)
    roman = {prefix for thing, _ in listed for prefix, place in [_parts(thing)] if _is_roman(place)}
    found: list[Series] = []
    current: dict[tuple[str, str], tuple[Series, str | None]] = {}
    for thing, group in listed:
        prefix, place = _parts(thing)
        style, at = _style(place, prefix in roman)
        if not at:
            continue
        series, last_group = current.get((prefix, style), (None, None))
        if series is None or (at == 1 and (group != last_group or len(series.places) > 1)):
            series = Series(style, prefix)
            found.append(series)
        _enter(series, at, thing)
        current[prefix, style] = (series, group)
    return found


def _enter(series: Series, at: int, thing: Numbered) -> None:
    earlier = series.places.setdefault(at, thing)
    if earlier is not thing and earlier.text != thing.text:
        series.repeats.append((earlier, thing))


def _parts(thing: Numbered) -> tuple[str, str]:
    ref = (thing.ref or "").strip().rstrip(".):-–] ").lstrip("([")
    found = REF.fullmatch(ref)
    if found is None or (found["place"].isalpha() and found["series"][-1:].isalpha()):
        return ref, ""
    return found["series"], found["place"]


def _is_roman(place: str) -> bool:
    return len(place) > 1 and place.isalpha()


def _style(place: str, roman: bool) -> tuple[str, int]:
    """The style of a place, which for letters is their 'a' or 'A', and its number; 0 where it has none."""
    if place.isdecimal():
        return "number", int(place)
    if roman and place.casefold() in ROMAN:
        return "roman", ROMAN.index(place.casefold()) + 1
    if len(place) == 1:
        return ("A" if place.isupper() else "a"), ord(place.lower()) - ord("a") + 1
    return "", 0


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
