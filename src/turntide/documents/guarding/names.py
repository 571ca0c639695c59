"""File names as we show and judge them."""

from __future__ import annotations

from pathlib import PurePosixPath

LONGEST = 80


def clean_name(name: str) -> str:
    """The last part of a file's name without characters that break a line, a terminal or an encoding."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    shown = "".join(character if character.isprintable() else " " for character in last)
    return " ".join(shown.split()) or "file"


def spoken(name: str) -> str:
    """The name as a sentence quotes it: cleaned, and shortened in the middle where it is long."""
    clean = clean_name(name)
    if len(clean) > LONGEST:
        clean = f"{clean[: LONGEST // 2]}…{clean[-LONGEST // 2 :]}"
    return f"“{clean}”"


def extension(name: str) -> str:
    """What the name ends in, in small letters and without the dot: 'docx', or '' where it has no ending."""
    return PurePosixPath(clean_name(name)).suffix.removeprefix(".").lower()
