"""Says what was measured of the site: tables in Markdown, for the screen and for docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from pathlib import Path
from typing import Any

BEGIN, END = "<!-- site: begin -->", "<!-- site: end -->"
KINDS = ("overview", "table", "search", "action")
NOBODY = "–"
One = dict[str, Any]


def share(sorted_figures: Sequence[float], part: float) -> float:
    """The figure that this part of them does not exceed: 0.95 gives the 95th percentile. Raises ValueError for none."""
    if not sorted_figures:
        raise ValueError("There is nothing to take a share of.")
    return sorted_figures[max(0, ceil(round(len(sorted_figures) * part, 9)) - 1)]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first two are figures."""
    rule = ["---", "---", *("---:" for _ in head[2:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows)) + "\n"


def section(found: dict[str, Any]) -> str:
    """All of it."""
    every = found["measured"]
    parts = [
        f"Measured on {found['machine']}, in one run; on average {found['load']:.1f} programs wanted a core in the "
        "quarter of an hour before it (0 is a quiet machine).\n",
        *(_spell(every, at) for at in range(len(every[0]["spells"]))),
        "#### Start and memory\n",
        table(
            ("what", "holds", "answers after, s", "idle, MB", "after the work, MB"),
            (_weight(one) for one in every),
        ),
        *_statements([one for one in every if "queries" in one]),
        *_beside(every),
        *_wrong(every),
    ]
    return "\n".join(parts)


def put_into_page(page: Path, figures: str) -> None:
    """Set the figures into a page, between its two marks. Raises ValueError where a mark is missing."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    page.write_text(f"{before}{BEGIN}\n\n{figures}\n{END}{after}", encoding="utf-8")


def _spell(every: Sequence[One], at: int) -> str:
    spell = every[0]["spells"][at]
    pause = spell["pause"]
    title = (
        f"20 people, each reading for {pause:g} seconds between pages"
        if pause
        else "20 people who never rest"
    )
    head = ["what", "holds", "pages/s", *(f"{kind}: 50%, ms | 95%, ms" for kind in KINDS)]
    rule_head = [part for name in head for part in name.split(" | ")]
    return f"#### {title}\n\n{table(rule_head, (_spell_row(one, at) for one in every))}"


def _spell_row(one: One, at: int) -> list[str]:
    spell = one["spells"][at]
    took = spell["milliseconds"]
    figures = [_figure(took.get(kind, []), part) for kind in KINDS for part in (0.5, 0.95)]
    return [*_named(one), f"{_rate(spell):.1f}", *figures]


def _figure(took: Sequence[float], part: float) -> str:
    return f"{share(took, part):.0f}" if took else NOBODY


def _named(one: One) -> list[str]:
    return [f"{one['what']}, {one['database']}", f"{one['actions']:,} actions, {one['history']:,} versions"]


def _weight(one: One) -> list[str]:
    megabytes = [f"{one[name]:.0f}" for name in ("idle_megabytes", "megabytes_after")]
    return [*_named(one), f"{one['start_seconds']:.1f}", *megabytes]


def _statements(every: Sequence[One]) -> Iterable[str]:
    yield "#### Statements to the database, for one page\n"
    rows = ([*_named(one), *(_range(one["queries"][kind]) for kind in KINDS)] for one in every)
    yield table(("what", "holds", *KINDS), rows)


def _range(pages: Sequence[One]) -> str:
    counts = [page["statements"] for page in pages]
    return f"{min(counts)} to {max(counts)}" if min(counts) != max(counts) else f"{counts[0]}"


def _beside(every: Sequence[One]) -> Iterable[str]:
    """Each figure of a peer as so many times the site's, on the same database and the same actions."""
    pairs = [
        (ours, peer)
        for peer in every
        if peer["what"] != "Turntide"
        for ours in every
        if ours["what"] == "Turntide" and all(ours[key] == peer[key] for key in ("database", "actions"))
    ]
    for ours, peer in pairs:
        yield f"#### {peer['what']}'s time ÷ Turntide's, both on {peer['database']}, {peer['actions']:,} actions\n"
        rows = (_ratios(ours, peer, at, part) for at in range(len(ours["spells"])) for part in (0.5, 0.95))
        yield table(("reading between pages", "percentile", *KINDS, "pages/s ÷ Turntide's"), rows)


def _ratios(ours: One, peer: One, at: int, part: float) -> list[str]:
    mine, its = ours["spells"][at], peer["spells"][at]
    told = [
        f"{share(its['milliseconds'][kind], part) / share(mine['milliseconds'][kind], part):.2f}"
        if its["milliseconds"].get(kind) and mine["milliseconds"].get(kind)
        else NOBODY
        for kind in KINDS
    ]
    return [f"{mine['pause']:g} s", f"{100 * part:.0f}th", *told, f"{_rate(its) / _rate(mine):.2f}"]


def _rate(spell: One) -> float:
    """Pages a second."""
    return sum(map(len, spell["milliseconds"].values())) / float(spell["seconds"])


def _wrong(every: Sequence[One]) -> Iterable[str]:
    errors = [
        f"- {' '.join(_named(one))}: {len(spell['errors'])} pages, first: {spell['errors'][0]}"
        for one in every
        for spell in one["spells"]
        if spell["errors"]
    ]
    yield "Pages that were not answered:\n\n" + "\n".join(errors) if errors else "Every page was answered."
