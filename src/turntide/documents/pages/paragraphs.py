"""Lines → text: which line breaks are soft (the line was full) and which are hard (a new line was meant)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from turntide.documents.document import Look, Mark
from turntide.documents.pages.lines import Line, Word, space_before

SPACE = 0.28
"""The width of a space in parts of the type size (Helvetica 0.278, Calibri 0.226, Times 0.25)."""
_SLACK = 0.12
_WIDEST, _COMMON = 1.7, 0.2
"""Lines of one paragraph stand at most this many sizes apart; a pitch seen this share as often as the
commonest one is common."""
_BULLET = re.compile(r"[•▪◦‣●○■□➢➤❖✓✗→·∙](?:\s|$|(?=\w))|[o*]\s")
_DASH = re.compile(r"[-–—]\s")
_ORDINAL = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivx]{2,5})[.)](?:\s|$)")
_DOTTED = re.compile(r"[A-Z]{0,3}\d{1,2}(?:\.\d{1,2})+[a-z]?\s+[A-Z]")
_LABEL = re.compile(r"[A-Z][\w/&' -]{1,30}:(?:\s|$)")
_HYPHENS = "-\u2010\u2011"
_SOFT_HYPHEN = "\u00ad"


class Setting(NamedTuple):
    """What is known of how a page is set: the usual pitch of lines by type size, and the document's words."""

    pitches: tuple[tuple[float, float], ...] = ()
    words: frozenset[str] = frozenset()

    def pitch(self, size: float) -> float | None:
        """The usual distance of baselines at this type size, where it was seen."""
        return next((pitch for known, pitch in self.pitches if abs(known - size) < 0.3), None)


class Passage(NamedTuple):
    """Text with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()


class Block(NamedTuple):
    """Lines one below the other, and how far to the right they could have reached."""

    lines: tuple[Line, ...]
    right: float


def starts_list_item(text: str) -> bool:
    """Whether a line begins with a bullet, or with a number or letter that counts items."""
    return bool(_BULLET.match(text) or _ORDINAL.match(text))


Pitches = dict[float, Counter[float]]
"""How often each distance of baselines was seen, by type size."""


def count_pitches(blocks: Iterable[Block], counted: Pitches) -> None:
    """Add the distances of lines that were surely broken for want of room."""
    for block in blocks:
        for upper, lower in zip(block.lines, block.lines[1:], strict=False):
            pitch = lower.base - upper.base
            alike = abs(upper.size - lower.size) < 0.3 and 0.8 * upper.size <= pitch <= _WIDEST * upper.size
            if alike and not _would_fit(upper, lower, block.right):
                counted.setdefault(round(upper.size * 2) / 2, Counter())[round(pitch * 5) / 5] += 1


def setting_of(counted: Pitches, words: frozenset[str] = frozenset()) -> Setting:
    """The usual pitch by type size: the narrowest that is common (rows stand further apart than lines)."""
    return Setting(tuple((size, _usual(counted[size])) for size in sorted(counted)), words)


def _usual(counts: Counter[float]) -> float:
    most = max(counts.values())
    return min(pitch for pitch, count in counts.items() if count >= _COMMON * most)


def _would_fit(upper: Line, lower: Line, right: float) -> bool:
    first = lower.words[0]
    return right - upper.x1 > first.x1 - first.x0 + (SPACE + _SLACK) * upper.size


def joint(upper: Line, lower: Line, block: Block, setting: Setting) -> str:
    """What stands between two lines of a block: a line break, a space, or nothing."""
    if (
        starts_list_item(lower.text)
        or _begins_like(_DASH, lower, block)
        or _begins_like(_LABEL, lower, block)
        or _begins_like(_DOTTED, lower, block)
    ):
        return "\n"
    if _apart(upper, lower, setting):
        return "\n"
    if upper.text.endswith(_SOFT_HYPHEN):
        return ""
    if upper.text[-1] in _HYPHENS and len(upper.text) > 1 and upper.text[-2].isalpha():
        return ""
    if _was_split(upper, lower, block, setting):
        return ""
    return "\n" if _ended_early(upper, lower, block.right) else " "


def _begins_like(sign: re.Pattern[str], line: Line, block: Block) -> bool:
    """Whether a line begins with a dash, a label and a colon, or "1.2", as another line of its block does too."""
    return bool(sign.match(line.text)) and sum(1 for other in block.lines if sign.match(other.text)) > 1


def _apart(upper: Line, lower: Line, setting: Setting) -> bool:
    """Whether the lines stand further apart than lines of one paragraph do."""
    pitch, size = lower.base - upper.base, max(upper.size, lower.size)
    usual = setting.pitch(size)
    if usual is None:
        return pitch > 1.7 * size
    return pitch > usual + 0.06 * size + 0.4


def _ended_early(upper: Line, lower: Line, right: float) -> bool:
    """Whether the upper line had room for the lower line's first word, so that the break was meant.

    A line that goes on in lower case is taken as broken on purpose only where much room was left.
    """
    if not _would_fit(upper, lower, right):
        return False
    first = lower.words[0]
    if not first.text[0].islower():
        return True
    return right - upper.x1 > 1.5 * (first.x1 - first.x0) + 2 * upper.size


def _was_split(upper: Line, lower: Line, block: Block, setting: Setting) -> bool:
    """Whether a word too long for its column was broken without a hyphen ('Recommendati' / 'on')."""
    head, tail = upper.words[-1], lower.words[0]
    if len(upper.words) > 1 or not (head.text[-1].isalpha() and tail.text[0].islower()):
        return False
    left = min(line.x0 for line in block.lines)
    together = (head.x1 - head.x0) + (tail.x1 - tail.x0)
    letter = (tail.x1 - tail.x0) / len(tail.text)
    full = block.right - upper.x1 <= 1.2 * max(letter, 0.5 * upper.size)
    if not full or together <= block.right - left:
        return False
    before, after = _letters(head.text)[-1], _letters(tail.text)[0]
    if before + after in setting.words:
        return True
    return not {before, after} <= setting.words


def _letters(text: str) -> list[str]:
    """The runs of letters in a text: the parts of 'triage/referral'."""
    return re.findall(r"[^\W\d_]+", text.lower())


def passage(block: Block, setting: Setting) -> Passage:
    """The text of a block, with soft breaks as spaces, hard ones as line breaks, and its marks."""
    writer = _Writer()
    last: Line | None = None
    for line in block.lines:
        writer.add_line(line, joint(last, line, block, setting) if last is not None else "")
        last = line
    return writer.passage()


def paragraphs(block: Block, setting: Setting) -> list[Block]:
    """A block parted at its hard line breaks."""
    runs: list[list[Line]] = []
    for line in block.lines:
        if runs and joint(runs[-1][-1], line, block, setting) != "\n" and _alike(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [Block(tuple(run), block.right) for run in runs]


def _alike(upper: Line, lower: Line) -> bool:
    """Whether two lines are set alike enough to be of one paragraph."""
    bold = all(word.style.bold for word in upper.words) == all(word.style.bold for word in lower.words)
    return abs(upper.size - lower.size) <= 0.08 * upper.size and (bold or not lower.text[0].isupper())


class _Writer:
    """Puts words together and notes where each look begins and ends."""

    def __init__(self) -> None:
        self._text = ""
        self._looks: list[tuple[int, int, Word]] = []

    def add_line(self, line: Line, before: str) -> None:
        self._text = self._text.removesuffix(_SOFT_HYPHEN) + before
        last: Word | None = None
        for word in line.words:
            self._text += space_before(word, last)
            start = len(self._text)
            self._text += word.text
            self._looks.append((start, len(self._text), word))
            last = word

    def passage(self) -> Passage:
        looks = (
            (Look.BOLD, lambda word: "bold" if word.style.bold else ""),
            (Look.ITALIC, lambda word: "italic" if word.style.italic else ""),
            (Look.STRUCK, lambda word: "struck" if word.struck else ""),
            (Look.COLOUR, lambda word: word.style.colour),
        )
        marks: list[Mark] = []
        for look, of in looks:
            runs: list[tuple[int, int, str]] = []
            for start, until, word in self._looks:
                end, value = min(until, len(self._text)), of(word)
                if runs and runs[-1][2] == value:
                    runs[-1] = (runs[-1][0], end, value)
                else:
                    runs.append((start, end, value))
            marks += [
                Mark(start, end, look, value if look is Look.COLOUR else "")
                for start, end, value in runs
                if value
            ]
        return Passage(self._text, tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.look))))
