"""The publishing app."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """What anybody may see."""

    name = "turntide.web.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Followers are told of news, kept files let go of; whoever asks is told what is held about people."""
        from turntide.web.accounts.holding import tell
        from turntide.web.mail.ticks import every_tick
        from turntide.web.publishing import following_connected
        from turntide.web.publishing.held import PublishingHolds
        from turntide.web.publishing.services.keeping_files import let_go_of_files

        following_connected.connect()
        every_tick(let_go_of_files)
        tell("publishing", PublishingHolds())
