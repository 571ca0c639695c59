"""What was found in a plan, by kind, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from turntide.commands.showing.branches import hang
from turntide.commands.showing.plain import visible

if TYPE_CHECKING:
    from rich.console import Console

    from turntide.plan.model import Finding


def by_kind(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each kind, kinds and findings in the order they come."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.kind, []).append(finding)
    return found


def place(finding: Finding) -> str:
    """Where a person would look: 'page 2, table 1, row 4, column 6', or '' for the whole plan."""
    source = finding.source
    return visible(str(source.spots[0])) if source and source.spots else ""


def lines(findings: Iterable[Finding], console: Console) -> Iterator[Text]:
    """The findings as lines, with how many there are and how many of each kind."""
    kinds = by_kind(findings)
    total = sum(map(len, kinds.values()))
    yield Text(f"Findings: {total}" if total else "Nothing was found that needs a look.", "bold")
    for kind, found in kinds.items():
        yield Text.assemble("  ", (_titled(kind), "yellow"), (f" ({len(found)})", "dim"))
        for finding in found:
            yield from hang(_one(finding), console, "    • ", "      ")


def _one(finding: Finding) -> Text:
    where = place(finding)
    return Text.assemble(visible(finding.message), (f" [{where}]" if where else "", "dim"))


def _titled(kind: str) -> str:
    return visible(kind[:1].upper() + kind[1:])
