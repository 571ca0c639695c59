"""The stories app."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """What changed for people."""

    name = "turntide.web.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """An action's page shows its stories; whoever asks is told what is held about people."""
        from turntide.web.accounts.holding import tell
        from turntide.web.plans.delivery_connection import add_panels
        from turntide.web.stories.connected import story_panels
        from turntide.web.stories.held import StoriesHold

        add_panels(story_panels, after=1)
        tell("stories", StoriesHold())
