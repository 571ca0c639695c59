"""A drawing as points, for programs that cannot draw."""

from __future__ import annotations

from io import BytesIO
from threading import Lock

from turntide.web.reporting.printing.drawings import as_address
from turntide.web.reporting.printing.pdf import typeset
from turntide.web.reporting.rules.paper import Picture

_FINE = 200 / 72
"""Points of the raster in a point of type: 200 to the inch."""
_MOST = 2600
"""Points along the longer side, so that no drawing, however large, fills the memory."""
_PAGE = """<html lang="en"><title>-</title><style>@page {{ size: {width:.2f}pt {height:.2f}pt; margin: 0 }}
body, img {{ margin: 0; display: block; width: {width:.2f}pt; height: {height:.2f}pt }}</style>
<body><img alt="" src="{drawn}"></body></html>"""
_one_at_a_time = Lock()
"""PDFium may not be used by two threads at once."""


def as_png(picture: Picture) -> bytes:
    """The picture as PNG. Raises PrintingUnavailableError where this machine has not what draws it."""
    page = _PAGE.format(width=picture.width, height=picture.height, drawn=as_address(picture.svg))
    scale = min(_FINE, _MOST / max(picture.width, picture.height))
    return _drawn(typeset(page), scale)


def _drawn(body: bytes, scale: float) -> bytes:
    import pypdfium2

    out = BytesIO()
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(body)
        try:
            image = document[0].render(scale=scale).to_pil()
        finally:
            document.close()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
