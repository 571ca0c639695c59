"""The publishing app."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """What anybody may see."""

    name = "turntide.web.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Followers are told of news; whoever asks is told what is held about people."""
        from turntide.web.accounts.holding import tell
        from turntide.web.publishing import following_connected
        from turntide.web.publishing.held import PublishingHolds

        following_connected.connect()
        tell("publishing", PublishingHolds())
