"""The library's words for each kind of finding, so that they stand in the catalogue and can be translated."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Words:
    """A kind of finding: its name, what was seen, and what a person can do about it, as the library words them."""

    kind: str
    meaning: str
    remedy: str


KINDS = (
    Words(
        _("no actions"),
        _("The plan holds no action at all."),
        _("Check that the file is the action plan and not the strategy it belongs to."),
    ),
    Words(
        _("no owner"),
        _("An action, or the whole plan, names nobody who is to do it."),
        _("Name who leads it."),
    ),
    Words(
        _("no lead"),
        _(
            "Several bodies are named for an action and none as its lead, in a plan that names leads "
            "elsewhere."
        ),
        _("Say which of them leads."),
    ),
    Words(
        _("no date"),
        _("An action, or the whole plan, does not say when it is to be done."),
        _("Give a date or a financial year."),
    ),
    Words(
        _("no milestone"),
        _("An action, or the whole plan, has no step on the way by which progress can be seen."),
        _("Name one step and its date."),
    ),
    Words(
        _("no measure"),
        _("An action, or the whole plan, does not say how success will be known."),
        _("Say what will be different and how it will be counted or heard."),
    ),
    Words(
        _("cadence for a milestone"),
        _("The milestone says only how often something is reported, not what will have happened."),
        _("Name what will have happened, and by when."),
    ),
    Words(
        _("undated timescale"),
        _("A timescale is given that stands for no date: 'Ongoing', 'TBA', 'Short term' without a legend."),
        _("Give a date, or the date of the next review."),
    ),
    Words(
        _("dates in the wrong order"),
        _("Something ends before it begins, or a milestone falls due after its action has ended."),
        _("Correct one of the two dates."),
    ),
    Words(
        _("outside the period"),
        _("A date lies outside the years that the plan says it covers."),
        _("Correct the date, or say that the action runs beyond the plan."),
    ),
    Words(
        _("weightings"),
        _("The weightings of a column do not sum to 100%."),
        _("Correct the weightings, or say what the rest is for."),
    ),
    Words(
        _("drafting note"),
        _("A drafter's note was left in a cell."),
        _("Settle it and take it out."),
    ),
    Words(
        _("two spellings"),
        _("Names of owners that look like one body written in different ways."),
        _("Use one name throughout, or tell us that they are different bodies."),
    ),
    Words(
        _("ended body"),
        _("A body is named that no longer exists or no longer bears the name."),
        _("Name its successor, after asking them."),
    ),
    Words(
        _("numbering gap"),
        _("The numbering of actions or headings skips a number or a letter."),
        _("Check whether something was lost, or number again."),
    ),
    Words(
        _("repeated reference"),
        _("Two actions or headings in one series bear the same number or letter."),
        _("Give each its own, so that an update can name it."),
    ),
    Words(
        _("empty heading"),
        _("No action stands under a heading."),
        _("Add an action, or say where its work is planned."),
    ),
    Words(
        _("unplaced text"),
        _("Words of the file found no place in the plan."),
        _("Look at the place and say what they belong to."),
    ),
    Words(
        _("cut short"),
        _("A text stops in the middle of a phrase or of a bracket."),
        _("Look in the original and complete it."),
    ),
    Words(
        _("listed twice"),
        _("The same action stands in the plan more than once."),
        _("Keep one, and name the other heading beside it."),
    ),
    Words(
        _("placeholder"),
        _("A stand-in was never filled: 'X%', 'TBC', '[insert name]'."),
        _("Fill it in, or take it out."),
    ),
    Words(
        _("layout"),
        _(
            "Something about the file as it is laid out could not be sure: a hidden sheet, a page of "
            "pictures only."
        ),
        _("Look at the place in the original."),
    ),
    Words(
        _("names parted"),
        _(
            "Names of owners stood side by side with nothing between them, and were told apart by the "
            "names the plan uses elsewhere."
        ),
        _("Check the names; put a comma or a new line between them."),
    ),
    Words(
        _("row put together"),
        _(
            "Lines of a row had been read across its columns, and the words were given back to the "
            "cells they seem to belong to."
        ),
        _("Compare the row with the original."),
    ),
    Words(
        _("status from colour"),
        _("How an action goes is told by a colour only, not in words."),
        _("Check the status, and write it out in the plan: a colour cannot be heard or printed in grey."),
    ),
    Words(
        _("unnamed column"),
        _("Neither a column's heading nor its cells tell what it is for; its cells are kept as remarks."),
        _("Say what the column is for, or give it a plainer heading."),
    ),
    Words(
        _("guessed column"),
        _("No column says that it holds the actions; the likeliest one was taken."),
        _("Check that these are the actions."),
    ),
    Words(
        _("headings of an earlier table"),
        _("A table without headings of its own was read under those of an earlier table."),
        _("Check that its columns are the same ones."),
    ),
    Words(
        _("unread weighting"),
        _("A weighting holds no number that could be read."),
        _("Fill in the percentage."),
    ),
    Words(
        _("stated total"),
        _("A total that the plan states is not what its rows add up to."),
        _("Correct the total or the rows."),
    ),
    Words(
        _("timescale from above"),
        _(
            "A timescale only points at another row ('ditto', 'see above'), so that it has no date of "
            "its own."
        ),
        _("Write the date out."),
    ),
)
"""Every kind there is."""
