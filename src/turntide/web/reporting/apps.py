"""The reporting app."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Papers that write themselves."""

    name = "turntide.web.reporting"
    label = "reporting"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Files that a killed worker left unmade are made when a worker starts; what is held of people is told."""
        from django_q.signals import post_spawn

        from turntide.web.accounts.holding import tell
        from turntide.web.reporting.held import ReportsHold
        from turntide.web.reporting.work import pick_up

        tell("reporting", ReportsHold())
        post_spawn.connect(pick_up, dispatch_uid="reporting.pick_up")
