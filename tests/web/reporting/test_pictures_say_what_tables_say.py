"""Pictures: whatever a plan says, the drawing is sound SVG and its numbers are the table's, which are the figures."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from turntide.web.periods.rules.figures import CONFIDENCES, FRESHNESSES, LIFECYCLES, figures
from turntide.web.periods.rules.record import (
    ActionThen,
    BodyThen,
    HeadingThen,
    MilestoneThen,
    PlanThen,
    Record,
)
from turntide.web.reporting.pictures.drawing import (
    milestones,
    partners_by_theme,
    status_over_time,
    themes_by_freshness,
)
from turntide.web.reporting.pictures.letters import clean, width_of
from turntide.web.reporting.rules.paper import Picture, plain

TODAY = date(2027, 1, 25)
ELEMENTS = {"svg", "title", "desc", "rect", "line", "path", "circle", "text", "g"}
ATTRIBUTES = frozenset(
    (
        *(
            "id",
            "role",
            "aria-labelledby",
            "viewBox",
            "width",
            "height",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
        ),
        *("r", "rx", "ry", "d", "fill", "stroke", "stroke-width", "stroke-dasharray", "transform"),
        *("font-family", "font-size", "font-weight", "text-anchor"),
    )
)

# Without digits, so that a word of a plan is never taken for a number that was counted.
_nasty = st.text(st.characters(exclude_categories=("Nd", "No", "Nl")), max_size=12) | st.sampled_from(
    [
        "<script>alert()</script>",
        "]]>&amp;",
        "\u202egnorw\u202c",
        "a\x00b\x1b",
        "\ud800",
        '" onload="',
        "=SUM()",
        "",
    ]
)
_days = st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(date.isoformat) | st.sampled_from(["", "soon"])


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record, of up to three plans."""
    plans = [
        PlanThen(f"p{at}", draw(_nasty), confidence=draw(st.booleans()))
        for at in range(draw(st.integers(1, 3)))
    ]
    headings = [
        HeadingThen(f"h{at}", draw(st.sampled_from(plans)).id, draw(_nasty))
        for at in range(draw(st.integers(0, 10)))
    ]
    bodies = [BodyThen(f"b{at}", f"body {draw(_nasty)}") for at in range(draw(st.integers(1, 6)))]
    return Record(
        "Tarrow",
        "tarrow",
        "2026-10-01",
        "2026-12-31",
        "2027-01-25T09:00:00+00:00",
        plans=tuple(plans),
        headings=tuple(headings),
        actions=tuple(draw(_action(at, plans, headings, bodies)) for at in range(draw(st.integers(0, 8)))),
    )


@st.composite
def _action(
    draw: st.DrawFn, at: int, plans: list[PlanThen], headings: list[HeadingThen], bodies: list[BodyThen]
) -> ActionThen:
    heading = draw(st.sampled_from([None, *headings]))
    steps = st.builds(
        MilestoneThen, st.just("m"), _nasty, _days, _days, st.just(""), st.sampled_from(["", "2026-11-02"])
    )
    return ActionThen(
        id=f"a{at}",
        plan=heading.plan if heading else draw(st.sampled_from(plans)).id,
        ref=draw(_nasty),
        text=draw(_nasty),
        path=(heading.id,) if heading else draw(st.sampled_from([(), ("gone",)])),
        leads=tuple(draw(st.lists(st.sampled_from(bodies), max_size=2))),
        partners=tuple(draw(st.lists(st.sampled_from(bodies), max_size=2))),
        lifecycle=draw(st.sampled_from(LIFECYCLES)),
        confidence=draw(st.sampled_from(["red", "amber", "green", ""])),
        freshness=draw(st.sampled_from(FRESHNESSES)),
        milestones=tuple(draw(st.lists(steps, max_size=2))),
    )


def pictures_of(record: Record) -> tuple[Picture, ...]:
    """Every picture of a record."""
    return (
        status_over_time([record, record]),
        milestones(record, TODAY),
        themes_by_freshness(record),
        partners_by_theme(record),
    )


def drawn(picture: Picture) -> etree._Element:
    """The drawing, read as strictly as any program would."""
    return etree.fromstring(picture.svg.encode(), etree.XMLParser(resolve_entities=False))


def numbers_drawn(picture: Picture, at: str) -> Counter[int]:
    """The numbers that stand in a drawing, at the middle or at the end of where they belong."""
    texts = (each.text or "" for each in drawn(picture).iterfind(f".//{{*}}text[@text-anchor='{at}']"))
    return Counter(int(each) for each in texts if each.isdecimal())


def numbers_told(picture: Picture) -> Counter[int]:
    """The numbers of its table."""
    return Counter(int(cell.number) for cell in chain(*picture.table.rows) if cell.number is not None)


@settings(max_examples=25)
@given(records())
def test_a_drawing_is_sound_and_holds_nothing_but_marks(record: Record) -> None:
    every = pictures_of(record)
    for picture in every:
        root = drawn(picture)
        assert root.get("role") == "img"
        assert [each.tag.split("}")[1] for each in (root[0], root[1])] == ["title", "desc"]
        assert root[0].text and root[1].text
        assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
        for each in root.iter():
            assert each.tag.split("}")[1] in ELEMENTS
            assert set(each.attrib) <= ATTRIBUTES
            assert "url(" not in "".join(map(str, each.attrib.values()))
    ids = [id_ for picture in every for each in drawn(picture).iter() if (id_ := each.get("id"))]
    assert len(ids) == len(set(ids))


@settings(max_examples=25)
@given(records())
def test_level_words_stay_on_the_sheet(record: Record) -> None:
    for picture in pictures_of(record):
        for each in drawn(picture).iterfind(".//{*}text"):
            if each.get("transform"):
                continue
            size, strong = float(each.get("font-size", "0")), each.get("font-weight") == "bold"
            wide = width_of(each.text or "", size, strong=strong)
            anchored = {"middle": 0.5, "end": 1.0}.get(each.get("text-anchor", ""), 0)
            begins = float(each.get("x", "nan")) - wide * anchored
            assert begins >= -0.5 and begins + wide <= picture.width + 0.5
            assert 0 < float(each.get("y", "nan")) < picture.height


@settings(max_examples=25)
@given(records())
def test_status_over_time_draws_the_figures(record: Record) -> None:
    picture = status_over_time([record, record])
    has = {plan.id for plan in record.plans if plan.confidence}
    if has:
        counted = figures(each for each in record.actions if each.plan in has).confidence
        expected = [counted[key].number for key in CONFIDENCES if counted[key].number or not key]
        without = sum(each.plan not in has for each in record.actions)
        expected += [without] if without else []
    else:
        by_stage = figures(record.actions).lifecycle
        expected = [by_stage[key].number for key in LIFECYCLES if by_stage[key].number or not key]
    rows = [[cell.number for cell in row[1:]] for row in picture.table.rows]
    assert rows == [[number] * 2 for number in [*expected, len(record.actions)]]
    above_the_columns = Counter([len(record.actions)] * 2)
    assert numbers_drawn(picture, "middle") == numbers_told(picture) + above_the_columns


@settings(max_examples=25)
@given(records())
def test_themes_by_freshness_draw_the_figures(record: Record) -> None:
    picture = themes_by_freshness(record)
    rows = [[cell.number for cell in row if cell.number is not None] for row in picture.table.rows]
    assert all(sum(row[:-1]) == row[-1] for row in rows)
    whole = figures(record.actions).freshness
    assert [sum(column) for column in zip(*rows, strict=True)][:-1] == (
        [whole[key].number for key in FRESHNESSES] if rows else []
    )
    if record.actions:
        assert numbers_drawn(picture, "end") == numbers_told(picture)


@settings(max_examples=25)
@given(records())
def test_partners_by_theme_count_the_actions_of_each_body(record: Record) -> None:
    picture = partners_by_theme(record)
    fields: Counter[int] = Counter()
    for row in picture.table.rows:
        themes = [int(told.rsplit(": ", 1)[1]) for told in plain(row[3].words).split("; ")]
        assert sum(themes) == row[1].number
        assert row[2].number is not None and row[2].number <= sum(themes)
        fields += Counter([*themes, sum(themes)])
    assert numbers_drawn(picture, "middle") == fields
    if len(picture.table.rows) < 20:
        by_body = Counter(body for each in record.actions for body in {*each.leads, *each.partners})
        assert Counter(int(row[1].number or 0) for row in picture.table.rows) == Counter(by_body.values())


@settings(max_examples=25)
@given(records())
def test_every_milestone_is_drawn_or_counted(record: Record) -> None:
    picture = milestones(record, TODAY)
    drawn_rows = [row for row in picture.table.rows if row[2].shape]
    every = [each for action in record.actions for each in action.milestones]
    left = sum(int(plain(row[0].words).split()[0]) for row in picture.table.rows if not row[2].shape)
    assert len(drawn_rows) + left == len(every)
    assert len(drawn_rows) <= 24


@given(_nasty)
def test_words_are_cleaned_for_good(words: str) -> None:
    assert clean(clean(words)) == clean(words)
    assert not any(letter < " " or "\u202a" <= letter <= "\u202e" for letter in clean(words))
