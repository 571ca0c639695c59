"""The benchmark: speed, memory and what is recovered, next to the libraries a user would reach for.

    python bench/run.py                 everything; about half an hour on two cores
    python bench/run.py --quick         one round, and no file of the largest size
    python bench/run.py --only growth   one part: peers, alone, growth or start
    python bench/run.py --formats docx  only these formats of the part peers

Results are kept in bench/results/parts.json; once every part was run, together or one after the other, they are written
to docs/benchmarks.md and docs/images/growth.svg. A quick run only prints.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import growth
import report
from cases import FORMATS, REPOSITORY, Case, cases
from peers import TOOLS
from picture import picture
from recovery import recovered
from timing import Measured, compared

PAGE = REPOSITORY / "docs/benchmarks.md"
DRAWING = REPOSITORY / "docs/images/growth.svg"
RESULTS = REPOSITORY / "bench/results/parts.json"
ROUNDS = 3
Told = tuple[str, Any]
"""What a part says: its figures as text for the page, and as data."""
Part = Callable[[argparse.Namespace, Path], dict[str, Told]]


def peers(options: argparse.Namespace, folder: Path) -> dict[str, Told]:
    """Every format in turn, all tools on the same files."""
    every = cases(folder)
    return {
        name: _format(name, [one for one in every if one.format == name], options) for name in options.formats
    }


def _format(name: str, chosen: Sequence[Case], options: argparse.Namespace) -> Told:
    tools = [tool for tool in TOOLS if name in tool.formats]
    rounds = 1 if options.quick or name == "scan" else options.rounds
    found = compared(tools, [case.path for case in chosen], rounds)
    pages = sum(case.pages for case in chosen)
    size = f"{len(chosen)} files" + (f", {pages} pages" if pages else "")
    turns = "one round" if rounds == 1 else f"the middle of {rounds} rounds"
    parts = [
        f"### {name}: {size}, {turns}\n",
        report.speed(name, found, chosen),
        report.recovery(found, chosen),
        report.unread(found, chosen),
    ]
    text = "\n".join(part for part in parts if part)
    print(text, flush=True)
    return text, {"format": name, "tools": {tool: _data(one, chosen) for tool, one in found.items()}}


def _data(one: Measured, chosen: Sequence[Case]) -> dict[str, Any]:
    found = {
        case.path.name: asdict(recovered(one.records.get(str(case.path), []), case.actions))
        for case in chosen
    }
    named = {Path(path).name: walls for path, walls in one.seconds.items()}
    wrong = {Path(path).name: why for path, why in one.errors.items()}
    return {"seconds": named, "megabytes": one.megabytes, "recovered": found, "errors": wrong}


def alone(options: argparse.Namespace, folder: Path) -> dict[str, Told]:
    found = growth.alone(folder)
    text = _said("Files of a set size", report.readings(found, "page or action"))
    return {"alone": (text, [asdict(one) for one in found])}


def grown(options: argparse.Namespace, folder: Path) -> dict[str, Told]:
    found = growth.grown(folder, options.quick)
    if not options.quick:
        DRAWING.write_text(picture(found), encoding="utf8")
    text = _said("Growth", report.readings(found, "page or action"))
    return {"growth": (text, [asdict(one) for one in found])}


def start(options: argparse.Namespace, folder: Path) -> dict[str, Told]:
    found = growth.starts()
    text = _said("Command line, until it has answered", report.starting(found))
    return {"start": (text, [asdict(one) for one in found])}


def _said(title: str, text: str) -> str:
    whole = f"### {title}\n\n{text}"
    print(whole, flush=True)
    return whole


PARTS: dict[str, Part] = {"start": start, "alone": alone, "growth": grown, "peers": peers}
KEPT = ("start", "alone", "growth", *FORMATS)
"""The names under which results are kept, in the page's order."""


def machine() -> str:
    """The machine the figures hold for, without its name."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="one round, and no file of the largest size")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of the part peers (3)")
    parser.add_argument("--only", choices=tuple(PARTS), help="one part")
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=FORMATS, help="of the part peers")
    return parser.parse_args()


def main() -> None:
    """Run as a program."""
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        for name in [options.only] if options.only else list(PARTS):
            told = PARTS[name](options, Path(folder))
            if not options.quick:
                _keep(told)


def _keep(told: dict[str, Told]) -> None:
    """Keep what a part says; once every part has spoken on this machine, the page is written."""
    RESULTS.parent.mkdir(exist_ok=True)
    kept: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf8")) if RESULTS.exists() else {}
    kept |= {
        name: {"machine": machine(), "text": text, "figures": data} for name, (text, data) in told.items()
    }
    RESULTS.write_text(json.dumps(kept, indent=1), encoding="utf8")
    if all(name in kept for name in KEPT):
        _write_page(kept)


def _write_page(kept: dict[str, Any]) -> None:
    asked = f"### What each tool was asked for\n\n{report.asked_of()}"
    texts = [kept[name]["text"] for name in KEPT]
    report.put_between_marks(PAGE, "\n".join([f"Measured on {machine()}.\n", *texts, asked]))


if __name__ == "__main__":
    main()
