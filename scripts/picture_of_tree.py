"""Draw docs/images/tree.svg: what the terminal shows of an example plan.

python scripts/picture_of_tree.py             draws it
python scripts/picture_of_tree.py --check     says whether it would change; exit status 1 if so
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from turntide import read_plan
from turntide.commands.showing import tree

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "tree.svg"
EXAMPLE = "examples/wexcombe-year-plan.pdf"
WIDTH = 98
FIRST, FINDINGS = 22, 8
"""How many lines of the tree, and how many of the findings, the picture shows."""
# The font the drawing library would fetch from elsewhere is left out: the reader's own will do.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "font-family: Fira Code", "font-family: ui-monospace, Menlo, Consolas, DejaVu Sans Mono"
)
CALM = TerminalTheme(
    (252, 251, 248),
    (34, 48, 47),
    [
        (34, 48, 47),
        (176, 0, 32),
        (29, 90, 45),
        (143, 61, 8),
        (28, 74, 120),
        (138, 29, 83),
        (11, 85, 81),
        (85, 98, 95),
    ],
)


def picture() -> str:
    """The picture as SVG; the same plan gives the same picture."""
    console = Console(
        record=True,
        file=io.StringIO(),
        width=WIDTH,
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
    )
    for line in _lines(console):
        console.print(line, soft_wrap=True)
    return console.export_svg(
        title=f"turntide read {EXAMPLE}", theme=CALM, code_format=FORMAT, unique_id="tree"
    )


def _lines(console: Console) -> Iterator[Text]:
    lines = list(tree.lines(read_plan(ROOT / EXAMPLE), console))
    findings = next(at for at, line in enumerate(lines) if line.plain.startswith("Findings"))
    yield from lines[:FIRST]
    yield Text("…", "dim")
    yield Text()
    yield from lines[findings : findings + FINDINGS]


def main() -> int:
    """Run as a program."""
    asked = argparse.ArgumentParser(description="Draw what the terminal shows of an example plan.")
    asked.add_argument("--check", action="store_true", help="only say whether the picture is out of date")
    drawn = picture()
    if not asked.parse_args().check:
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        PICTURE.write_text(drawn, encoding="utf-8")
        return 0
    same = PICTURE.is_file() and PICTURE.read_text(encoding="utf-8") == drawn
    if not same:
        print("docs/images/tree.svg is out of date: run python scripts/picture_of_tree.py")
    return int(not same)


if __name__ == "__main__":
    sys.exit(main())
