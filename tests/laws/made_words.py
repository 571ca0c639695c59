"""Documents made at random: their cells mix what plans say with invented words that stand nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import count

import made_files  # noqa: F401 - finds the writers of the examples
from examples_of_plans.blocks import Block, Blocks, Bullet, Cell, Grid, Heading, Row, Text, as_cell, grid
from hypothesis import strategies as st
from told_values import words_in

SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "tu", "va", "we", "zi", "ko", "sa")
HEADINGS = (
    *("Ref", "No.", "Theme", "Objective", "Priority area", "Action", "What we will do", "Recommendation"),
    *("Lead", "Who", "Partners", "By when", "Timescale", "Start date", "End date", "Milestones"),
    *("Measure of success", "Target", "Status", "RAG", "Latest update", "Why", "Cost", "Notes"),
    *("Year 1 weighting", "Year 2 weighting", "Short", "Long", "Impact", "Detail", "Actors", "{}", "{} {}"),
)
SAID = (
    *(
        "{}",
        "{} {}",
        "{} {} {} {}",
        "Open the {} path with {}",
        "{} and {}",
        "{}; {}",
        "{} / {}",
        "{}, {}, {}",
    ),
    *(
        "a) {} {}",
        "1.1",
        "1.2 {}",
        "2",
        "{}: {}",
        "Lead: {}",
        "Lead: {}; by March 2027",
        "(Lead: {})",
        "{} ({})",
    ),
    *("• {}\n• {}", "- {}\n- {}", "{}\n{}", "1. {}\n2. {} {}", "{} {}\n{}", "Priority 1 - {}", "Theme 2: {}"),
    *(
        "March 2027",
        "2026/27",
        "By {} 2028",
        "Ongoing",
        "Quarterly updates",
        "Annual review in May",
        "TBC",
        "N/A",
    ),
    *(
        "Complete",
        "In progress",
        "Red",
        "green",
        "{} is on track",
        "X",
        "✓",
        "-",
        "–",
        "5%",
        "{} 12.5%",
        "100",
    ),
    *(
        "£2m for {}",
        "{} costs £20k",
        "Pilot as part of {} hub",
        "*REWORD {}*",
        "KH-I think we need {}",
        "{}??",
    ),
    *("{} e.g. {}", "10 {} in 2026", "Total", "Total {}", "Note: {}", "* {}", "Our vision is: {} {} {} {}."),
    *(
        "Supported by {}",
        "{} (lead), {}",
        "{} & {}",
        "{} Council, NHS {}",
        "Budget required for the following:",
    ),
    *(
        "Key takeaways",
        "Actors",
        "Behaviours",
        "{} {} {} {} {} {} {}. {} {} {} {}.",
        "Open {} to all. {} {}.",
    ),
)
NASTY = (
    *(
        "{} =SUM(A1:A2)",
        "+{}",
        "@{}",
        "“{}”",
        "{}’s",
        "5 < 6 {} > 4",
        "{} & {}",
        "café {}",
        "{}–{}",
        "…{}",
        "{}@{}.example",
    ),
    *(
        "https://{}.example/{}",
        "{}!?",
        "[{}]",
        "{{{}}}".replace("{{{}}}", "({})"),
        "  {}  ",
        "{}\n\n{}",
        "%{}",
        "#{}",
    ),
)
FAR = ("Ünïcödé {}", "東京 {}", "{} مرحبا", "🙂 {}", "e\u0301{}", "{}\u00a0{}", "ﬁ{}", "Ω {}", "½ {}")
"""Letters that a PDF's plain type has not."""


class Mint:
    """Gives invented words, each once."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def word(self) -> str:
        number, made = next(self._numbers) * 7 + 15**3, ""
        while number:
            number, at = divmod(number, len(SYLLABLES))
            made += SYLLABLES[at]
        return made

    def fill(self, pattern: str) -> str:
        """The pattern with a new word in each gap."""
        pieces = pattern.split("{}")
        return pieces[0] + "".join(self.word() + piece for piece in pieces[1:])


Saying = Callable[[], str]


@st.composite
def documents(draw: st.DrawFn, far: bool = True) -> Blocks:
    """Blocks in any order: headings, prose, lists, tables of every shape, forms; never without a word."""
    mint = Mint()
    patterns = st.sampled_from(SAID + NASTY + (FAR if far else ()))

    def saying() -> str:
        return mint.fill(draw(patterns))

    kinds = draw(st.lists(st.sampled_from("hhttbbppgggggff"), min_size=1, max_size=6))
    blocks: list[Block] = []
    for kind in kinds:
        blocks += _blocks(draw, kind, mint, saying)
    return (*blocks, Text(mint.fill("{} {}")))


def _blocks(draw: st.DrawFn, kind: str, mint: Mint, saying: Saying) -> list[Block]:
    if kind == "h":
        return [Heading(_line(saying) or mint.word(), draw(st.integers(0, 3)))]
    if kind == "b":
        return [Bullet(_line(saying) or mint.word(), draw(st.integers(1, 2))) for _ in range(draw(_few))]
    if kind == "g":
        return [_table(draw, mint, saying)]
    if kind == "f":
        return [_form(draw, mint, saying)]
    if kind == "p":
        labels = draw(st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=4))
        return [Text(f"{mint.fill(label)}: {_line(saying)}") for label in labels]
    return [Text(_line(saying) or mint.word())]


_few = st.integers(1, 3)


def _line(saying: Saying) -> str:
    """A saying on one line, for a paragraph."""
    return " ".join(saying().split())


def _table(draw: st.DrawFn, mint: Mint, saying: Saying) -> Grid:
    """A table with or without headings; its rows are whole, short of cells, blank, merged or one wide cell."""
    width, height = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    rows: list[Row] = []
    if draw(st.integers(0, 4)):
        flagged = draw(st.booleans())
        headings = draw(st.lists(st.sampled_from(HEADINGS), min_size=width, max_size=width))
        rows.append(tuple(Cell(mint.fill(heading), header=flagged) for heading in headings))
    free = {(row, column) for row in range(height) for column in range(width)}
    rows += [_row(draw, row, width, free, saying) for row in range(height)]
    return grid(*rows)


def _row(draw: st.DrawFn, row: int, width: int, free: set[tuple[int, int]], saying: Saying) -> Row:
    whole = all((row, column) in free for column in range(width))
    shape = draw(st.sampled_from("wwwwwsbo")) if whole else "w"
    if shape == "s":
        return (Cell(saying(), columns=width),)
    if shape == "b":
        return ("",) * width
    if shape == "o":
        at = draw(st.integers(0, width - 1))
        return tuple(saying() if column == at else "" for column in range(width))
    cells: list[Cell | str] = []
    for column in range(width):
        if (row, column) in free:
            deep = draw(st.sampled_from((1, 1, 1, 1, 2, 3)))
            deep = max(d for d in range(1, deep + 1) if all((row + n, column) in free for n in range(d)))
            free -= {(row + n, column) for n in range(deep)}
            cells.append(Cell(saying() if draw(st.integers(0, 5)) else "", rows=deep))
    return tuple(cells)


def _form(draw: st.DrawFn, mint: Mint, saying: Saying) -> Grid:
    """Labels beside their values."""
    labels = draw(st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=6))
    return grid(*((mint.fill(label), saying()) for label in labels))


def words_written(blocks: Blocks) -> Counter[str]:
    """Every word that was given to the writer, as often as it was given."""
    return Counter(word for text in _texts(blocks) for word in words_in(text))


def _texts(blocks: Blocks) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Grid):
            found += [as_cell(cell).text for row in block.rows for cell in row]
        else:
            found.append(block.text)
    return found
