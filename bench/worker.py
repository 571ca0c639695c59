"""One tool reading files in a process of its own: what `timing` starts, in whichever environment.

    python bench/worker.py TOOL REPEATS ANSWER.json WARM FILE…

The file WARM is read once before anything is timed, so that what a library loads on first use is not
counted against its speed. The answer holds seconds, memory, the records of each file, and what went wrong.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import resource
import sys
import time
from pathlib import Path
from typing import Any

from peers import BY_NAME, Reader

_ADDRESS = re.compile(r"\w+://[^\s:]+")


def why(error: Exception) -> str:
    """What went wrong, in one short line without addresses."""
    said = _ADDRESS.sub("(an address on the network)", " ".join(str(error).split()))
    return f"{type(error).__name__}: {said if len(said) < 120 else said[:120].rsplit(maxsplit=1)[0] + ' …'}"


def processor_seconds() -> float:
    """What this process and those it started have used of the processors."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def timed(reader: Reader, path: Path, repeats: int) -> dict[str, Any]:
    """Read a file so many times: seconds of each, and the records of the last."""
    walls, cpus = [], []
    records: list[tuple[str, str]] = []
    for _ in range(repeats):
        wall, cpu = time.perf_counter(), processor_seconds()
        records = reader(path)
        walls.append(time.perf_counter() - wall)
        cpus.append(processor_seconds() - cpu)
    said = [(kind, text) for kind, text in records if text.strip(" |\n")]
    return {"seconds": walls, "cpu": cpus, "records": said}


def tried(reader: Reader, path: Path, repeats: int) -> dict[str, Any]:
    """The same, or why it could not be done."""
    try:
        return timed(reader, path, repeats)
    except Exception as error:
        return {"error": why(error)}


def answer(name: str, repeats: int, warm: Path, paths: list[Path]) -> dict[str, Any]:
    """Everything there is to say about one tool on these files."""
    began = time.perf_counter()
    try:
        reader = BY_NAME[name].load()
    except Exception as error:
        return {"error": why(error)}
    loading = time.perf_counter() - began
    tried(reader, warm, 1)
    files = {str(path): tried(reader, path, repeats) for path in paths}
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"loading": loading, "own_kilobytes": own, "child_kilobytes": children, "files": files}


def main() -> None:
    name, repeats, target, warm, *paths = sys.argv[1:]
    os.environ["UNSTRUCTURED_DISABLE_NOTICE"] = "1"
    with contextlib.redirect_stdout(sys.stderr):
        found = answer(name, int(repeats), Path(warm), [Path(path) for path in paths])
    Path(target).write_text(json.dumps(found), encoding="utf8")


if __name__ == "__main__":
    main()
