"""The public site of a place written into a folder, for a place that hosts it elsewhere.

Every page is asked of the site itself, so that the files are what is served; they are written beside the folder and
take its place at the end, all at once.
"""

from __future__ import annotations

import json
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from turntide.web.publishing.rules.exporting import Layout
from turntide.web.publishing.services.exporting_pages import NotExportedError, Site
from turntide.web.publishing.store.published import Shown, current

__all__ = ["MARK", "Exported", "NotExportedError", "export_site"]

MARK = ".turntide-export.json"
"""Says that a folder holds an export, and so may be written over."""
_TRIES = 3
_TEXTS = ("application/json", "application/ld+json", "application/atom+xml", "text/csv")
Told = Callable[[int, int], None]
"""Is told how many files are written, and how many are known of by then."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    name: str
    files: int


def export_site(slug: str, to: Path, *, base: str = "", told: Told = lambda done, known: None) -> Exported:
    """Write all that the public sees of a place into a folder. ``base`` is the address it will have; empty: any.

    Where something is published meanwhile it begins again: the files are of one publication. Raises NotExportedError.
    """
    refuse_foreign(to)
    for _try in range(_TRIES):
        shown = _shown(slug)
        new = _new_folder(to)
        try:
            count = _write_all(_layout(slug, base), new, told)
            if _shown(slug).etag == shown.etag:
                _mark(new, shown)
                _put_in_place(new, to)
                return Exported(shown.about.name or shown.record.place, count)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    raise NotExportedError(
        "The place was published again and again while it was written. Try again in a minute."
    )


def refuse_foreign(to: Path) -> None:
    """Raises NotExportedError where a folder holds anything but an export: it would be lost."""
    if to.exists() and not (to.is_dir() and ((to / MARK).is_file() or not any(to.iterdir()))):
        raise NotExportedError(
            f"{to} holds something else, which would be lost. Give a folder that is new, empty, or was written by this "
            "command."
        )


def _shown(slug: str) -> Shown:
    shown = current(slug)
    if shown is None:
        raise NotExportedError(f"{slug} shows nothing to the public. Open its public page and publish first.")
    return shown


def _layout(slug: str, base: str) -> Layout:
    tidy = f"{base.rstrip('/')}/" if base else ""
    return Layout(settings.ADDRESS.origin, reverse("public_place", args=[slug]), _static(), tidy)


def _static() -> str:
    return f"/{settings.STATIC_URL.strip('/')}/"


def _new_folder(to: Path) -> Path:
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=f".{to.name}.", dir=to.parent.resolve()))
        folder.chmod(0o755)
    except OSError as wrong:
        raise NotExportedError(
            f"{to} cannot be written: {(wrong.strerror or 'no reason given').lower()}."
        ) from wrong
    return folder


def _write_all(layout: Layout, folder: Path, told: Told) -> int:
    """Follow every link from the front; how many files that made."""
    site, known = Site(), {layout.here: None}
    waiting = deque(known)
    done = 0
    while waiting:
        path = waiting.popleft()
        for found in _write(site, layout, path, folder):
            if found not in known:
                known[found] = None
                waiting.append(found)
        done += 1
        told(done, len(known))
    return done


def _write(site: Site, layout: Layout, path: str, folder: Path) -> Iterable[str]:
    """Write one file; what it leads to."""
    name = layout.file_of(path)
    assert name is not None
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    if path.startswith(layout.static):
        shutil.copyfile(_static_file(path.removeprefix(layout.static)), file)
        return ()
    # The answer is not closed: that would end what belongs to a request by network, the database's line above all.
    return _kept(site.answer(path), layout, name, file)


def _kept(response: HttpResponseBase, layout: Layout, name: str, file: Path) -> Iterable[str]:
    kind = response["Content-Type"].partition(";")[0]
    if kind == "text/html":
        html = b"".join(_pieces(response)).decode()
        file.write_text(layout.as_file(html, name), encoding="utf-8", newline="")
        return layout.paths_in(html)
    with file.open("wb") as opened:
        if kind in _TEXTS:
            texts = (piece.decode() for piece in _pieces(response))
            opened.writelines(piece.encode() for piece in layout.text_as_file(texts))
        else:
            opened.writelines(_pieces(response))
    return ()


def _pieces(response: HttpResponseBase) -> Iterator[bytes]:
    yield from response
    if isinstance(response, FileResponse) and response.file_to_stream is not None:
        response.file_to_stream.close()


def _static_file(name: str) -> Path:
    collected = Path(settings.STATIC_ROOT) / name
    found = collected if collected.is_file() else finders.find(name)
    if not found:
        raise NotExportedError(
            f"The file {name} of the look is missing; start the site once with: turntide up"
        )
    return Path(str(found))


def _mark(folder: Path, shown: Shown) -> None:
    told = {
        "place": shown.place.slug,
        "publication": shown.publication.number,
        "published": shown.publication.at,
    }
    (folder / MARK).write_text(json.dumps(told, default=str) + "\n", encoding="utf-8")


def _put_in_place(new: Path, to: Path) -> None:
    """Two renamings: at no moment does the folder hold half an export."""
    refuse_foreign(to)
    if not to.exists():
        new.rename(to)
        return
    old = Path(mkdtemp(prefix=f".{to.name}.old.", dir=to.parent))
    to.rename(old)
    new.rename(to)
    shutil.rmtree(old)
