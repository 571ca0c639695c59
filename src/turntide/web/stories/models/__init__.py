"""The rows of stories."""

from turntide.web.stories.models.story import Picture, Story, Telling

__all__ = ["Picture", "Story", "Telling"]
