"""Strategies for whole plans: odd texts, missing values, ids that name nothing and parents that loop."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from turntide.plan import model
from turntide.plan.source import Source, Spot

Thing = TypeVar("Thing")

_NASTY = [
    "=1+1",
    "'=x",
    "-5",
    "@a",
    "a\nb",
    "a\r\nb",
    '"quoted", so',
    "a | due: b",
    "\\",
    "\\n",
    "<br>",
    "<!-- x -->",
]
_NASTY += [
    "",
    " ",
    " a ",
    "*a* _b_",
    "1. a",
    "# a",
    "- a",
    "&amp; &#x41;",
    "Ref",
    "Action",
    "Level: a",
    "Weight: a",
]
_NASTY += [
    "\ta",
    "\x00",
    "_x0041_",
    "x005F_",
    "\ufeff",
    "\u2028",
    "a; b",
    "a: b",
    "**a**",
    "Élan – ‘so’ 😀",
    "Notes",
]
_NASTY += [
    "\\x41;",
    "#N/A",
    "TRUE",
    "01",
    "5%",
    "a -- b",
    "turntide-plan/1",
    "plan",
    "</p>",
    "{=x}",
    "http://a.b",
]
TEXTS = st.sampled_from(_NASTY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS = st.sampled_from(["Housing", "Parks", "Public Health", "Year 1", "Year 2", "Theme", "Aim"]) | TEXTS
DATES = st.none() | st.sampled_from(["2026-03-31", "2025-04-01"])
IDS = st.sampled_from(["h1", "h2", "h3", "a1", "a2", "a3"]) | TEXTS
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
PLACES = st.builds(
    Spot,
    paragraph=st.none() | st.integers(1, 9),
    table=st.none() | st.integers(1, 9),
    start=st.integers(0, 9),
    end=st.integers(0, 9),
    sheet=st.none() | TEXTS,
    box=st.none() | st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS),
)
SOURCES = st.none() | st.builds(Source, file=TEXTS, spots=st.lists(PLACES, max_size=2).map(tuple))


def _few(strategy: st.SearchStrategy[Thing]) -> st.SearchStrategy[tuple[Thing, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


def _maybe(strategy: st.SearchStrategy[Thing]) -> st.SearchStrategy[Thing | None]:
    return st.none() | strategy


BODIES = st.builds(model.Body, WORDS, SOURCES)
PHRASES = st.builds(model.Phrase, TEXTS, SOURCES)
BY_FIELD = st.dictionaries(
    st.sampled_from(["text", "ref", "rationale"]), st.builds(Source, TEXTS), max_size=2
).map(lambda found: tuple(found.items()))
HEADINGS = st.builds(
    model.Heading,
    id=IDS,
    level=WORDS,
    text=TEXTS,
    ref=_maybe(TEXTS),
    parent=_maybe(IDS),
    rationale=_maybe(TEXTS),
    source=SOURCES,
    sources=BY_FIELD,
)
ACTIONS = st.builds(
    model.Action,
    id=IDS,
    text=TEXTS,
    ref=_maybe(TEXTS),
    detail=_maybe(TEXTS),
    under=_maybe(IDS),
    rationale=_maybe(TEXTS),
    involving=_maybe(TEXTS),
    leads=_few(BODIES),
    partners=_few(BODIES),
    timescale=_maybe(st.builds(model.Timescale, TEXTS, DATES, DATES, _maybe(TEXTS), SOURCES)),
    milestones=_few(st.builds(model.Milestone, TEXTS, DATES, _maybe(TEXTS), _maybe(TEXTS), SOURCES)),
    measures=_few(st.builds(model.Measure, TEXTS, _maybe(TEXTS), _few(TEXTS), _maybe(TEXTS), SOURCES)),
    weightings=_few(st.builds(model.Weighting, WORDS, TEXTS, NUMBERS, SOURCES)),
    money=_few(st.builds(model.Money, TEXTS, _maybe(NUMBERS), _maybe(TEXTS), SOURCES)),
    status=_maybe(st.builds(model.Status, TEXTS, _maybe(TEXTS), _maybe(TEXTS), SOURCES)),
    progress=_few(st.builds(model.Progress, TEXTS, DATES, SOURCES)),
    programmes=_few(st.builds(model.Programme, TEXTS, SOURCES)),
    remarks=_few(st.builds(model.Remark, WORDS, TEXTS, SOURCES)),
    source=SOURCES,
    sources=BY_FIELD,
)
PLANS = st.builds(
    model.Plan,
    kind=TEXTS,
    title=_maybe(TEXTS),
    vision=_maybe(TEXTS),
    period=_maybe(st.builds(model.Period, TEXTS, DATES, DATES, SOURCES)),
    levels=_few(WORDS),
    columns=_few(st.builds(model.Column, TEXTS, _maybe(TEXTS), SOURCES)),
    headings=_few(HEADINGS),
    actions=_few(ACTIONS),
    budget=_few(st.builds(model.BudgetLine, TEXTS, _maybe(NUMBERS), SOURCES)),
    actors=_few(st.builds(model.ActorGroup, _few(PHRASES), _few(PHRASES))),
    takeaways=_few(PHRASES),
    notes=_few(st.builds(model.Note, TEXTS, TEXTS, _maybe(IDS), SOURCES)),
    unplaced=_few(st.builds(model.Unplaced, TEXTS, SOURCES)),
    findings=_few(st.builds(model.Finding, TEXTS, TEXTS, _maybe(IDS), SOURCES)),
    sources=BY_FIELD,
)
