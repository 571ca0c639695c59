"""A made paper with every kind of block: for tests of what prints papers."""

from __future__ import annotations

from turntide.web.reporting.rules.paper import (
    Bullets,
    Cell,
    Column,
    Footnote,
    Paper,
    Paragraph,
    Part,
    Picture,
    Piece,
    Quote,
    Subheading,
    Table,
    Words,
    words,
)

COUNCIL, TRUST = "Tarrow Council", "Harbour Trust"
ACTIONS = (
    (
        "1.1.1",
        "Begin walking groups on the quay",
        "Harbour Trust",
        ("Under way", "half", "teal"),
        "14 January 2027",
    ),
    (
        "1.1.2",
        "Close the lane by the school at bell times",
        COUNCIL,
        ("Red", "diamond", "red"),
        "12 January 2027",
    ),
    ("1.2", "Lend cycles to families", "Quay Runners", ("Silent", "slash", "red"), "3 July 2026"),
    ("2.1", "Light the riverside path", "Tarrow Council", ("Complete", "tick", "blue"), "14 January 2027"),
    ("2.2", "=Benches every 400 metres", "Parks", ("Not reported", "dashed", "grey"), ""),
    (
        "2.3",
        "Open the school field at weekends",
        f"{COUNCIL}, {TRUST}",
        ("Late", "triangle", "amber"),
        "5 October 2026",
    ),
    ("2.4", "Plant trees for shade", "Harbour Trust", ("Due", "clock", "teal"), "29 January 2027"),
    (
        "A1",
        "Visit every household that asks",
        "Harbour Trust",
        ("Current", "disc", "green"),
        "14 January 2027",
    ),
)
"""Reference, action, lead, status and the day it was last told of."""

DRAWING = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 120" width="480pt" height="120pt" role="img">
<title>Reported in each quarter</title>
<g font-family="Liberation Sans, Arial, sans-serif" font-size="11" fill="#14211f">
<text x="0" y="34">July to September</text><rect x="130" y="20" width="200" height="20" fill="#0f4c52"/>
<text x="338" y="34">4</text>
<text x="0" y="74">October to December</text><rect x="130" y="60" width="250" height="20" fill="#0f4c52"/>
<text x="388" y="74">5</text>
<path d="M130 10v90" stroke="#45514f"/></g></svg>"""


def anchor(reference: str) -> str:
    """Where an action stands in the annex."""
    return f"action-{reference}"


def status(word: str, shape: str, tone: str) -> Cell:
    return Cell(words(word), shape=shape, tone=tone)


def number(value: float, note: int = 0) -> Cell:
    return Cell((Piece(f"{value:g}", note=note),), number=value)


def _cell(text: str, *, anchor: str = "") -> Cell:
    return Cell(words(text), anchor=anchor)


def _picture() -> Table:
    rows = (
        ("Reported", 4.0, 5.0, 2),
        ("Not reported", 3.0, 3.0, 3),
        ("Red", 0.0, 1.0, 4),
    )
    return Table(
        "How the actions stand, against the quarter before",
        (
            Column("How it stands", share=3),
            Column("July to September 2026", "number", 2),
            Column("October to December 2026", "number", 2),
        ),
        tuple((_cell(name), number(before), number(now, note)) for name, before, now, note in rows),
    )


def _exceptions() -> Table:
    return Table(
        "Slipped, red or silent",
        (
            Column("Action", share=3),
            Column("How it stands", "status", 2),
            Column("Why, and what is done", share=4),
            Column("Recovers", "day", 2),
        ),
        (
            (
                Cell((Piece("1.1.2 Close the lane by the school at bell times", anchor=anchor("1.1.2")),)),
                status("Red", "diamond", "red"),
                _cell("Objections must be heard first."),
                _cell("30 April 2027"),
            ),
            (
                Cell((Piece("1.2 Lend cycles to families", anchor=anchor("1.2")),)),
                status("Silent", "slash", "red"),
                _cell("No store yet."),
                _cell(""),
            ),
        ),
    )


def _annex(copies: int) -> Table:
    rows = tuple(
        (
            _cell(reference, anchor=anchor(reference) if not copy else f"{anchor(reference)}-{copy}"),
            _cell(text),
            _cell(lead),
            status(*stands),
            _cell(told),
            number(float(place + 1)),
        )
        for copy in range(copies)
        for place, (reference, text, lead, stands, told) in enumerate(ACTIONS)
    )
    return Table(
        "Every action of the plan",
        (
            Column("Reference", share=2),
            Column("Action", share=6),
            Column("Lead", share=4),
            Column("How it stands", "status", 3),
            Column("Last told", "day", 3),
            Column("Updates", "number", 2),
        ),
        rows,
    )


def _named(*references: str) -> tuple[tuple[str, str], ...]:
    return tuple((reference, anchor(reference)) for reference in references)


def _notes() -> tuple[Footnote, ...]:
    return (
        Footnote(1, "Actions that ask something of the board", _named("1.1.2")),
        Footnote(
            2, "Reported between 1 October and 31 December 2026", _named("1.1.1", "1.1.2", "2.1", "2.3", "A1")
        ),
        Footnote(3, "Not reported: nothing was told in the quarter", _named("1.2", "2.2", "2.4")),
        Footnote(4, "Red", _named("1.1.2")),
        Footnote(5, "Counted by the group registers on 31 December 2026"),
    )


def _ask() -> Words:
    return (
        Piece("The board is asked to decide on "),
        Piece("1", note=1),
        Piece(" matter: name a day for the hearing about ", strong=False),
        Piece("the lane by the school", strong=True, anchor=anchor("1.1.2")),
        Piece("."),
    )


def _asks() -> Part:
    matters = (
        words("Ask the county to name a day for the hearing."),
        words("Keep the plan's aims & its <levels>."),
    )
    said = Paragraph(words("Mina Farrow, Tarrow Council, 12 January 2027"), quiet=True)
    return Part(
        "asks", "Asks and decisions sought", (Paragraph(_ask()), Bullets(matters, numbered=True), said)
    )


def _standing() -> Part:
    seen = "Two bars: 4 actions reported from July to September, 5 from October to December."
    picture = Picture("reported", "Reported in each quarter", seen, DRAWING, 480, 120, _picture())
    counted = (Piece("5", note=2), Piece(" were reported, "), Piece("3", note=3), Piece(" were not."))
    said = Paragraph((Piece("Of eight actions "), *counted))
    return Part("picture", "The picture against last period", (picture, said))


def _changes() -> Part:
    table = Table(
        "Removed from the plan", (Column("Action"), Column("Why")), (), empty="Nothing was removed."
    )
    return Part("changes", "What changed since last time", (table,))


def _highlights() -> Part:
    registers = Piece("The registers", url="https://tarrow.example/registers")
    walkers = (Piece("Walkers a week: "), Piece("63", note=5), Piece(". "), registers)
    blocks = (
        Subheading("Active every day"),
        Bullets((words("Two walking groups began on the quay."), walkers)),
        Subheading("Places to move in"),
        Paragraph(words("Lit from end to end since November.\nThe lamps are warm.")),
        Subheading("By the river", level=4),
        Paragraph(words("Ray Okoro, Harbour Trust, 14 January 2027"), quiet=True),
    )
    return Part("highlights", "Highlights by theme", blocks)


def made_paper(*, copies: int = 1, draft: bool = True) -> Paper:
    """A board's paper of Tarrow. ``copies``: how many times the annex lists the actions."""
    parts = (
        _asks(),
        _standing(),
        Part("exceptions", "Exceptions", (_exceptions(),)),
        _changes(),
        _highlights(),
        Part("story", "One story", (Quote("I know everybody on the quay.", "Owen, 71, in January 2027"),)),
        Part("annex", "The whole plan", (_annex(copies),), annex=True),
    )
    return Paper(
        "Active Tarrow: October to December 2026",
        "For the board of 3 February 2027",
        "Tarrow",
        "en-gb",
        "Draft of 25 January 2027" if draft else "Frozen on 25 January 2027, version 1",
        parts,
        _notes(),
        draft,
        "2027-01-25",
    )
