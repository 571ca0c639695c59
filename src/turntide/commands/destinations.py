"""Where results go: standard output, a file, or a folder with a file for each plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from turntide.commands.ending import NotWritten
from turntide.commands.files import Named


def file_for(output: Path, file: Named, ending: str) -> Path:
    """Where one file's result goes: the output itself, or a name in it where it is a folder."""
    return in_folder(output, file, ending) if output.is_dir() else output


def in_folder(folder: Path, file: Named, ending: str) -> Path:
    """Where a file's result goes in a folder of results: 'plans/north.docx' gives 'north.docx.json'."""
    return folder / file.place.parent / (file.place.name + ending)


def targets(output: Path, files: Sequence[Named], ending: str, *, several: bool) -> list[Path]:
    """Where each file's result goes. Refuses, as wrong use, to write over a source or twice to one place."""
    if several and output.exists() and not output.is_dir():
        raise typer.BadParameter(f"{output} is a file; give a folder, as there are several plans.")
    place = in_folder if several else file_for
    found = [place(output, file, ending) for file in files]
    twice = next((path for at, path in enumerate(found) if path in found[:at]), None)
    if twice:
        raise typer.BadParameter(f"Two of these plans would both be written to {twice}; read one at a time.")
    sources = {file.path.resolve() for file in files if not file.is_pasted}
    if any(path.resolve() in sources for path in found):
        raise typer.BadParameter("The result would be written over the plan itself; give another --output.")
    return found


def write(path: Path, content: bytes) -> None:
    """Write a result, making the folders it needs. Raises NotWritten."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        reason = (error.strerror or "the folder does not take it").lower()
        raise NotWritten(
            f"{path} could not be written: {reason}. Give another place with --output."
        ) from error
