"""The files a command's arguments name: each file, every plan in a folder, and '-' for pasted text."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from turntide.commands.speaking import say
from turntide.documents.refusals import Reason, Refusal

PASTED = "-"


@dataclass(frozen=True, slots=True)
class Named:
    """One file to read, and the folder that was named where it was found in one."""

    path: Path
    folder: Path | None = None

    @property
    def is_pasted(self) -> bool:
        """Whether this is standard input."""
        return self.folder is None and str(self.path) == PASTED

    @property
    def label(self) -> str:
        """How the file is called when something is said about it."""
        return "pasted text" if self.is_pasted else str(self.path)

    @property
    def place(self) -> PurePath:
        """Where its result goes in a folder of results."""
        if self.is_pasted:
            return PurePath("pasted text")
        return self.path.relative_to(self.folder) if self.folder else PurePath(self.path.name)

    def content(self) -> bytes:
        """The bytes of the file, or what is pasted. Raises Refusal."""
        if self.is_pasted:
            return _pasted()
        from turntide.documents.opening import content_of

        return content_of(self.path)

    @property
    def name(self) -> str:
        """The name under which the content is read."""
        from turntide.opening import CLIPBOARD

        return CLIPBOARD if self.is_pasted else self.path.name


def named(arguments: Iterable[str]) -> list[Named]:
    """Every file the arguments name, in their order; folders are searched, in order of name.

    Raises Refusal where a folder holds no file that is read.
    """
    return [file for argument in arguments for file in _named_by(argument)]


def are_several(arguments: list[str]) -> bool:
    """Whether results are to be given file by file: several arguments, or a folder."""
    return len(arguments) > 1 or any(argument != PASTED and Path(argument).is_dir() for argument in arguments)


def _named_by(argument: str) -> Iterator[Named]:
    path = Path(argument)
    if argument == PASTED or not path.is_dir():
        yield Named(path)
        return
    found = [Named(file, path) for file in _within(path)]
    if not found:
        raise Refusal(
            Reason.MISSING, f"The folder {argument} holds no file that is read; see: turntide formats."
        )
    yield from found


def _within(folder: Path) -> Iterator[Path]:
    """The files of a folder and of the folders in it that end as a plan may; hidden ones are passed over."""
    for at, folders, files in os.walk(folder, onerror=_pass_over):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(at, name) for name in sorted(files) if _may_be_plan(name))


def _may_be_plan(name: str) -> bool:
    from turntide.documents.guarding.names import extension
    from turntide.documents.guarding.sniffing import FORMAT_BY_EXTENSION

    # Word and LibreOffice leave '~$plan.docx' and '.~lock.plan.odt#' beside a file that is open.
    is_passing = name.startswith((".", "~$"))
    return not is_passing and bool(extension(name)) and extension(name) in FORMAT_BY_EXTENSION


def _pass_over(error: OSError) -> None:
    say(f"The folder {error.filename} may not be read by you, so it was passed over.")


def _pasted() -> bytes:
    from turntide.documents.guarding.limits import LIMITS

    if sys.stdin.isatty():
        say("Paste the text of the plan, then press Ctrl+D on a line of its own (Ctrl+Z, Enter on Windows).")
    return sys.stdin.buffer.read(LIMITS.file_bytes + 1)
