"""The geometry of a printed page: from characters and strokes to tables and paragraphs.

Each stage is a pure function one can call and look at: ``tracing`` (what is drawn) → ``lines`` (words and
lines) → ``rulings`` and ``grid`` (drawn tables) → ``borderless`` and ``rows`` (tables told by their gaps) →
``running`` (headers and footers) → ``paragraphs`` (soft and hard line breaks) → ``regions`` (what is a table and
what is prose, in reading order). Lengths are in points; y grows downwards from the page's top.
"""
