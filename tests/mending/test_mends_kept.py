"""Mends are kept as plain JSON and come back the same; what is no mend is refused in one sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from editions_of_fenby import held
from hypothesis import given
from hypothesis import strategies as st

from turntide.mending.mends import (
    KINDS,
    MEANINGS,
    ColumnMeans,
    HeadingHolds,
    IsAction,
    IsNote,
    MendError,
    RowBelongsAbove,
    SameBody,
    SplitAt,
    as_data,
    from_data,
    said,
)
from turntide.reading.vocabulary import Meaning

words = st.text(min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
MENDS = st.one_of(
    st.builds(ColumnMeans, words, st.sampled_from([None, *(str(meaning) for meaning in MEANINGS)])),
    st.builds(HeadingHolds, words, st.lists(words, min_size=1, max_size=3).map(tuple)),
    st.builds(RowBelongsAbove, words),
    st.builds(IsNote, words),
    st.builds(IsAction, words),
    st.just(SplitAt("Plant trees and mend the gate", "mend the")),
    st.just(SameBody("Public Health", "PH")),
)


@held(150)
@given(MENDS)
def test_a_mend_comes_back_from_its_json(mend: Any) -> None:
    assert from_data(json.loads(json.dumps(as_data(mend)))) == mend


@held(150)
@given(MENDS)
def test_a_mend_is_said_on_one_line_when_its_words_are(mend: Any) -> None:
    sentence = said(mend)
    assert sentence.strip()
    assert not sentence.endswith("None”")


def test_a_mend_says_what_it_means() -> None:
    assert said(ColumnMeans("Who", "lead")) == "Column “Who” means leads"
    assert said(ColumnMeans("Why", None)) == "Column “Why” holds remarks"


def test_every_meaning_a_column_can_have_can_be_said() -> None:
    assert set(MEANINGS) == set(Meaning)


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (None, "object"),
        ([], "object"),
        ({}, "kind"),
        ({"kind": ["is note"]}, "kind"),
        ({"kind": "is poem", "text": "x"}, "kind"),
        ({"kind": "is note"}, "text"),
        ({"kind": "is note", "text": ""}, "text"),
        ({"kind": "is note", "text": 3}, "text"),
        ({"kind": "is note", "text": "x", "row": 4}, "row"),
        ({"kind": "column means", "heading": "Who"}, "meaning"),
        ({"kind": "column means", "heading": "Who", "meaning": "colour"}, "meaning"),
        ({"kind": "column means", "heading": "Who", "meaning": ["lead"]}, "meaning"),
        ({"kind": "heading holds", "heading": "Homes", "actions": []}, "actions"),
        ({"kind": "heading holds", "heading": "Homes", "actions": "Build"}, "actions"),
        ({"kind": "heading holds", "heading": "Homes", "actions": [None]}, "actions"),
        ({"kind": "split at", "text": "Plant trees", "before": "Plant"}, "inside"),
        ({"kind": "split at", "text": "Plant trees", "before": "water"}, "inside"),
        ({"kind": "same body", "name": "Parks", "other": " Parks "}, "spelling"),
    ],
)
def test_what_is_no_mend_is_refused_in_one_sentence(data: Any, about: str) -> None:
    with pytest.raises(MendError, match=about) as refused:
        from_data(data)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_each_kind_has_its_words() -> None:
    assert len(set(KINDS.values())) == len(KINDS) == 7
