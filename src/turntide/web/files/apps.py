"""The files app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Uploaded originals."""

    name = "turntide.web.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
