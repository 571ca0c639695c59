"""Make the example plans and their expected readings.

    python scripts/make_examples.py             writes examples/
    python scripts/make_examples.py --check     says which committed files differ from what would be made
    python scripts/make_examples.py --into DIR  writes somewhere else

The same bytes come out each time; a package squeezed by another zlib still holds the same parts.
The exit status of ``--check`` is 1 where a file differs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from examples_of_plans.archive import same
from examples_of_plans.expected import expected, written
from examples_of_plans.shelf import EXAMPLES

SHIPPED = Path(__file__).resolve().parent.parent / "examples"


def made() -> Iterator[tuple[Path, bytes]]:
    """Each file, by its path beneath the folder of examples, and its bytes."""
    for example in EXAMPLES:
        yield Path(example.file), example.content()
        yield Path("expected", f"{example.file}.json"), written(expected(example.file, example.plan))


def write(folder: Path) -> None:
    """Write every file."""
    for path, content in made():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def differing(folder: Path) -> list[str]:
    """The files that are missing, differ from what would be made, or that nothing makes."""
    wanted = dict(made())
    wrong = {
        str(path)
        for path, content in wanted.items()
        if not (folder / path).is_file() or not same((folder / path).read_bytes(), content)
    }
    there = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    return sorted(wrong | {str(path) for path in there - set(wanted)})


def main() -> int:
    """Run as a program."""
    asked = argparse.ArgumentParser(description="Make the example plans and their expected readings.")
    asked.add_argument("--into", type=Path, default=SHIPPED, help="the folder to write to")
    asked.add_argument("--check", action="store_true", help="only say which files differ")
    options = asked.parse_args()
    if not options.check:
        write(options.into)
        return 0
    wrong = differing(options.into)
    for path in wrong:
        print(f"{path} differs: run python scripts/make_examples.py")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
