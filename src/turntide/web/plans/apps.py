"""The plans app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The plan store."""

    name = "turntide.web.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the register of organisations who knows what bodies do."""
        from turntide.web.organisations.connections import connect
        from turntide.web.plans.connected import PlansOfBodies

        connect(PlansOfBodies())
