"""The roof, as an app: it holds no models."""

from django.apps import AppConfig


class RoofConfig(AppConfig):
    """Settings, addresses, menu, and the front page."""

    name = "turntide.web.config"
    label = "roof"
