"""How large a letterhead may be, and what it is tried with. Pure."""

from __future__ import annotations

from turntide.web.reporting.rules.paper import Column, Paper, Paragraph, Part, Table, words

MOST_BYTES = 10 * 1024 * 1024

SAMPLE = Paper(
    title="A letterhead",
    subtitle="",
    place="",
    language="en-gb",
    state="",
    parts=(Part("a", "A part", (Paragraph(words("Words")), Table("A table", (Column("A column"),), ()))),),
)
"""A paper to try a letterhead with."""
