"""Throws mutated plans at `open_bytes` and says what became of them.

    python bench/fuzz.py --seconds 60
    python bench/fuzz.py --inputs 5000 --seed 7 --files examples --save tests/documents/hostile

Every input must end in a document or in a refusal of one sentence. What ends otherwise (a crash), what goes
over the limits (a hang, or memory), and where a format's reader broke beneath a refusal are counted, and the
first input of each kind is saved. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from turntide.documents.guarding.apart import TRACE
from turntide.documents.guarding.limits import LIMITS, MEGABYTE
from turntide.documents.opening import open_bytes
from turntide.documents.refusals import Refusal

REPOSITORY = Path(__file__).parent.parent
USUAL = (
    REPOSITORY / "examples",
    REPOSITORY.parent / "shared" / "corpus",
    REPOSITORY / "tests/documents/hostile",
)
KNOWN = {".docx", ".xlsx", ".odt", ".ods", ".xls", ".pdf", ".html", ".md", ".csv", ".tsv", ".txt"}
LARGEST = 2 * MEGABYTE
LIMITED = replace(LIMITS, seconds=10, pdf_seconds=10, memory=1024 * MEGABYTE)
TELLING = (
    b"0",
    b"-1",
    b"999999999",
    b"1048577",
    b"\0",
    b"\xff\xfe",
    b"<",
    b">",
    b"&#0;",
    b'"',
    b"\n",
    b"\t",
    b"%s",
)

Mutation = Callable[[bytes, random.Random], bytes]


def flip(content: bytes, dice: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.randint(1, 12)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.randrange(1, len(content) + 1)]


def drop(content: bytes, dice: random.Random) -> bytes:
    start, end = _stretch(content, dice)
    return content[:start] + content[end:]


def repeat(content: bytes, dice: random.Random) -> bytes:
    start, end = _stretch(content, dice)
    return content[:end] + content[start:end] * dice.choice((1, 2, 50)) + content[end:]


def move(content: bytes, dice: random.Random) -> bytes:
    start, end = _stretch(content, dice)
    at = dice.randrange(len(content))
    return content[:at] + content[start:end] + content[at:]


def tell(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(content))
    return content[:at] + dice.choice(TELLING) + content[at + dice.choice((0, 1, 4)) :]


def _stretch(content: bytes, dice: random.Random) -> tuple[int, int]:
    start = dice.randrange(len(content))
    return start, min(len(content), start + dice.choice((1, 8, 64, 512, 4096)))


MUTATIONS: tuple[Mutation, ...] = (flip, cut, drop, repeat, move, tell)


def mutated(content: bytes, dice: random.Random) -> bytes:
    """The content changed in one to three ways; in an Office file, mostly within one of its parts."""
    if zipfile.is_zipfile(BytesIO(content)) and dice.random() < 0.85:
        with contextlib.suppress(
            zipfile.BadZipFile, zlib.error, NotImplementedError
        ):  # hostile to begin with
            return _mutated_within(content, dice)
    for _ in range(dice.randint(1, 3)):
        content = dice.choice(MUTATIONS)(content, dice) or b"\0"
    return content


def _mutated_within(content: bytes, dice: random.Random) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(set(old.namelist()))
        chosen = dice.choice(sorted(names, key=lambda name: -old.getinfo(name).file_size)[:6])
        for name in names:
            part = old.read(name)
            if name == chosen and part:
                part = dice.choice(MUTATIONS)(part, dice)
            new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


@dataclass
class Tally:
    """What became of the inputs so far."""

    tried: int = 0
    read: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    crashes: Counter[str] = field(default_factory=Counter)
    hangs: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0, "")

    def __str__(self) -> str:
        lines = [f"inputs tried  {self.tried}", f"read          {self.read}"]
        lines += [f"refused       {count:6} {reason}" for reason, count in sorted(self.refusals.items())]
        for kind, found in (
            ("crash", self.crashes),
            ("over limit", self.hangs),
            ("reader broke", self.broken),
        ):
            lines += [f"{kind:13} {count:6} {what}" for what, count in found.most_common()]
        return "\n".join([*lines, f"slowest       {self.slowest[0]:.2f} s {self.slowest[1]}"])


class Voice:
    """Catches what the reading processes say on standard error."""

    def __init__(self) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the program
        self._before = os.dup(2)
        os.dup2(self._said.fileno(), 2)

    def __enter__(self) -> Voice:
        return self

    def __exit__(self, *error: object) -> None:
        os.dup2(self._before, 2)

    def last(self) -> str:
        """The place and kind of the last error said since the last call, or ''."""
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").splitlines()
        self._said.seek(0)
        self._said.truncate()
        places = [line.strip() for line in lines if line.startswith("  File ") and "/turntide/" in line]
        return f"{lines[-1][:120]} [{places[-1].rpartition('/')[2]}]" if places else ""


def throw(content: bytes, name: str, tally: Tally, voice: Voice) -> bool:
    """Open one input and count what becomes of it; True when it is worth saving."""
    tally.tried += 1
    before = len(tally.crashes) + len(tally.hangs) + len(tally.broken)
    start = time.monotonic()
    try:
        open_bytes(content, name, LIMITED)
        tally.read += 1
    except Refusal as refusal:
        _count(refusal, name, tally, voice.last())
    except Exception as error:
        tally.crashes[f"{type(error).__name__}: {error}"[:150]] += 1
    tally.slowest = max(tally.slowest, (time.monotonic() - start, name))
    return len(tally.crashes) + len(tally.hangs) + len(tally.broken) > before


def _count(refusal: Refusal, name: str, tally: Tally, said: str) -> None:
    tally.refusals[refusal.reason.value] += 1
    if not refusal.sentence.isprintable() or not refusal.sentence.endswith("."):
        tally.crashes[f"not a clean sentence: {refusal.sentence!r}"[:150]] += 1
    if "seconds to read" in refusal.sentence or "of memory" in refusal.sentence:
        tally.hangs[refusal.sentence] += 1
    elif said:
        tally.broken[f"{Path(name).suffix}: {said}"] += 1


def found(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in KNOWN and 0 < path.stat().st_size < LARGEST:
                yield path


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60, help="stop after so many seconds (60)")
    parser.add_argument("--inputs", type=int, default=sys.maxsize, help="stop after so many inputs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=Path, nargs="*", default=[each for each in USUAL if each.is_dir()])
    parser.add_argument("--ending", help="only files with this ending, such as docx")
    parser.add_argument("--save", type=Path, help="a folder for the inputs that broke something")
    asked = parser.parse_args()
    plans = [path for path in found(asked.files) if not asked.ending or path.suffix == f".{asked.ending}"]
    if not plans:
        parser.error("there are no plans in these folders")
    tally = fuzz(plans, asked)
    print(tally)
    return 1 if tally.crashes else 0


def fuzz(plans: list[Path], asked: argparse.Namespace) -> Tally:
    """Throw inputs until the number or the time asked for is reached."""
    os.environ[TRACE] = "1"
    dice, tally = random.Random(asked.seed), Tally()
    until = time.monotonic() + asked.seconds
    with Voice() as voice:
        while tally.tried < asked.inputs and time.monotonic() < until:
            plan = dice.choice(plans)
            content = mutated(plan.read_bytes(), dice)
            if throw(content, plan.name, tally, voice) and asked.save:
                _save(content, plan.suffix, asked.save)
    return tally


def _save(content: bytes, ending: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"fuzzed-{sha256(content).hexdigest()[:12]}{ending}").write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
