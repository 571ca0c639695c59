"""The intake app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Bringing plans in."""

    name = "turntide.web.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Whatever a killed worker left unread is read when a worker starts; plans ask here for documents."""
        from django_q.signals import post_spawn

        from turntide.web.accounts.holding import tell
        from turntide.web.intake.connected import DocumentsKept
        from turntide.web.intake.held import IntakesHold
        from turntide.web.intake.work import pick_up
        from turntide.web.plans.connections import connect

        connect(DocumentsKept())
        tell("intake", IntakesHold())
        post_spawn.connect(pick_up, dispatch_uid="intake.pick_up")
