"""One story: what changed for somebody, in their words. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import StoryThen
from turntide.web.reporting.papers.cells import paragraph
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.wording import clipped, joined
from turntide.web.reporting.rules.paper import Block, Quote, Subheading, Words, words

MOST = 80
"""How many words of each of its parts."""


def tell(desk: Desk) -> tuple[Block, ...]:
    """The story that was chosen, else the one that fits best."""
    story = chosen(desk)
    if story is None:
        return (paragraph(_("No story is ready to be told of this period. Ask a partner for one.")),)
    told = (story.situation, story.did, story.changed)
    blocks: list[Block] = [Subheading(story.title)]
    blocks += [paragraph(clipped(each, MOST)) for each in told if each.strip()]
    if story.words.strip():
        blocks.append(Quote(clipped(story.words, MOST), story.whose or _("who wishes to remain unnamed")))
    if story.learnt.strip():
        blocks.append(paragraph(_("What was learnt: %(learnt)s") % {"learnt": clipped(story.learnt, MOST)}))
    return (*blocks, *_about(desk, story))


def chosen(desk: Desk) -> StoryThen | None:
    """The story asked for by its id; else the one not told last time that has most to do with this period."""
    stories = {each.id: each for each in desk.record.stories}
    if desk.telling.story in stories:
        return stories[desk.telling.story]
    return max(stories.values(), key=lambda each: _weight(desk, each), default=None)


def _weight(desk: Desk, story: StoryThen) -> tuple[int, int, int, str]:
    told = {each.id for each in desk.before.stories} if desk.before else set()
    linked = [desk.actions[each] for each in story.actions if each in desk.actions]
    return int(story.id not in told), sum(each.reported for each in linked), int(bool(story.words)), story.id


def _about(desk: Desk, story: StoryThen) -> tuple[Block, ...]:
    linked = [desk.named(desk.actions[each]) for each in story.actions if each in desk.actions]
    if not linked:
        return ()
    about: Words = (*words(_("About: ")), *joined(linked, "; "))
    return (paragraph(about, quiet=True),)
