"""Old Word and rich text files, turned into .docx by LibreOffice where it is installed."""

from __future__ import annotations

import contextlib
import math
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from turntide.documents.guarding.apart import end_group
from turntide.documents.guarding.archive import damaged
from turntide.documents.guarding.limits import LIMITS, Limits
from turntide.documents.guarding.names import spoken
from turntide.documents.refusals import Reason, Refusal

CONVERTED = {"doc": "docx", "rtf": "docx"}
"""The formats that are converted first, and what to."""

_PROGRAMS = ("soffice", "libreoffice")
_ON_A_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
INSTALL = "install LibreOffice (on Debian: sudo apt-get install libreoffice-writer-nogui) or save it as .docx"


def program() -> str | None:
    """LibreOffice's command, or None where it is not installed."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or (str(_ON_A_MAC) if _ON_A_MAC.exists() else None)


def convert(content: bytes, format_: str, name: str, limits: Limits = LIMITS) -> bytes:
    """Give the file's content in the format of `CONVERTED`.

    LibreOffice runs with a profile of its own in a temporary folder, without macros, within time and memory
    limits, and is ended with everything it has started. Raises Refusal: NEEDS_PROGRAM, TOO_LARGE, DAMAGED.
    """
    command = program()
    if command is None:
        raise Refusal(Reason.NEEDS_PROGRAM, f"{spoken(name)} can be read only with LibreOffice: {INSTALL}.")
    with tempfile.TemporaryDirectory(prefix="turntide-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        (room / f"original.{format_}").write_bytes(content)
        _run(_arguments(command, room, format_), room, name, limits)
        made = room / "converted" / f"original.{CONVERTED[format_]}"
        if not made.is_file() or not 0 < made.stat().st_size <= limits.file_bytes:
            raise damaged(name)
        return made.read_bytes()


def _arguments(command: str, room: Path, format_: str) -> list[str]:
    profile = (room / "profile").as_uri()
    quiet = ["--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"]
    to = ["--convert-to", CONVERTED[format_], "--outdir", str(room / "converted")]
    return [command, f"-env:UserInstallation={profile}", *quiet, *to, str(room / f"original.{format_}")]


def _run(arguments: list[str], room: Path, name: str, limits: Limits) -> None:
    process = subprocess.Popen(
        arguments,
        cwd=room,
        env={**os.environ, "HOME": str(room), "TMPDIR": str(room), "SAL_USE_VCLPLUGIN": "svp"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _bound(process.pid, limits)
        process.wait(limits.conversion_seconds)
    except subprocess.TimeoutExpired as error:
        raise _too_slow(name, limits) from error
    finally:
        end_group(process)


def _bound(process: int, limits: Limits) -> None:
    if sys.platform != "linux":
        return
    import resource

    cpu = math.ceil(limits.conversion_seconds * 2)
    for limit, most in (
        (resource.RLIMIT_AS, limits.conversion_memory),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, limits.written_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.prlimit(process, limit, (most, most))


def _too_slow(name: str, limits: Limits) -> Refusal:
    return Refusal(
        Reason.TOO_LARGE,
        f"{spoken(name)} takes LibreOffice longer than {limits.conversion_seconds:.0f} seconds to convert: "
        "save it as .docx yourself and give that.",
    )
