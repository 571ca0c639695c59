"""Numbers and dates as a spreadsheet shows them, by their number format.

The codes are those of ECMA-376 part 1, 18.8.30 and 18.8.31. Two rules are ours: a full date is written
'2025-03-31' whatever its format, since 03/04/25 means two days; and what a format would hide is shown.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from turntide.documents.workbooks.serial_dates import shown_date

GENERAL = "General"
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
"""The formats every spreadsheet knows by number (18.8.30); the currency ones show no sign, as it is local."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<space>_.)|(?P<fill>\*.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<half>AM/PM|A/P)|(?P<general>General)|(?P<exponent>E[+-]0+)|(?P<unit>y+|m+|d+|h+|s+)"
    r"|(?P<digits>\.?[0#?][0#?,.]*)|(?P<percent>%)|(?P<text>@)|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*')
_ELAPSED = re.compile(r"(h+|m+|s+)$", re.IGNORECASE)
_DATED = {"unit", "half", "elapsed"}
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
_MOST_DECIMALS = 30
_EXACT = Context(prec=60)


class Token(NamedTuple):
    """One piece of a format: its kind ('literal', 'digits', 'unit', …) and its wording."""

    kind: str
    wording: str


Section = tuple[Token, ...]


def shown(value: float, code: str, from_1904: bool = False) -> str:
    """A number as its format shows it; a format beyond our understanding shows the number plainly."""
    if code == GENERAL:
        return general(value)
    section, size = _section_for(value, code)
    if any(token.kind in _DATED for token in section):
        return shown_date(value, section, from_1904) or general(value)
    return _shown_number(size, section) or general(value)


def shown_text(text: str, code: str) -> str:
    """A text as its format shows it: '"Action "@' puts a word before it."""
    if code in ("@", GENERAL) or "@" not in code:
        return text
    section = _sections(code)[-1]
    if not any(token.kind == "text" for token in section):
        return text
    return "".join(text if token.kind == "text" else token.wording for token in section)


def general(value: float) -> str:
    """A number to 15 significant digits, as spreadsheets keep them: 1.0 is '1', 0.1 + 0.2 is '0.3'."""
    if abs(value) < 1e15 and value == int(value):
        return str(int(value))
    wording = f"{value:.15g}"
    exponent = wording.partition("e")[2]
    if exponent and -10 <= int(exponent) < 0:
        return f"{Decimal(wording):f}"
    return wording.upper()


def _section_for(value: float, code: str) -> tuple[Section, float]:
    """The section for a number, and the number it is to show: a negative's own section shows it bare."""
    sections = _sections(code)
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[Section, ...]:
    """A format's sections: for positive numbers, negative ones, zero and text."""
    found, at = [], 0
    while at <= len(code):
        part = _SECTION.match(code, at)
        end = part.end() if part else at
        found.append(tuple(_tokens(code[at:end])))
        at = end + 1
    return tuple(found)


def _tokens(section: str) -> list[Token]:
    return [_token(found.lastgroup or "literal", found) for found in _TOKEN.finditer(section)]


def _token(kind: str, found: re.Match[str]) -> Token:
    wording = found[kind] or ""
    if kind in ("quoted", "escaped"):
        return Token("literal", wording)
    if kind in ("space", "fill"):
        return Token("literal", " " if kind == "space" else "")
    if kind != "bracket":
        return Token(kind, wording)
    if wording.startswith("$"):
        return Token("literal", wording[1:].partition("-")[0])
    if _ELAPSED.match(wording):
        return Token("elapsed", wording)
    return Token(
        "condition" if wording[:1] in "<>=" else "literal", "" if wording[:1] not in "<>=" else wording
    )


def _shown_number(value: float, section: Section) -> str | None:
    """The number amid the section's other wording; None where the section is beyond us."""
    kinds = [token.kind for token in section]
    places = [at for at, kind in enumerate(kinds) if kind in ("digits", "general")]
    slash = any(token.kind == "literal" and token.wording == "/" for token in section)
    if not places and "text" not in kinds:  # '"Yes";"No"' shows words for numbers
        return "".join(token.wording for token in section if token.kind == "literal").strip()
    if len(places) != 1 or "condition" in kinds or slash:
        return None
    at = places[0]
    number = abs(value) * 100 ** kinds.count("percent")
    exponent = kinds.count("exponent") > 0
    wording = general(number) if kinds[at] == "general" else _digits(number, section[at].wording, exponent)
    before = "".join(token.wording for token in section[:at])
    after = "".join(token.wording for token in section[at + 1 :] if token.kind != "exponent")
    sign = "-" if value < 0 and any(digit in wording for digit in "123456789") else ""
    return f"{sign}{before}{wording}{after}".strip()


def _digits(number: float, wording: str, exponent: bool) -> str:
    """A number without sign by its placeholders: '#,##0.00' parts thousands and shows two decimals."""
    bare = wording.rstrip(",")
    whole, _, decimals = bare.partition(".")
    places = min(sum(mark in "0#?" for mark in decimals), _MOST_DECIMALS)
    if exponent:
        return f"{number:.{places}E}"
    if number >= 1e15:
        return general(number)
    scaled = Decimal(f"{number:.15g}").scaleb(-3 * (len(wording) - len(bare)))
    rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    left, point, right = f"{rounded:f}".partition(".")
    right = _without_optional(right, decimals)
    left = left.lstrip("0").rjust(min(whole.count("0"), _MOST_DECIMALS), "0")
    left = _THOUSANDS.sub(",", left) if "," in whole else left
    return f"{left}.{right}" if point and right else left


def _without_optional(digits: str, decimals: str) -> str:
    """Decimals without the noughts at the end that '#' leaves out."""
    least = decimals.rfind("0") + 1
    return digits[:least] + digits[least:].rstrip("0")
