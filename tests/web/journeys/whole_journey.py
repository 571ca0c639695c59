"""The whole journey of an officer with a file: from bringing it in to a change that is taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from intake_steps import (
    then_its_reading_is_shown,
    then_the_source_lights_up,
    when_a_file_is_brought_in,
    when_findings_are_mended,
    when_the_reading_is_adopted,
)
from plan_steps import (
    given_an_action,
    then_it_is_found,
    then_it_says_again,
    then_its_history_tells,
    then_its_source_is_shown,
    when_it_is_edited,
    when_it_is_opened,
    when_it_is_searched_for,
    when_the_change_is_undone,
    when_the_list_is_filtered,
)
from visitor import Visitor

Looking = Callable[[Visitor], None]


def the_whole_journey(officer: Visitor, file: Path, look: Looking) -> None:
    """``look`` is done on each page that is come to."""
    bring_in_and_adopt(officer, file, look)
    find_change_and_undo(officer, file, look)


def bring_in_and_adopt(officer: Visitor, file: Path, look: Looking) -> None:
    when_a_file_is_brought_in(officer, file)
    then_its_reading_is_shown(officer)
    look(officer)
    when_findings_are_mended(officer)
    look(officer)
    if officer.page.locator(".iw-action__text").count():
        then_the_source_lights_up(officer)
        look(officer)
    when_the_reading_is_adopted(officer)
    look(officer)


def find_change_and_undo(officer: Visitor, file: Path, look: Looking) -> None:
    plan = officer.path
    words = given_an_action(officer)
    when_it_is_searched_for(officer, words)
    then_it_is_found(officer, words)
    look(officer)
    when_the_list_is_filtered(officer, plan, words)
    look(officer)
    when_it_is_opened(officer, words)
    look(officer)
    action = officer.path
    then_its_source_is_shown(officer, file)
    when_it_is_edited(officer, words)
    then_its_history_tells(officer)
    look(officer)
    when_the_change_is_undone(officer)
    then_it_says_again(officer, action, words)
