"""A public site as files: where each page goes, and how its links are written there. Pure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape

LEFT_OUT = frozenset({"search", "follow"})
"""What needs the living site: the exported pages say where to find it."""
_LINK = re.compile(r'(\s(?:href|src|action)=")([^"]*)(?=")')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where pages of a place are now (``origin`` and ``here``: "https://turntide.example", "/in/tarrow/"), where the
    look is (``static``: "/static/"), and where the files will be (``base``; empty: anywhere, links are relative).
    """

    origin: str
    here: str
    static: str
    base: str = ""

    def file_of(self, path: str) -> str | None:
        """The file a page or another file goes into; None where it stays on the living site."""
        if path.startswith(self.static):
            return f"static/{path.removeprefix(self.static)}"
        if not path.startswith(self.here):
            return None
        beneath = path.removeprefix(self.here)
        # Pages in another language lie one folder deeper.
        if LEFT_OUT.intersection(beneath.split("/")[:2]):
            return None
        return f"{beneath}index.html" if not beneath or beneath.endswith("/") else beneath

    def paths_in(self, html: str) -> Iterator[str]:
        """What a page leads to that becomes a file, without repeats that follow each other."""
        for _before, address in _LINK.findall(html):
            path = self._path(unescape(address))
            if path is not None and self.file_of(path) is not None:
                yield path

    def as_file(self, html: str, file: str) -> str:
        """A page with its links as they hold between files."""
        linked = _LINK.sub(lambda found: found[1] + escape(self._link(unescape(found[2]), file)), html)
        return linked.replace(self._old, self.base) if self.base else linked

    def text_as_file(self, pieces: Iterable[str]) -> Iterator[str]:
        """A feed or data with the addresses that hold; the living site's where no base is given."""
        return replaced(pieces, self._old, self.base) if self.base else iter(pieces)

    @property
    def _old(self) -> str:
        return f"{self.origin}{self.here}"

    def _path(self, address: str) -> str | None:
        """The path of an address on this site, without what stands after it; None elsewhere and where it asks."""
        path = address.partition("#")[0]
        if path.startswith(f"{self.origin}/"):
            path = path.removeprefix(self.origin)
        return path if path.startswith("/") and not path.startswith("//") and "?" not in path else None

    def _link(self, address: str, file: str) -> str:
        if not address or address.startswith("#"):
            return address
        path, mark = self._path(address), address.partition("#")[1:]
        there = self.file_of(path) if path is not None else None
        if there is None:
            return (
                address if _OUTSIDE.match(address) or not address.startswith("/") else self.origin + address
            )
        if self.base:
            return self.base + there.removesuffix("index.html") + "".join(mark)
        return posixpath.relpath(there, posixpath.dirname(file) or ".") + "".join(mark)


def replaced(pieces: Iterable[str], old: str, new: str) -> Iterator[str]:
    """A text in pieces with every ``old`` made ``new``, also where it lies across two pieces."""
    held = ""
    for piece in pieces:
        parts = (held + piece).split(old)
        held = parts[-1][1 - len(old) :] if len(old) > 1 else ""
        yield new.join([*parts[:-1], parts[-1][: len(parts[-1]) - len(held)]])
    yield held
