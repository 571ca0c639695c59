"""The site asked for its pages in this process, without a network."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http.response import HttpResponseBase


class NotExportedError(Exception):
    """Nothing was written; ``str()`` is one sentence for a person."""


class _ExportedRequest(WSGIRequest):
    """Pages look at this mark (`views.opening`): nothing on them may need the living site."""

    exported = True


class Site(BaseHandler):
    """The site itself, asked without a network."""

    def __init__(self) -> None:
        super().__init__()
        self.load_middleware()

    def answer(self, path: str) -> HttpResponseBase:
        """What is served at a path, as a file of its own. Raises NotExportedError: nothing is there."""
        response = self.get_response(_ExportedRequest(_asked(path)))
        if response.status_code != 200:
            raise NotExportedError(
                f"{path} answers {response.status_code}, though a page leads there. Please report it."
            )
        return response


def _asked(path: str) -> dict[str, object]:
    origin = urlsplit(settings.ADDRESS.origin)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": origin.hostname or "localhost",
        "SERVER_PORT": str(origin.port or (443 if origin.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": origin.netloc,
        "wsgi.url_scheme": origin.scheme,
        "wsgi.input": BytesIO(),
    }
