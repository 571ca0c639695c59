"""`turntide formats`: what can be read here, and how to get what is wanting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

EPILOG = """
[bold]Example[/bold]

turntide formats
"""


@dataclass(frozen=True, slots=True)
class Readable:
    """A format, how its files end, and what must be got before it is read ('' where it is read already)."""

    name: str
    endings: tuple[str, ...]
    wanting: str = ""


def formats() -> None:
    """List the formats that are read, and whether what some of them need is installed here."""
    from turntide.commands.showing.screen import put, screen

    put(screen(), _lines())


def readables() -> Iterator[Readable]:
    """Every format that is read, those of scans last."""
    from turntide.documents import conversion
    from turntide.documents.sniffing import FORMAT_BY_EXTENSION, SPOKEN_FORMATS

    for format_, spoken in SPOKEN_FORMATS.items():
        endings = tuple(f".{ending}" for ending, of in FORMAT_BY_EXTENSION.items() if of == format_ and ending)
        wants = format_ in conversion.CONVERTED and conversion.program() is None
        yield Readable(_named(spoken), endings, conversion.INSTALL if wants else "")
    recognises = find_spec("rapidocr_onnxruntime") is not None
    yield Readable("Scanned PDF", (".pdf",), "" if recognises else 'pip install "turntide[ocr]"')


def _named(spoken: str) -> str:
    """'Word document' for 'a Word document (.docx)'."""
    name = spoken.partition(" ")[2].partition(" (")[0]
    return name[:1].upper() + name[1:]


def _lines() -> Iterator[Text]:
    from rich.text import Text

    known = list(readables())
    width = max(len(each.name) for each in known)
    yield Text("Formats that are read", "bold")
    for each in known:
        state = ("needs more: " + each.wanting, "yellow") if each.wanting else ("", "")
        yield Text.assemble("  ", each.name.ljust(width + 2), (" ".join(each.endings), "cyan"), "  ", state)
    yield Text()
    yield Text("Also: text pasted from anywhere (turntide read -), and what Turntide wrote itself.")
