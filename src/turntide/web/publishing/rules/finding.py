"""Searching what is published: every word must be in it, in any order and any letter case. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from turntide.web.periods.rules.record import (
    ActionThen,
    HeadingThen,
    PlanThen,
    Record,
    StoryThen,
)
from turntide.web.publishing.rules.about import About

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Found:
    """What has the words, each in the plans' order."""

    plans: tuple[PlanThen, ...] = ()
    headings: tuple[HeadingThen, ...] = ()
    actions: tuple[ActionThen, ...] = ()
    stories: tuple[StoryThen, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.plans or self.headings or self.actions or self.stories)


@dataclass(frozen=True, slots=True)
class Searchable:
    """A record with its words laid out once, so that every search after is quick."""

    record: Record
    plans: tuple[str, ...]
    headings: tuple[str, ...]
    actions: tuple[str, ...]
    stories: tuple[str, ...]


def laid_out(record: Record, about: About) -> Searchable:
    """A record made ready to be searched."""
    plain: Mapping[str, str] = about.words
    return Searchable(
        record,
        tuple(_key(each.title, each.vision, about.plan(each.id).summary) for each in record.plans),
        tuple(_key(each.text, each.ref, plain.get(each.id, "")) for each in record.headings),
        tuple(_action_key(each, plain) for each in record.actions),
        tuple(_key(*_story_words(each)) for each in record.stories),
    )


def find(searched: Searchable, words: str) -> Found:
    """What has all these words; nothing for no words."""
    wanted = _key(words).split()
    if not wanted:
        return Found()
    record = searched.record
    return Found(
        tuple(_having(wanted, record.plans, searched.plans)),
        tuple(_having(wanted, record.headings, searched.headings)),
        tuple(_having(wanted, record.actions, searched.actions)),
        tuple(_having(wanted, record.stories, searched.stories)),
    )


def _having(wanted: list[str], things: Iterable[Thing], keys: Iterable[str]) -> Iterable[Thing]:
    return (each for each, key in zip(things, keys, strict=True) if all(word in key for word in wanted))


def _action_key(action: ActionThen, plain: Mapping[str, str]) -> str:
    bodies = (each.name for each in (*action.leads, *action.partners))
    said = action.statement.public if action.statement else ""
    return _key(action.ref, action.text, action.detail, plain.get(action.id, ""), said, *bodies)


def _story_words(story: StoryThen) -> Iterable[str]:
    yield from (story.title, story.situation, story.did, story.changed, story.words, story.learnt)
    yield from (*story.groups, *story.where)


def _key(*words: str) -> str:
    """Letters without their accents and case, so that "cafe" finds "Café"."""
    apart = unicodedata.normalize("NFKD", " ".join(words))
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()
