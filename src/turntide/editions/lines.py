"""A comparison as lines for a terminal, each with the name of a rich style."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.editions.comparison import Change, Comparison, Fate, HeadingPairing, Pairing
from turntide.editions.inline import COME, GONE, pieces
from turntide.editions.saying import Group, called, groups, summary

Line = tuple[str, str]
STYLES = {
    "added": "green",
    "dropped": "red",
    "merged": "magenta",
    "split": "magenta",
    "reworded": "yellow",
    "moved and reworded": "yellow",
    "moved": "cyan",
    "changed": "yellow",
    "renumbered": "dim",
    "same": "dim",
}
"""Colour only repeats what the words and the leading mark say."""
BRACKETS = {GONE: "[-{}-]", COME: "{{+{}+}}"}


def to_lines(comparison: Comparison, *, unchanged: bool = False) -> tuple[Line, ...]:
    """(style, text) pairs; the text holds no markup. ``unchanged`` lists what stayed the same too."""
    return tuple(_lines(comparison, unchanged))


def _lines(comparison: Comparison, unchanged: bool) -> Iterator[Line]:
    yield "bold", f"{comparison.old_title} → {comparison.new_title}"
    yield "", summary(comparison)
    yield from (("yellow", f"  {_change(change)}") for change in comparison.changes)
    changed = [pairing for pairing in comparison.headings if pairing.kind != Fate.SAME or pairing.changes]
    if changed:
        yield from (("", ""), ("bold", f"Headings ({len(changed)})"))
        yield from (line for pairing in changed for line in _heading(pairing))
    for group in groups(comparison):
        if group.name != "same" or unchanged:
            yield from _group(group)


def _group(group: Group) -> Iterator[Line]:
    yield "", ""
    yield "bold", f"{group.title} ({len(group.pairings)})"
    for pairing in group.pairings:
        yield from _pairing(pairing, group, STYLES[group.name])


def _pairing(pairing: Pairing, group: Group, style: str) -> Iterator[Line]:
    if pairing.kind in (Fate.MERGED, Fate.SPLIT):
        yield from ((style, f"  {group.mark} was: {called(action)}") for action in pairing.old)
        yield from ((style, f"  {group.mark} now: {called(action)}") for action in pairing.new)
    else:
        yield style, f"  {group.mark} {called((pairing.new or pairing.old)[0])}"
    yield from (("", f"      {_change(change)}") for change in pairing.changes)


def _heading(pairing: HeadingPairing) -> Iterator[Line]:
    heading = pairing.new or pairing.old
    if heading is not None:
        yield STYLES[str(pairing.kind)], f"  {pairing.kind}: {called(heading)}"
    yield from (("", f"      {_change(change)}") for change in pairing.changes)


def _change(change: Change) -> str:
    """'timescale: [-2022/23-] {+2023/24+}': the marks say what went and what came, also without colour."""
    words = (BRACKETS.get(piece.kind, "{}").format(piece.text) for piece in pieces(change))
    return f"{change.field}: {' '.join(words)}"
