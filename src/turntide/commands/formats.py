"""`turntide formats`: what can be read here, and how to get what is wanting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

EPILOG = """
\b
Example:
  turntide formats
"""


@dataclass(frozen=True, slots=True)
class Readable:
    """A format, how its files end, what it needs beside Turntide, and how to get that ('' where it is here)."""

    name: str
    endings: tuple[str, ...]
    needs: str = ""
    wanting: str = ""

    @property
    def state(self) -> str:
        """What is said of its needs: nothing, that they are met, or how to meet them."""
        if not self.needs:
            return ""
        return (
            f"needs {self.needs}: {self.wanting}"
            if self.wanting
            else f"with {self.needs}, which is installed"
        )


def formats() -> None:
    """List the formats that are read, and whether what some of them need is installed here."""
    from turntide.commands.showing.screen import put, screen

    put(screen(), _lines())


def readables() -> Iterator[Readable]:
    """Every format that is read, those of scans last."""
    from turntide.documents.guarding import conversion
    from turntide.documents.guarding.sniffing import FORMAT_BY_EXTENSION, SPOKEN_FORMATS

    missing = "" if conversion.program() else conversion.INSTALL
    for format_, spoken in SPOKEN_FORMATS.items():
        endings = tuple(
            f".{ending}" for ending, of in FORMAT_BY_EXTENSION.items() if of == format_ and ending
        )
        converted = format_ in conversion.CONVERTED
        yield Readable(
            _named(spoken), endings, "LibreOffice" if converted else "", missing if converted else ""
        )
    recognises = find_spec("rapidocr_onnxruntime") is not None
    hint = "" if recognises else 'install it with: pip install "turntide[ocr]"'
    yield Readable("Scanned PDF", (".pdf",), "text recognition", hint)


def _named(spoken: str) -> str:
    """'Word document' for 'a Word document (.docx)'."""
    name = spoken.partition(" ")[2].partition(" (")[0]
    return name[:1].upper() + name[1:]


def _lines() -> Iterator[Text]:
    from rich.text import Text

    known = list(readables())
    name = max(len(each.name) for each in known) + 2
    ending = max(len(" ".join(each.endings)) for each in known) + 2
    yield Text("Formats that are read", "bold")
    for each in known:
        line = Text.assemble("  ", each.name.ljust(name), (" ".join(each.endings).ljust(ending), "cyan"))
        line.append(each.state, "yellow" if each.wanting else "dim")
        line.rstrip()
        yield line
    yield Text()
    yield Text("Also: text pasted from anywhere (turntide read -), and what Turntide wrote itself.")
