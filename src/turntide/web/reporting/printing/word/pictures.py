"""Pictures in Word: the drawing itself for those who can show it, its points for those who cannot, and its words."""

from __future__ import annotations

from turntide.web.reporting.printing.word import runs
from turntide.web.reporting.printing.word.desk import Desk
from turntide.web.reporting.rules.paper import Picture

_POINT, _TWENTIETH = 12700, 635
"""Word's smallest lengths in a point and in a twentieth of one."""
_CAPTION = 1100
"""What the caption above a picture takes of a page, with a heading above that, in twentieths of a point."""
_DRAWING = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""How Word names the extension that holds a drawing beside its points."""


def drawing(desk: Desk, picture: Picture) -> str:
    """A picture in its line of text, no wider than the text and no higher than a page beneath its caption."""
    points, svg = desk.embed(picture)
    number = desk.count("picture")
    width, height = _size(desk, picture)
    words = f'name="{runs.attribute(picture.title)}" descr="{runs.attribute(picture.seen)}"'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" {words}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" {words}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{points}"><a:extLst><a:ext uri="{_DRAWING}">'
        f'<asvg:svgBlip r:embed="{svg}"/></a:ext></a:extLst></a:blip>'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing>"
    )


def _size(desk: Desk, picture: Picture) -> tuple[int, int]:
    room = desk.width / picture.width, (desk.height - _CAPTION) / picture.height
    scale = min(1.0, *(each * _TWENTIETH / _POINT for each in room))
    return round(picture.width * _POINT * scale), round(picture.height * _POINT * scale)
