"""Why a story cannot be written so."""

from __future__ import annotations

from turntide.web.stories.models import Story
from turntide.web.stories.rules.telling import Lack


class UnfinishedError(Exception):
    """The story lacks something before it may be told; ``lacks`` name each field and what to do."""

    def __init__(self, lacks: tuple[Lack, ...]) -> None:
        super().__init__(" ".join(lack.sentence for lack in lacks))
        self.lacks = lacks


class ChangedMeanwhileError(Exception):
    """Somebody else wrote first. ``story`` is as it stands now; nothing was written."""

    def __init__(self, story: Story) -> None:
        super().__init__(f"{story} was changed meanwhile")
        self.story = story


class RefusedError(Exception):
    """A service refuses; the text says why and what to do."""
