"""Pages of a Word document as LibreOffice sets them, drawn small and grey, and how far two drawings differ.

``scripts/keep_paper_pictures.py`` makes the kept drawings again.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

KEPT = Path(__file__).parent / "kept"
_MILLIMETRES = 2
"""Of the page in a point of a kept drawing."""
_BLOCK = 4
"""Points of a kept drawing along a block: letters drawn a little otherwise leave its grey as it is."""
_NOTICED = 16
"""Steps of grey, of 255, from which on a block counts as another."""
_PAPER = 250
"""The grey from which on a block is bare."""
BORNE = 0.1
"""The part of a page's blocks that may be others: a line set a little higher, never a paragraph that moved."""


def as_pdf_by_libreoffice(body: bytes, folder: Path) -> bytes:
    """The document as LibreOffice prints it. ``folder`` is for its files."""
    before = folder / "paper.docx"
    before.write_bytes(body)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(before)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "paper.pdf").read_bytes()


def drawn(body: bytes) -> list[Image.Image]:
    """Each page of a PDF, grey and small."""
    document = pypdfium2.PdfDocument(body)
    try:
        return [_small(page.render(scale=1.0, grayscale=True).to_pil()) for page in document]
    finally:
        document.close()


def _small(page: Image.Image) -> Image.Image:
    size = [round(length * 25.4 / 72 / _MILLIMETRES) for length in page.size]
    return page.convert("L").resize((size[0], size[1]), Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The part of two pages' blocks with something on them that are not the same; 1 for pages of two sizes."""
    if one.size != other.size:
        return 1.0
    pairs = list(zip(_blocks(one), _blocks(other), strict=True))
    inked = [pair for pair in pairs if min(pair) < _PAPER]
    return sum(abs(here - there) > _NOTICED for here, there in inked) / max(len(inked), 1)


def _blocks(page: Image.Image) -> list[int]:
    size = (page.width // _BLOCK, page.height // _BLOCK)
    return list(page.resize(size, Image.Resampling.BOX).tobytes())


def kept(name: str) -> list[Image.Image]:
    """The kept drawings of this name, page by page."""
    return [Image.open(path) for path in sorted(KEPT.glob(f"{name}-*.png"))]


def keep(name: str, pages: Sequence[Image.Image]) -> None:
    """Keep these drawings in the place of the former ones."""
    KEPT.mkdir(exist_ok=True)
    for path in KEPT.glob(f"{name}-*.png"):
        path.unlink()
    for number, page in enumerate(pages, 1):
        out = BytesIO()
        page.save(out, "PNG", optimize=True)
        (KEPT / f"{name}-{number:02}.png").write_bytes(out.getvalue())
