"""PDF: each page's glyphs and strokes become tables and paragraphs, page after page.

Pages are read one at a time, with two pages on either side in view (headers and footers are known by recurring
on them), so that memory does not grow with the length of the document beyond what is handed back.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from io import BytesIO

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from turntide.documents.document import Document
from turntide.documents.pages.draft import Draft
from turntide.documents.pages.ink import Ink
from turntide.documents.pages.probe import Probe, probe
from turntide.documents.pages.sheet import Sheet, sheet_of
from turntide.documents.pages.sideways import upright
from turntide.documents.pages.tracing import trace
from turntide.documents.refusals import Reason, Refusal

_IN_VIEW = 2
"""Pages on either side that are looked at for recurring headers: enough for left and right pages to differ."""

Recognise = Callable[[int], Ink]


def lay_out(content: bytes, name: str) -> Document:
    """A PDF as it is laid out.

    Raises `Refusal`: encrypted, damaged, too large (over 2,000 pages), or without a text layer where no text
    recognition is installed.
    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    seen = probe(content)
    recognise = _recogniser(content) if seen.textless else None
    if seen.textless == seen.pages and recognise is None:
        raise Refusal(
            Reason.NO_TEXT,
            "The PDF has no text layer (it is a scan, or pictures of pages); "
            'install text recognition with: pip install "turntide[ocr]", and read it again.',
        )
    draft = Draft(name, content, seen.words)
    for before, sheet, after in _in_view(
        sheet_of(upright(ink)) for ink in _inks(content, seen, recognise, draft)
    ):
        draft.add_page(sheet, before, after)
    return draft.document()


def _recogniser(content: bytes) -> Recognise | None:
    if find_spec("rapidocr_onnxruntime") is None:
        return None
    from turntide.documents.pages.scan import Scan

    return Scan(content).ink


def _inks(content: bytes, seen: Probe, recognise: Recognise | None, draft: Draft) -> Iterator[Ink]:
    """What each page draws; a page that is only a picture is recognised where that is possible."""
    for ink in _drawn(content):
        if ink.glyphs or not ink.pictures:
            yield ink
        elif recognise is None:
            draft.doubt_unread(ink.number)
            yield ink
        else:
            draft.doubt_recognised(ink.number)
            yield recognise(ink.number)


def _drawn(content: bytes) -> Iterator[Ink]:
    resources = PDFResourceManager(caching=True)
    try:
        document = PDFDocument(PDFParser(BytesIO(content)))
        for number, page in enumerate(PDFPage.create_pages(document), 1):
            yield trace(page, number, resources)
    except PDFEncryptionError as error:
        raise Refusal(Reason.ENCRYPTED, _ENCRYPTED) from error
    except (MemoryError, GeneratorExit):
        raise
    except Exception as error:  # the parser raises whatever a broken file makes it stumble over
        raise Refusal(Reason.DAMAGED, _DAMAGED) from error


_ENCRYPTED = "The PDF is protected by a password; save a copy without the password and read that."
_DAMAGED = (
    "The PDF is damaged and cannot be read; open it in a PDF viewer, save or print it as a new PDF, "
    "and read that."
)


def _in_view(sheets: Iterator[Sheet]) -> Iterator[tuple[list[Sheet], Sheet, list[Sheet]]]:
    """Each page with the pages shortly before and after it."""
    before: deque[Sheet] = deque(maxlen=_IN_VIEW)
    waiting: deque[Sheet] = deque()
    for sheet in sheets:
        waiting.append(sheet)
        if len(waiting) > _IN_VIEW:
            now = waiting.popleft()
            yield (list(before), now, list(waiting))
            before.append(now)
    while waiting:
        now = waiting.popleft()
        yield (list(before), now, list(waiting))
        before.append(now)
