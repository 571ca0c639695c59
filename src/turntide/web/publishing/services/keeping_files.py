"""Files that take long to make are kept once made, for all processes of a machine, in a folder of the site's own.

A file is of one publication, as this version of Turntide and this address write it. It holds what anybody may fetch,
and goes within a minute of being shown no more; what a name was struck out of goes at once.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from django.conf import settings

import turntide
from turntide.web.publishing.models import Publication
from turntide.web.publishing.store.making import one_at_a_time
from turntide.web.publishing.store.published import shown_publications

MOST_BYTES = 256 * 1024 * 1024
"""So much is kept over all places; the oldest go first."""
logger = logging.getLogger(__name__)


def kept_file(publication: Publication, name: str, make: Callable[[], IO[bytes]]) -> IO[bytes]:
    """A file of a publication by its name: as it is kept, or made and kept from now on. Whoever asks closes it."""
    path = _kept_in() / _folder(publication) / name
    with one_at_a_time(str(path)):
        try:
            return path.open("rb")
        except OSError:
            made = make()
        try:
            _keep(made, path)
        except OSError:
            # A full disk, or one that cannot be written: it is sent all the same.
            logger.exception("A file of open data could not be kept")
        made.seek(0)
        return made


def let_go_of_files(now: datetime | None = None) -> int:
    """Let go of what is shown no more; how many publications that was. Done every minute."""
    if not _kept_in().is_dir():
        return 0
    shown = {_folder(each) for each in shown_publications()}
    gone = [each for each in _kept_in().iterdir() if each.name not in shown]
    for folder in gone:
        shutil.rmtree(folder, ignore_errors=True)
    return len(gone)


def _kept_in() -> Path:
    return Path(settings.DATA) / "open-data"


def _folder(publication: Publication) -> str:
    of = (publication.fingerprint, turntide.__version__, settings.ADDRESS.origin)
    return f"{publication.pk}-{sha256(' '.join(of).encode()).hexdigest()[:16]}"


def _keep(made: IO[bytes], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as new:
        written = Path(new.name)
        try:
            shutil.copyfileobj(made, new)
            new.flush()
            written.replace(path)
        except OSError:
            written.unlink(missing_ok=True)
            raise
    _make_room(each for each in _kept_in().glob("*/*") if each != path)


def _make_room(others: Iterable[Path]) -> None:
    """Another process may take a file away at the same time: what is gone needs no room."""
    left = MOST_BYTES
    for each in sorted(others, key=_age):
        with suppress(FileNotFoundError):
            left -= each.stat().st_size
            if left < 0:
                each.unlink()


def _age(file: Path) -> float:
    """The youngest first."""
    with suppress(FileNotFoundError):
        return -file.stat().st_mtime
    return 0.0
