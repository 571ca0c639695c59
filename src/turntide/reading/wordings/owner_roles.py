"""Who leads and who supports, where an owner cell says so: 'Lead: …', 'supported by …', 'Housing (lead)'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from turntide.reading.wordings.owners_lexicon import stands
from turntide.reading.wordings.stretches import cut

LEAD, PARTNER = "lead", "partner"

_LEADING = r"(?:joint |co-?|overall |project |programme |strategic |action )?(?:lead(?:s|ing)?|owners?)(?: (?:organisations?|officers?|agency|agencies|partners?|bod(?:y|ies)|departments?|authority|service|team|responsibility))?"  # noqa: E501
_SUPPORTING = r"(?:key |other |delivery |lead(?:ing)? and )?(?:support(?:s|ing|ed by)?|partners?|contributors?|contributing|consultees?|involving|involved|assist(?:ing|ed by)?)(?: (?:organisations?|officers?|agency|agencies|partners?|bodies|departments?|services?|teams?|involved))?"  # noqa: E501
_LABEL = re.compile(
    rf"(?:^|(?<=[\s;.,(|]))(?:(?P<lead>{_LEADING}|responsible|accountable)|"
    rf"(?P<partner>{_SUPPORTING}|with|consult(?:ed)?))"
    r"\s*(?::|\s[-–—]\s)\s*",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"(?P<lead>\b(?:led|to be led|co-?led|owned|managed|coordinated|co-ordinated|delivered) by\b)|"
    r"(?P<partner>\b(?:supported by|with support from|support from|(?:working )?in partnership with|"
    r"in collaboration with|in conjunction with|together with|assisted by|working with|alongside|"
    r"with (?:input|help|advice) from|with partners)\b:?)",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"[(\[]\s*(?:(?P<lead>(?:joint |co-?)?leads?)|(?P<partner>support(?:ing)?|partners?))\s*[)\]]", re.I
)
_WITH = re.compile(r"(?<=\s)with\s+(?:the\s+)?(?=[A-Z])")
_EDGES = " \t\r\n\u00a0,;:.•–—-()"


@dataclass(frozen=True, slots=True)
class Role:
    """The stretch of an owner cell that names those in one role ('lead' or 'partner'), without its label."""

    kind: str
    start: int
    end: int
    text: str


def roles(text: str) -> tuple[Role, ...]:
    """The stretches of an owner cell by role, in order; none where the cell does not tell roles apart.

    Names before 'supported by' or 'in partnership with' lead. A name marked '(lead)' leads, and the other
    names of that cell are partners.
    """
    if marked := _by_marks(text):
        return marked
    labels = sorted([*_LABEL.finditer(text), *_WORDED.finditer(text)], key=lambda match: match.start())
    if labels:
        return _by_labels(text, _apart(labels))
    return _by_with(text)


def _apart(labels: list[re.Match[str]]) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for label in labels:
        if not found or label.start() >= found[-1].end():
            found.append(label)
    return found


def _by_labels(text: str, labels: list[re.Match[str]]) -> tuple[Role, ...]:
    first = PARTNER if labels[0]["lead"] else LEAD
    found = [_role(text, first, 0, labels[0].start())]
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        found.append(_role(text, LEAD if label["lead"] else PARTNER, label.end(), end))
    return tuple(role for role in found if role.text)


def _by_marks(text: str) -> tuple[Role, ...]:
    """'Housing (lead), Finance; Parks (support)': the mark speaks of the name before it."""
    marks = list(_MARKED.finditer(text))
    if not any(mark["lead"] for mark in marks):
        return ()
    found: list[Role] = []
    at = 0
    for mark in marks:
        start = max(text.rfind(stop, at, mark.start()) for stop in ",;\n/•") + 1 or at
        start = max(start, at)
        found.append(_role(text, PARTNER, at, start))
        found.append(_role(text, LEAD if mark["lead"] else PARTNER, start, mark.start()))
        at = mark.end()
    found.append(_role(text, PARTNER, at, len(text)))
    return tuple(role for role in found if role.text)


def _by_with(text: str) -> tuple[Role, ...]:
    """'Housing Team with Riverside Trust', where the one or the other is surely a body."""
    match = _WITH.search(text)
    if not match or re.search(
        r"\b(?:people|adults|children|those|work(?:ing|s)?)$", text[: match.start()], re.I
    ):
        return ()
    if not (stands(text[: match.start()]) or stands(re.split(r"[,;\n]", text[match.end() :])[0])):
        return ()
    return (_role(text, LEAD, 0, match.start()), _role(text, PARTNER, match.end(), len(text)))


def _role(text: str, kind: str, start: int, end: int) -> Role:
    piece = cut(text, start, end, _EDGES)
    opened = piece.text.count("(") - piece.text.count(")")
    longer = piece.end + 1 if opened > 0 and text[piece.end : piece.end + 1] == ")" else piece.end
    return Role(kind, piece.start, longer, text[piece.start : longer])
